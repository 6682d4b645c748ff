/** Lines and columns of a file, worked out only when there is something to point at. */

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

/** The lines of a file, in any encoding that is scanned; the bytes are read at the first question and must not have changed by then. */
export function linesOf(bytes: Uint8Array): Lines {
  let starts: readonly number[] | undefined;
  return {
    at(offset: number): Position {
      starts ??= lineStarts(bytes);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: Math.max(0, offset - (starts[low] as number)) + 1 };
    },
  };
}

function lineStarts(bytes: Uint8Array): readonly number[] {
  const narrowed = narrowUtf16(bytes);
  const text = narrowed?.bytes ?? bytes;
  const origin = narrowed?.origin ?? ((offset: number): number => offset);
  const starts = [origin(hasUtf8Mark(text) ? 3 : 0)];
  for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, at + 1)) starts.push(origin(at + 1));
  return starts;
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
