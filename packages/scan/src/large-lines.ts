/** Line numbers in a file that is too large for memory: it is read again, and only when something was found in it. */

import type { Lines, Position } from '@leasehold/checks';
import { newCarriedLines } from './carried-lines.ts';
import type { OpenFile } from './open-file.ts';
import { fileWindows } from './windows.ts';

/**
 * Finds the line and column of some offsets of a file.
 *
 * @param file - read from its beginning, as it is now, wherever it stands
 * @param buffer - memory for one window
 * @param places - the offsets that will be asked for; any other one is answered with line 1, column 1
 * @throws the error of the system when the file cannot be read
 */
export function linesOfLargeFile(file: OpenFile, buffer: Uint8Array, places: readonly number[]): Lines {
  const known = new Map<number, Position>();
  const left = [...new Set(places)].sort((a, b) => a - b);
  file.rewind();
  const carried = newCarriedLines();
  let next = 0;
  for (const window of fileWindows(buffer, file.fill(buffer), file)) {
    const lines = carried.enter(window);
    const { offset, to } = window;
    for (; next < left.length && (left[next] as number) < to + offset; next++) {
      known.set(left[next] as number, lines.at((left[next] as number) - offset));
    }
    if (next === left.length) break;
    carried.leave();
  }
  return { at: (place) => known.get(place) ?? { line: 1, column: 1 } };
}
