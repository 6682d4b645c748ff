/** Scans what is too large to be looked at in one piece. */

import type { RawFinding } from '@leasehold/checks';
import type { OpenFile } from './open-file.ts';
import type { RoomyScanner } from './open-scanner.ts';
import { fileWindows } from './windows.ts';

/** What the windows of a file gave. */
export interface ScannedWindows {
  /** With their places in the whole. */
  readonly found: readonly RawFinding[];
  /** Bytes of the whole. */
  readonly size: number;
}

/**
 * Scans a file in windows that overlap; each finding is told by one of them.
 *
 * @param buffer - room of the scanner, filled with the file's beginning
 * @param filled - how many bytes of it
 * @param file - from where the beginning ends
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
