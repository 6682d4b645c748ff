/** Random parts of examples from a seed: the same seed makes the same examples on every machine. */

import type { ExampleMaker } from './rule.ts';

/**
 * Makes an example maker. Its randomness is fit for examples only.
 *
 * @param seed - any integer
 * @example exampleMaker(7).chars('0-9a-f', 40)
 */
export function exampleMaker(seed: number): ExampleMaker {
  let state = seed | 0;
  // Mulberry32: 32 bits of state are plenty for a handful of examples.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    chars(alphabet, length) {
      const letters = lettersOf(alphabet);
      return Array.from({ length }, () => letters[next() % letters.length]).join('');
    },
    bytes: (length) => Uint8Array.from({ length }, () => next() >>> 24),
    pick: <T>(items: readonly T[]): T => items[next() % items.length] as T,
  };
}

/** Expands the ranges of an alphabet; a hyphen at its start or end stands for itself. */
function lettersOf(alphabet: string): string {
  return alphabet.replaceAll(/(.)-(.)/gs, (_, from: string, to: string) => {
    const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
    return String.fromCharCode(...Array.from({ length: last - first + 1 }, (_unused, at) => first + at));
  });
}
