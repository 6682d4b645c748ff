/** Counts which letters follow each other in the words of source and prose. */

import { type Letters, lettersOf } from '../../packages/checks/src/secrets/context/letters.ts';

/** `a` to `z`, and 0 for the edge of a word. */
const LETTERS = 27;
/** Three letters stand together in words when so many words have them. */
const WORDS = 5;

/** The tables as they are written down, and as the scorer reads them. */
export interface LetterTables {
  readonly triples: string;
  readonly surprise: string;
  readonly letters: Letters;
}

/** Counts the letters of words in lower case, each word once. */
export function countLetters(words: readonly string[]): LetterTables {
  const counts = new Uint32Array(LETTERS ** 3);
  const pairs = new Float64Array(LETTERS * LETTERS);
  for (const word of words) {
    const codes = [0, ...Array.from(word, (char) => char.charCodeAt(0) - 0x60), 0];
    for (let at = 1; at < codes.length; at++) {
      const [first, second, third] = [codes[at - 2], codes[at - 1] as number, codes[at] as number];
      pairs[second * LETTERS + third] = (pairs[second * LETTERS + third] as number) + 1;
      if (first === undefined) continue;
      const triple = (first * LETTERS + second) * LETTERS + third;
      counts[triple] = (counts[triple] as number) + 1;
    }
  }
  const bits = new Uint8Array(Math.ceil(counts.length / 8));
  counts.forEach((count, triple) => {
    if (count >= WORDS) bits[triple >> 3] = (bits[triple >> 3] as number) | (1 << (triple & 7));
  });
  const triples = Buffer.from(bits).toString('base64');
  const surprise = surprises(pairs);
  return { triples, surprise, letters: lettersOf(triples, surprise) };
}

function surprises(pairs: Float64Array): string {
  let text = '';
  for (let first = 0; first < LETTERS; first++) {
    const row = pairs.subarray(first * LETTERS, (first + 1) * LETTERS);
    const all = row.reduce((sum, count) => sum + count, 0) + LETTERS;
    for (const count of row) text += String.fromCharCode(0x28 + Math.min(51, Math.round(5 * -Math.log2((count + 1) / all))));
  }
  return text;
}
