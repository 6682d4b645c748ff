/** Finds where a shape would make a regular expression backtrack. */

import type { ShapePiece } from './shape-piece.ts';

/**
 * Counts the sets of open length that the next piece can continue with a character of the set, so that a mismatch further on makes the engine come back and try a shorter length. With one such set the time of an attempt is bounded by the product of two lengths, both at most 1,000; with two it would be cubic.
 *
 * @param after - characters that can follow the last piece
 */
export function ambiguities(pieces: readonly ShapePiece[], after: ReadonlySet<string> = new Set()): number {
  let count = 0;
  pieces.forEach((piece, index) => {
    const next = firstOf(pieces.slice(index + 1), after);
    if (piece.kind === 'set' && piece.most > piece.least && overlap(members(piece.set), next)) count++;
    if (piece.kind === 'choice') count += Math.max(...piece.options.map((option) => ambiguities(option, next)));
  });
  return count;
}

/** The characters with which a sequence can begin; where all of it may be empty, those of `after` as well. */
function firstOf(pieces: readonly ShapePiece[], after: ReadonlySet<string>): ReadonlySet<string> {
  const [piece, ...rest] = pieces;
  if (piece === undefined) return after;
  if (piece.kind === 'text') return new Set(piece.text[0]);
  if (piece.kind === 'set') {
    const first = members(piece.set);
    return piece.least > 0 ? first : union(first, firstOf(rest, after));
  }
  const behind = firstOf(rest, after);
  const first = piece.options.map((option) => firstOf(option, behind)).reduce(union);
  return piece.optional ? union(first, behind) : first;
}

/** The characters of a set such as `0-9a-f_-`. */
function members(set: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i < set.length; i++) {
    const last = set[i + 1] === '-' && i + 2 < set.length ? i + 2 : i;
    for (let code = set.charCodeAt(i); code <= set.charCodeAt(last); code++) found.add(String.fromCharCode(code));
    i = last;
  }
  return found;
}

function union(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one, ...other]);
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((character) => other.has(character));
}
