/** How far a scan has come, on a terminal and only where there is something to wait for. */

import { grouped } from '@leasehold/report/lint';
import type { Output } from '../shell.ts';

const PATIENCE_MS = 500;
const EVERY_MS = 100;

/** Totals so far: of files as they are come upon, or of objects whose number is known. */
export type Progress = { readonly files: number; readonly bytes: number } | { readonly done: number; readonly total: number };

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
    show: (progress) => {
      const at = now();
      if (at - last < EVERY_MS) return;
      last = at;
      shown = true;
      output.passing(`scanning: ${words(progress)}`);
    },
    clear: () => {
      if (shown) output.passing('');
    },
  };
}

function words(progress: Progress): string {
  if ('total' in progress) return `${grouped(progress.done)} of ${grouped(progress.total)} objects`;
  return `${grouped(progress.files)} files, ${(progress.bytes / 1_000_000).toFixed(0)} MB`;
}
