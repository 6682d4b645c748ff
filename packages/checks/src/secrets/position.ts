/** Lines and columns of a file, worked out only when there is something to point at. */

import { newlines, units } from '@leasehold/kernel';
import { narrowUtf16 } from './utf16.ts';

/** A place that a person can find. */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in units of UTF-16 as editors count; a byte order mark counts for nothing. */
  readonly column: number;
}

/** The lines of one file. */
export interface Lines {
  /** Where a byte stands. */
  at(offset: number): Position;
}

const NEWLINE = 0x0a;
/** Bytes of a character in UTF-8. */
const LONGEST = 4;

/** The lines of a file, in any encoding that is scanned; the bytes are read when places are asked for, and must not have changed by then. */
export function linesOf(bytes: Uint8Array): Lines {
  let cursor: Cursor | undefined;
  return {
    at(offset) {
      cursor ??= newCursor(bytes);
      return cursor.at(offset);
    },
  };
}

/** A place that moves as it is asked to: places that are near each other are found soon. */
type Cursor = Lines;

function newCursor(bytes: Uint8Array): Cursor {
  const narrowed = narrowUtf16(bytes);
  const text = narrowed?.bytes ?? bytes;
  const first = hasUtf8Mark(text) ? 3 : 0;
  const placeOf = narrowed?.offset ?? ((offset: number): number => offset);
  let [here, line, column] = [first, 1, 1];

  /** Units from one place to a later one. */
  function between(from: number, to: number): number {
    return narrowed === undefined ? units(text, from, to) : to - from;
  }

  /** Goes to a place of the text, by way of what lies between. */
  function go(to: number): void {
    const [from, until, sign] = to < here ? [to, here, -1] : [here, to, 1];
    const passed = newlines(text, from, until);
    line += sign * passed;
    if (passed === 0) column += sign * between(from, until);
    else column = 1 + between(to === first ? first : Math.max(first, text.lastIndexOf(NEWLINE, to - 1) + 1), to);
    here = to;
  }

  /** Where the character begins that a place lies in. */
  function beginning(place: number): number {
    const least = narrowed === undefined ? Math.max(first, place - LONGEST + 1) : place;
    let at = place;
    while (at > least && ((text[at] as number) & 0xc0) === 0x80) at--;
    return at;
  }

  return {
    at(offset) {
      go(beginning(Math.min(Math.max(first, placeOf(offset)), text.length)));
      return { line, column };
    },
  };
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
