/** Scans a file that is too large for one piece of memory. */

import type { RawFinding } from '@leasehold/checks';
import type { OpenFile } from './open-file.ts';
import type { RoomyScanner } from './open-scanner.ts';
import { fileWindows } from './windows.ts';

/** The findings of all windows of a file. */
export interface ScannedWindows {
  /** With offsets in the file. */
  readonly found: readonly RawFinding[];
  /** Bytes of the file. */
  readonly size: number;
}

/**
 * Scans a file in overlapping windows; each finding is taken from one of them.
 *
 * @param buffer - the scanner's own memory, filled with the file's beginning
 * @param filled - how many bytes of the buffer
 * @param file - to be read on from there
 * @param path - what stands in it counts as standing near
 */
export function scanWindows(
  scanner: RoomyScanner,
  buffer: Uint8Array,
  filled: number,
  file: OpenFile,
  path: string,
): ScannedWindows {
  const found: RawFinding[] = [];
  let size = 0;
  for (const { bytes, offset, from, to } of fileWindows(buffer, filled, file)) {
    for (const raw of scanner.scan(bytes, path)) {
      if (raw.start >= from && raw.start < to) found.push({ ...raw, start: raw.start + offset, end: raw.end + offset });
    }
    size = bytes.length + offset;
  }
  return { found, size };
}
