/** Hands over to the kernel what is known of words; how it stands in memory is described in `assembly/layout.ts`. */

import type { WasmMemory } from './web-assembly.ts';

/** By what the kernel passes over assignments and introduced runs: those of a value that is made of words or is a sentence, and those of which the name does not speak of a credential. */
export interface Wording {
  /** Which three letters words have, a bit each, by `(first * 27 + second) * 27 + third`; `a` is 1, and 0 the edge of a word. */
  readonly triples: Uint8Array;
  /** Parts of the names of credentials, at most four small letters each, and 63 at most. */
  readonly names: readonly string[];
  /** Names that say nothing, so that what stands before them may name the value; of longer ones eight letters count. At most 63. */
  readonly carriers: readonly string[];
  /** The last three letters of words that introduce a value without assigning it, at most 63. */
  readonly introducers: readonly string[];
}

/** Addresses, as in `assembly/layout.ts`. */
const TRIPLES = 8704;
const NAMES = 11264;
const CARRIERS = 11776;
const INTRODUCERS = 12288;
const ENTRY = 8;

/** Writes it into memory, where the kernel goes by it once it is told so. */
export function writeWording({ buffer }: WasmMemory, { triples, names, carriers, introducers }: Wording): void {
  new Uint8Array(buffer, TRIPLES, NAMES - TRIPLES).set(triples);
  const view = new DataView(buffer);
  writeList(view, NAMES, names, writePart);
  writeList(view, CARRIERS, carriers, writeLetters);
  writeList(view, INTRODUCERS, introducers, writePart);
}

type Write = (view: DataView, at: number, word: string) => void;

function writeList(view: DataView, list: number, words: readonly string[], write: Write): void {
  view.setUint32(list, words.length, true);
  words.forEach((word, index) => {
    write(view, list + 4 + index * ENTRY, word);
  });
}

/** Up to four letters, and which of their bits count. */
function writePart(view: DataView, at: number, part: string): void {
  for (let k = 0; k < 4; k++) {
    view.setUint8(at + k, k < part.length ? part.charCodeAt(k) : 0);
    view.setUint8(at + 4 + k, k < part.length ? 0xff : 0);
  }
}

function writeLetters(view: DataView, at: number, word: string): void {
  for (let k = 0; k < ENTRY; k++) view.setUint8(at + k, k < word.length ? word.charCodeAt(k) : 0);
}
