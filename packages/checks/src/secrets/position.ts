/** Lines and columns of a file, worked out only when there is something to point at. */

import { newlines } from '@leasehold/kernel';
import { narrowUtf16 } from './utf16.ts';

/** A place that a person can find. */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in bytes; a byte order mark counts for nothing. */
  readonly column: number;
}

/** The lines of one file. */
export interface Lines {
  /** Where a byte stands. */
  at(offset: number): Position;
}

const NEWLINE = 0x0a;

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
  const unit = narrowed === undefined ? 1 : 2;
  const origin = narrowed?.origin(0) ?? 0;
  let [here, line, start] = [first, 1, first];

  /** Goes to an offset of the text. */
  function go(to: number): void {
    const passed = to > here ? newlines(text, here, to) : -newlines(text, to, here);
    line += passed;
    if (passed !== 0) start = to === first ? first : Math.max(first, text.lastIndexOf(NEWLINE, to - 1) + 1);
    here = to;
  }

  return {
    at(offset) {
      const within = Math.max(0, offset - origin);
      go(Math.min(Math.max(first, Math.floor(within / unit)), text.length));
      return { line, column: Math.max(0, within - start * unit) + 1 };
    },
  };
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
