/** Tells from the tree of a pattern whether it runs in linear time, how long its matches are, and whether they can begin with an anchor. */

import type { PatternFault, Piece } from './custom-rule-pattern.ts';
import { holds, NO_SIGNS, overlap, type Signs } from './custom-rule-signs.ts';

/** A longer credential is a file of its own. */
export const LONGEST_VALUE = 4096;
/** In how many ways a pattern may read one text: so many times it may be gone over. */
const MOST_WAYS = 16;
/** More is as bad as this. */
const COUNTLESS = 1_000_000;

/** What a piece can begin with, and whether it can be empty. */
interface Beginning {
  readonly first: Signs;
  readonly empty: boolean;
}

/** The lengths of the texts that a piece matches. */
export function lengthsOf(piece: Piece): { readonly least: number; readonly most: number } {
  if (piece.kind === 'signs') return { least: 1, most: 1 };
  if (piece.kind === 'repeat') {
    const { least, most } = lengthsOf(piece.piece);
    return { least: least * piece.least, most: Math.min(COUNTLESS, most * piece.most) };
  }
  const parts = (piece.kind === 'sequence' ? piece.parts : piece.branches).map(lengthsOf);
  if (piece.kind === 'sequence') {
    return parts.reduce((all, part) => ({ least: all.least + part.least, most: Math.min(COUNTLESS, all.most + part.most) }), {
      least: 0,
      most: 0,
    });
  }
  return { least: Math.min(...parts.map(({ least }) => least)), most: Math.max(...parts.map(({ most }) => most)) };
}

/** In how many ways a pattern can read one text at the most, and what makes them too many. */
export interface Cost {
  readonly ways: number;
  readonly fault?: PatternFault;
}

/**
 * Tells what in a pattern would take more than linear time.
 *
 * A pattern in which each sign decides how to go on is gone over once. Where it does not, as in `[a-z]{1,9}[a-z]{1,9}`, every way to divide the text may be tried; their number is bounded from above, and beyond a few the pattern is refused.
 */
export function costOf(piece: Piece): Cost {
  let fault: PatternFault | undefined;

  const note = (found: PatternFault): number => {
    fault ??= found;
    return COUNTLESS;
  };

  /** In how many ways a piece can be read that `follow` can come after. */
  function ways(current: Piece, follow: Signs): number {
    if (current.kind === 'signs') return 1;
    if (current.kind === 'sequence') return sequenceWays(current.parts, follow);
    if (current.kind === 'either') return branchWays(current, follow);
    return repeatWays(current, follow);
  }

  function sequenceWays(parts: readonly Piece[], follow: Signs): number {
    let product = 1;
    let behind = follow;
    for (const part of parts.toReversed()) {
      product = Math.min(COUNTLESS, product * ways(part, behind));
      const { first, empty } = beginningOf(part);
      behind = empty ? behind | first : first;
    }
    return product;
  }

  function branchWays({ branches }: Extract<Piece, { kind: 'either' }>, follow: Signs): number {
    const counts = branches.map((branch) => ways(branch, follow));
    let seen = NO_SIGNS;
    const alike = branches.some((branch) => {
      const { first, empty } = beginningOf(branch);
      const begins = empty ? first | follow : first;
      const met = overlap(seen, begins);
      seen |= begins;
      return met;
    });
    return alike ? counts.reduce((sum, count) => sum + count, 0) : Math.max(...counts);
  }

  function repeatWays({ piece: inner, least, most, at }: Extract<Piece, { kind: 'repeat' }>, follow: Signs): number {
    const { first, empty } = beginningOf(inner);
    if (empty)
      return note({ offset: at, message: 'what may be empty is repeated', help: 'ask for at least one sign in each round' });
    const inside = ways(inner, most > 1 ? follow | first : follow);
    const rounds = Math.min(COUNTLESS, inside ** most);
    if (rounds > MOST_WAYS && inside > 1) {
      const message = 'a group is repeated that can be read in several ways';
      return note({ offset: at, message, help: 'let each round begin or end with a sign that nothing else in it can be' });
    }
    const ends = overlap(first, follow) ? most - least + 1 : 1;
    if (ends > MOST_WAYS) {
      const message = 'what is repeated can go on as what follows it, so that its end is tried at every place';
      return note({ offset: at, message, help: 'give it a fixed count, or let a sign follow that it cannot hold' });
    }
    return rounds * ends;
  }

  const total = ways(piece, NO_SIGNS);
  if (fault === undefined && total > MOST_WAYS) {
    const message = `the pattern can read one text in ${total < COUNTLESS ? total : 'too many'} ways`;
    const help = 'let each sign decide how to go on: fixed counts, and separators that stand for themselves';
    return { ways: total, fault: { offset: 0, message, help } };
  }
  return fault === undefined ? { ways: total } : { ways: total, fault };
}

function beginningOf(piece: Piece): Beginning {
  if (piece.kind === 'signs') return { first: piece.set, empty: false };
  if (piece.kind === 'repeat') {
    const { first, empty } = beginningOf(piece.piece);
    return { first, empty: empty || piece.least === 0 };
  }
  let first = NO_SIGNS;
  if (piece.kind === 'either') {
    const branches = piece.branches.map(beginningOf);
    for (const branch of branches) first |= branch.first;
    return { first, empty: branches.some(({ empty }) => empty) };
  }
  for (const part of piece.parts) {
    const begins = beginningOf(part);
    first |= begins.first;
    if (!begins.empty) return { first, empty: false };
  }
  return { first, empty: true };
}

/** Tells whether a match can begin with a text. The pattern must have passed {@link costOf}. */
export function canBegin(piece: Piece, text: string): boolean {
  /** Goes through a piece from a place in the text, and then on; all of the text is enough. */
  function goes(current: Piece, at: number, on: (at: number) => boolean): boolean {
    if (at === text.length) return true;
    if (current.kind === 'signs') return holds(current.set, text.charCodeAt(at)) && on(at + 1);
    if (current.kind === 'either') return current.branches.some((branch) => goes(branch, at, on));
    if (current.kind === 'sequence') {
      const from = (index: number, place: number): boolean => {
        const part = current.parts[index];
        return part === undefined ? on(place) : goes(part, place, (next) => from(index + 1, next));
      };
      return from(0, at);
    }
    const { piece: inner, least, most } = current;
    const round = (times: number, place: number): boolean =>
      (times < most && goes(inner, place, (next) => round(times + 1, next))) || (times >= least && on(place));
    return round(0, at);
  }
  return goes(piece, 0, (at) => at === text.length);
}
