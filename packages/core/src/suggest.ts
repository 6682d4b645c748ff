/** What a misspelt word probably meant. */

import { closest, distance } from 'fastest-levenshtein';

/** A longer word is no misspelling, and comparing it takes time with its length. */
const MAX_LENGTH = 100;

/**
 * Finds the known word that a misspelt one is closest to.
 *
 * @returns the word, or undefined when none is near enough to be worth naming
 * @example suggest('repositry', ['repository', 'ref']) // 'repository'
 */
export function suggest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word.length > MAX_LENGTH) return undefined;
  const best = closest(word.toLowerCase(), [...known]);
  const allowed = Math.max(1, Math.floor(Math.max(word.length, best.length) / 3));
  return distance(word.toLowerCase(), best.toLowerCase()) <= allowed ? best : undefined;
}
