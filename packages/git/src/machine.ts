/** The WebAssembly that inflates and applies deltas, with the memory that it works in. */

import { WASM } from './wasm-module.ts';

/** Where free memory begins, behind the tables of `assembly/layout.ts`. */
export const FREE = 20480;

/** What an inflated stream may be overwritten behind its end, and what is read behind the end of its source. */
export const SLACK = 304;

/** Calls take addresses; see `assembly/inflate.ts`, `assembly/delta.ts` and `assembly/tree.ts`. */
export interface Machine {
  /** All memory at present; another after {@link Machine.reserve} has made it larger. */
  bytes(): Uint8Array;
  /** Makes sure that memory reaches to this address. */
  reserve(end: number): void;
  /** @returns the address behind the stream, 0 when it cannot be read */
  inflate(from: number, until: number, to: number, size: number): number;
  /** @returns the size of the object that a delta makes, -1 when it does not fit its base */
  resultSize(delta: number, until: number, baseSize: number): number;
  /** @returns how many touched ranges were written, -1 when the delta does not fit */
  apply(base: number, baseSize: number, delta: number, until: number, to: number, size: number, touched: number): number;
  /** @returns how many entries were written that only one of two trees has, -1 when one is broken or not in order */
  compareTrees(base: number, baseSize: number, tree: number, size: number, idLength: number, to: number): number;
}

interface Exports extends Omit<Machine, 'bytes' | 'reserve'> {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  prepare(): void;
}

interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

let compiled: object | undefined;

/** Makes a machine with a memory of its own; the module is compiled once. */
export function newMachine(): Machine {
  const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: WebAssemblyInterface }).WebAssembly;
  compiled ??= new Module(Buffer.from(WASM, 'base64'));
  const { memory, prepare, inflate, resultSize, apply, compareTrees } = new Instance(compiled).exports as Exports;
  memory.grow(1);
  prepare();
  let bytes = new Uint8Array(memory.buffer);

  function reserve(end: number): void {
    const missing = end - bytes.length;
    if (missing <= 0) return;
    // By no less than a mebibyte, for every growth makes a new view.
    memory.grow(Math.ceil(Math.max(missing, 1 << 20) / 65536));
    bytes = new Uint8Array(memory.buffer);
  }

  return { bytes: () => bytes, reserve, inflate, resultSize, apply, compareTrees };
}
