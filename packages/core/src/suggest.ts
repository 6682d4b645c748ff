/** What a misspelt word probably meant. */

import { closestMatch } from 'leven';

/** A longer word is no misspelling, and comparing it takes time with its length. */
const MAX_LENGTH = 100;

/**
 * Finds the known word that a misspelt one is closest to.
 *
 * @returns the word, or undefined when none is near enough to be worth naming
 * @example suggest('repositry', ['repository', 'ref']) // 'repository'
 */
export function suggest(word: string, known: readonly string[]): string | undefined {
  if (word.length > MAX_LENGTH) return undefined;
  return closestMatch(word.toLowerCase(), known, { maxDistance: Math.max(1, Math.ceil(word.length / 3)) });
}
