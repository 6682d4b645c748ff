/** The instance that counts and hashes: it scans nothing, so the place of its spots is free for bytes. */

import { newInstance } from './instance.ts';
import { grow, type WasmMemory } from './web-assembly.ts';

/** As in `assembly/layout.ts`. */
const ROUNDS = 16384;
const STATE = ROUNDS + 256;
/** Behind what SHA-256 wants for itself. */
const INPUT = ROUNDS + 1024;
const INPUT_BYTES = 65536;

interface Exports {
  readonly memory: WasmMemory;
  digest(from: number, to: number): void;
  newlines(from: number, to: number): number;
  units(from: number, to: number): number;
}

/** What is worked out over bytes that were put into `input`. */
export interface Aside {
  readonly input: Uint8Array;
  /** Constants of the 64 rounds of SHA-256. */
  readonly rounds: Uint32Array;
  /** The eight words that SHA-256 has come to. */
  readonly state: Uint32Array;
  /** Takes the first `length` bytes of the input, whole blocks of 64, into the state. */
  digest(length: number): void;
  /** How many line feeds are among the first `length` bytes of the input. */
  newlines(length: number): number;
  /** How many units of UTF-16 they make, if they are UTF-8. */
  units(length: number): number;
}

let opened: Aside | undefined;

/** The one of this thread, opened when it is first needed. */
export function aside(): Aside {
  opened ??= open();
  return opened;
}

function open(): Aside {
  const { memory, digest, newlines, units } = newInstance() as Exports;
  grow(memory, INPUT + INPUT_BYTES);
  return {
    input: new Uint8Array(memory.buffer, INPUT, INPUT_BYTES),
    rounds: new Uint32Array(memory.buffer, ROUNDS, 64),
    state: new Uint32Array(memory.buffer, STATE, 8),
    digest: (length) => digest(INPUT, INPUT + length),
    newlines: (length) => newlines(INPUT, INPUT + length),
    units: (length) => units(INPUT, INPUT + length),
  };
}
