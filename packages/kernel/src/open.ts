/** Opens a kernel: compiles the embedded module and hands its memory out. */

import { newInstance } from './instance.ts';
import { ANCHORS, type Anchor, type Found, type Kernel } from './kernel.ts';
import { writeLiterals } from './literals.ts';
import { type Choice, type ChoiceExports, writeChoice } from './run-heads.ts';
import { grow } from './web-assembly.ts';
import { writeWording } from './wording.ts';

/** Where spots are handed over, as in `assembly/layout.ts`. */
const OUT = 16384;
const OUT_WORDS = 3 * 8192;
/** What the kernel wants for itself before and behind the bytes. */
const BEFORE = 64;
const BEHIND = 512;
const ALIGNMENT = 64;
/** Bytes that are scanned beside the room at most; memory that nobody touches costs nothing. */
const ASIDE = 1 << 20;

/** What the module exports. */
interface Exports extends ChoiceExports {
  prepare(literals: number): void;
  prepareWording(written: number): void;
  begin(input: number, length: number, choose: boolean, isCode: boolean): number;
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
  const exports = newInstance() as Exports;
  const { memory, prepare, prepareWording, begin, next } = exports;
  const { count, end: free } = writeLiterals(memory, prefixes);
  prepare(count);
  const aside = align(free + BEFORE);
  const input = align(aside + ASIDE + BEHIND + BEFORE);
  let spots = new Uint32Array(memory.buffer, OUT, OUT_WORDS);
  let known: Choice | undefined;
  let fits = false;

  /** Whether there is a choice that can be gone by; the tables are made anew when it is not that of the scan before. */
  function choose(choice: Choice | undefined): boolean {
    if (choice === undefined) return false;
    if (choice !== known) {
      fits = writeChoice(exports, choice);
      if (choice.wording !== undefined) writeWording(memory, choice.wording);
      prepareWording(choice.wording === undefined ? 0 : 1);
      known = choice;
    }
    return fits;
  }

  function room(length: number): Uint8Array {
    grow(memory, input + length + BEHIND);
    return new Uint8Array(memory.buffer, input, length);
  }

  function scanAt(start: number, length: number, found: Found, choice: Choice | undefined, code: boolean): boolean {
    if (spots.buffer !== memory.buffer) spots = new Uint32Array(memory.buffer, OUT, OUT_WORDS);
    const out = spots;
    const nul = begin(start, length, choose(choice), code) !== 0;
    for (let done = false; !done; ) {
      const answer = next();
      done = (answer & 1) === 1;
      const words = (answer >>> 1) * 3;
      for (let at = 0; at < words; at += 3) {
        const what = out[at] as number;
        found(ANCHORS[what & 7] as Anchor, out[at + 1] as number, out[at + 2] as number, what >>> 3);
      }
    }
    return nul;
  }

  function scan(length: number, found: Found, choice?: Choice, code: boolean = false): boolean {
    grow(memory, input + length + BEHIND);
    return scanAt(input, length, found, choice, code);
  }

  function scanAside(bytes: Uint8Array, found: Found, choice?: Choice, code: boolean = false): boolean {
    if (bytes.length > ASIDE) return false;
    grow(memory, input);
    new Uint8Array(memory.buffer, aside, bytes.length).set(bytes);
    scanAt(aside, bytes.length, found, choice, code);
    return true;
  }

  return { room, scan, scanAside };
}

function align(address: number): number {
  return Math.ceil(address / ALIGNMENT) * ALIGNMENT;
}
