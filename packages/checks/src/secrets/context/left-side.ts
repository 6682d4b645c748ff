/** Finds the name to the left of an operator. */

import { latin1 } from '../window.ts';

const LONGEST = 64;
/** Blanks, quotes, brackets and the like between a name and its operator. */
const GAP = 16;
/** How far the line is looked at before the name. */
export const BEFORE = 120;

const SLASH = 0x2f;

/** What may stand in a name. */
const NAME: Uint8Array = signs('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-$@');
const BETWEEN: Uint8Array = signs(' \t"\'`\\])}!?*+|&;');

/** Words that say what a variable holds, not what it is called. */
const TYPES: ReadonlySet<string> = new Set(
  'string str text char bytes byte bool object any var varchar std::string number int const nvarchar option securestring'.split(
    ' ',
  ),
);
/** Names that only say that a value follows; the name of the thing stands before them. */
const CARRIERS: ReadonlySet<string> = new Set('value val content default defaultvalue example data'.split(' '));
/** All names that are given up for one before them. */
export const GIVEN_UP: readonly string[] = [...TYPES, ...CARRIERS];
const QUOTED = /["']([\w.-]{2,64})["'][^"']{0,24}$/;
const WORD_BEFORE = /([\w$-]{2,64})[\s:*&?]{1,4}$/;

/** A name and where it stands. */
export interface LeftSide {
  readonly name: string;
  /** The first byte of it. */
  readonly start: number;
}

function signs(of: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const sign of of) table[sign.charCodeAt(0)] = 1;
  return table;
}

/**
 * Finds the name that ends before a place.
 *
 * @returns nothing where no name is
 */
export function leftSide(bytes: Uint8Array, until: number): LeftSide | undefined {
  let end = until;
  while (end > 0 && until - end < GAP && BETWEEN[bytes[end - 1] as number] === 1) end--;
  let start = end;
  while (start > 0 && end - start < LONGEST && NAME[bytes[start - 1] as number] === 1) start--;
  if (start === end) return undefined;
  // The last segment of a path: what stands behind it is about the file.
  if (bytes[start - 1] === SLASH && NAME[bytes[start - 2] ?? 0] === 1) return undefined;
  const name = latin1(bytes, start, end);
  const folded = name.toLowerCase();
  const further = TYPES.has(folded) ? WORD_BEFORE : CARRIERS.has(folded) ? QUOTED : undefined;
  if (further === undefined) return { name, start };
  const named = further.exec(latin1(bytes, lineStart(bytes, start, BEFORE), start));
  return named?.[1] === undefined
    ? { name, start }
    : { name: named[1], start: start - named[0].length + named[0].indexOf(named[1]) };
}

/** Where the line begins that a place lies in, or so many bytes before the place. */
export function lineStart(bytes: Uint8Array, at: number, most: number): number {
  const least = Math.max(0, at - most);
  let start = at;
  while (start > least && bytes[start - 1] !== 10) start--;
  return start;
}

/** Where the line ends, or so many bytes behind the place. */
export function lineEnd(bytes: Uint8Array, at: number, most: number): number {
  const until = Math.min(bytes.length, at + most);
  let end = at;
  while (end < until && bytes[end] !== 10 && bytes[end] !== 13) end++;
  return end;
}
