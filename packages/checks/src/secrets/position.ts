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

/** The lines of a file, in any encoding that is scanned; the bytes are read as far as places are asked for, and must not have changed by then. */
export function linesOf(bytes: Uint8Array): Lines {
  let index: LineIndex | undefined;
  return {
    at(offset: number): Position {
      index ??= newLineIndex(bytes);
      const { starts } = index;
      index.reach(offset);
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

/** Where lines begin, as far as somebody asked. */
interface LineIndex {
  readonly starts: readonly number[];
  /** Reads on until the line that a byte stands in is known. */
  reach(offset: number): void;
}

function newLineIndex(bytes: Uint8Array): LineIndex {
  const narrowed = narrowUtf16(bytes);
  const text = narrowed?.bytes ?? bytes;
  const origin = narrowed?.origin ?? ((offset: number): number => offset);
  const starts = [origin(hasUtf8Mark(text) ? 3 : 0)];
  let next = text.indexOf(NEWLINE);
  return {
    starts,
    reach(offset: number): void {
      for (; next >= 0 && (starts.at(-1) as number) <= offset; next = text.indexOf(NEWLINE, next + 1))
        starts.push(origin(next + 1));
    },
  };
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
