/** Opens a kernel: compiles the embedded module and hands its memory out. */

import { ANCHORS, type Anchor, type Kernel } from './kernel.ts';
import { writeLiterals } from './literals.ts';
import { wasmBytes } from './wasm-bytes.ts';
import { grow, instantiate, type WasmMemory } from './web-assembly.ts';

/** Where spots are handed over, as in `assembly/layout.ts`. */
const OUT = 16384;
const OUT_WORDS = 3 * 8192;
/** What the kernel wants for itself before and behind the bytes. */
const BEFORE = 64;
const BEHIND = 512;
const ALIGNMENT = 64;

/** What the module exports. */
interface Exports {
  readonly memory: WasmMemory;
  prepare(literals: number): void;
  begin(input: number, length: number): void;
  next(): number;
}

/**
 * Opens a kernel with a memory of its own, at once and without reading a file.
 *
 * @param prefixes literals, 3 to 40 printable characters each, to report as `prefix` wherever they stand; for credentials that are too short or too plain to be a `run`
 * @throws InternalError when a prefix is not of that form
 * @example
 * const kernel = openKernel(['hf_']);
 * kernel.room(bytes.length).set(bytes);
 * kernel.scan(bytes.length, (anchor, start, end) => spots.push({ anchor, start, end }));
 */
export function openKernel(prefixes: readonly string[] = []): Kernel {
  const { memory, prepare, begin, next } = instantiate(wasmBytes()) as Exports;
  const { count, end: free } = writeLiterals(memory, prefixes);
  prepare(count);
  const input = align(free + BEFORE);

  function room(length: number): Uint8Array {
    grow(memory, input + length + BEHIND);
    return new Uint8Array(memory.buffer, input, length);
  }

  function scan(length: number, found: (anchor: Anchor, start: number, end: number) => void): void {
    grow(memory, input + length + BEHIND);
    const out = new Uint32Array(memory.buffer, OUT, OUT_WORDS);
    begin(input, length);
    for (let done = false; !done; ) {
      const answer = next();
      done = (answer & 1) === 1;
      const words = (answer >>> 1) * 3;
      for (let at = 0; at < words; at += 3) {
        found(ANCHORS[out[at] as number] as Anchor, out[at + 1] as number, out[at + 2] as number);
      }
    }
  }

  return { room, scan };
}

function align(address: number): number {
  return Math.ceil(address / ALIGNMENT) * ALIGNMENT;
}
