/** Lines and columns of a file that is seen window by window: where the next window begins is carried over to it. */

import { type Lines, linesOf, type Position } from '@leasehold/checks';
import { type FileWindow, HEAD } from './windows.ts';

/** Bytes of a character in UTF-8. */
const LONGEST = 4;

/** The lines of one window after the other. */
export interface CarriedLines {
  /** The lines of a window; they take places in its bytes, and tell them as in the whole file. */
  enter(window: FileWindow): Lines;
  /** Notes where the next window begins, before this one is overwritten. */
  leave(): void;
}

/** Begins at the first window of a file. */
export function newCarriedLines(): CarriedLines {
  let carried: Position = { line: 1, column: 1 };
  /** Of what stands behind the head of a window, the bytes that still belong to the character before. */
  let cut = 0;
  let here: { readonly window: FileWindow; readonly lines: Lines } | undefined;
  return {
    enter(window) {
      const own = linesOf(window.bytes);
      const lines = window.from === 0 ? own : moved(own, own.at(HEAD + cut), carried);
      here = { window, lines };
      return lines;
    },
    leave() {
      if (here === undefined) return;
      const { bytes, kept } = here.window;
      cut = 0;
      while (cut < LONGEST - 1 && ((bytes[kept + cut] ?? 0) & 0xc0) === 0x80) cut++;
      if (kept < bytes.length) carried = here.lines.at(kept + cut);
    },
  };
}

/** Lines by which a place is told as another, and those behind it accordingly. */
function moved(lines: Lines, place: Position, as: Position): Lines {
  return {
    at(offset) {
      const { line, column } = lines.at(offset);
      return { line: as.line + line - place.line, column: line === place.line ? as.column + column - place.column : column };
    },
  };
}
