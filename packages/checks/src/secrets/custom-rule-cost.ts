/** Tells from the tree of a pattern whether it runs in linear time, and whether its matches can begin with an anchor. */

import { type ByteSet, holds, intersect, NO_BYTES } from './byte-set.ts';
import type { PatternPiece } from './custom-rule-pattern.ts';
import type { PatternFault } from './custom-rule-reader.ts';

/** Most ways in which a pattern may match one text, since backtracking may try each of them. */
const MOST_WAYS = 16;
/** Products stop here, so that they stay whole numbers. */
const COUNTLESS = 1_000_000;

/** What a piece can begin with, and whether it can be empty. */
interface Beginning {
  readonly first: ByteSet;
  readonly empty: boolean;
}

/** The most ways in which a pattern can match one text, and what makes them too many. */
export interface Cost {
  readonly ways: number;
  readonly fault?: PatternFault;
}

/**
 * Finds what in a pattern would take more than linear time.
 *
 * Where each character decides how the match goes on, a text is read once. Where it does not, as in `[a-z]{1,9}[a-z]{1,9}`, a backtracking engine may try every way to divide the text; this computes an upper bound of their number, and a pattern with more than a few is at fault.
 */
export function costOf(piece: PatternPiece): Cost {
  let fault: PatternFault | undefined;

  const note = (found: PatternFault): number => {
    fault ??= found;
    return COUNTLESS;
  };

  /** The ways in which a piece can match when one of the bytes of `follow` comes next. */
  function ways(current: PatternPiece, follow: ByteSet): number {
    if (current.kind === 'set') return 1;
    if (current.kind === 'sequence') return sequenceWays(current.parts, follow);
    if (current.kind === 'either') return branchWays(current, follow);
    return repeatWays(current, follow);
  }

  function sequenceWays(parts: readonly PatternPiece[], follow: ByteSet): number {
    let product = 1;
    let behind = follow;
    for (const part of parts.toReversed()) {
      product = Math.min(COUNTLESS, product * ways(part, behind));
      const { first, empty } = beginningOf(part);
      behind = empty ? behind | first : first;
    }
    return product;
  }

  function branchWays({ branches }: Extract<PatternPiece, { kind: 'either' }>, follow: ByteSet): number {
    const counts = branches.map((branch) => ways(branch, follow));
    let seen = NO_BYTES;
    const alike = branches.some((branch) => {
      const { first, empty } = beginningOf(branch);
      const begins = empty ? first | follow : first;
      const met = intersect(seen, begins);
      seen |= begins;
      return met;
    });
    return alike ? counts.reduce((sum, count) => sum + count, 0) : Math.max(...counts);
  }

  function repeatWays({ piece: inner, least, most, at }: Extract<PatternPiece, { kind: 'repeat' }>, follow: ByteSet): number {
    const { first, empty } = beginningOf(inner);
    if (empty)
      return note({ offset: at, message: 'what may be empty is repeated', help: 'ask for at least one character in each round' });
    const inside = ways(inner, most > 1 ? follow | first : follow);
    const rounds = Math.min(COUNTLESS, inside ** most);
    if (rounds > MOST_WAYS && inside > 1) {
      const message = 'a group is repeated that can be read in several ways';
      return note({
        offset: at,
        message,
        help: 'let each round begin or end with a character that nothing else in it can match',
      });
    }
    const ends = intersect(first, follow) ? most - least + 1 : 1;
    if (ends > MOST_WAYS) {
      const message = 'what is repeated can go on as what follows it, so that its end is tried at every character';
      return note({ offset: at, message, help: 'give it a fixed count, or let a character follow that it cannot match' });
    }
    return rounds * ends;
  }

  const total = ways(piece, NO_BYTES);
  if (fault === undefined && total > MOST_WAYS) {
    const message = `the pattern can read one text in ${total < COUNTLESS ? total : 'too many'} ways`;
    const help = 'let each character decide how to go on: fixed counts, and separators that nothing else can match';
    return { ways: total, fault: { offset: 0, message, help } };
  }
  return fault === undefined ? { ways: total } : { ways: total, fault };
}

function beginningOf(piece: PatternPiece): Beginning {
  if (piece.kind === 'set') return { first: piece.set, empty: false };
  if (piece.kind === 'repeat') {
    const { first, empty } = beginningOf(piece.piece);
    return { first, empty: empty || piece.least === 0 };
  }
  let first = NO_BYTES;
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
export function canBegin(piece: PatternPiece, text: string): boolean {
  /** Matches a piece at an offset of the text, then the rest by `on`; reaching the end of the text is enough. */
  function goes(current: PatternPiece, at: number, on: (at: number) => boolean): boolean {
    if (at === text.length) return true;
    if (current.kind === 'set') return holds(current.set, text.charCodeAt(at)) && on(at + 1);
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
