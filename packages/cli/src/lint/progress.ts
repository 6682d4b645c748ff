/** How far a scan has come, on a terminal and only where there is something to wait for. */

import { grouped } from '@leasehold/report/lint';
import type { Output } from '../shell.ts';

const PATIENCE_MS = 500;
const EVERY_MS = 100;

/** Told after each file, from the first to the last. */
export interface Progress {
  readonly files: number;
  readonly bytes: number;
}

/** A line that replaces itself. */
export interface ProgressLine {
  show(progress: Progress): void;
  clear(): void;
}

/**
 * Makes the line; it stays silent for half a second, and where the output is no terminal.
 *
 * @param now - milliseconds, by any clock that does not go back
 */
export function progressLine(output: Output, now: () => number): ProgressLine {
  const start = now();
  let last = start + PATIENCE_MS - EVERY_MS;
  let shown = false;
  return {
    show: ({ files, bytes }) => {
      const at = now();
      if (at - last < EVERY_MS) return;
      last = at;
      shown = true;
      output.passing(`scanning: ${grouped(files)} files, ${(bytes / 1_000_000).toFixed(0)} MB`);
    },
    clear: () => {
      if (shown) output.passing('');
    },
  };
}
