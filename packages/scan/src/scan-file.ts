/** One file, read and scanned in memory that is used again for the next. */

import { linesOf, toFinding } from '@leasehold/checks';
import type { Finding, SkippedFile, Tier } from '@leasehold/core';
import { archiveScans } from './archives/archive-loader.ts';
import { archiveFormat, MAGIC } from './archives/format.ts';
import { linesOfLargeFile } from './large-lines.ts';
import { type OpenFile, openFile } from './open-file.ts';
import type { RoomyScanner } from './open-scanner.ts';
import { scanWindows } from './scan-windows.ts';
import { WINDOW } from './windows.ts';

/** What one file gave. */
export interface ScannedFile {
  readonly findings: readonly Finding[];
  readonly bytes: number;
  /** What of an archive was not scanned. */
  readonly skipped?: readonly SkippedFile[];
}

/** Scans files one after the other. */
export interface FileScanner {
  /**
   * Reads and scans a file.
   *
   * @param absolute - latin1
   * @param path - as the report shows it
   * @throws what the system says when it cannot be read
   */
  scan(absolute: string, path: string): ScannedFile;
}

const NOTHING: readonly Finding[] = [];

/**
 * A file scanner over a scanner of bytes.
 *
 * @param archives - whether to look into archives; `readyArchives` must have been awaited then
 */
export function newFileScanner(scanner: RoomyScanner, failOn: Tier, archives: boolean = false): FileScanner {
  // Touched only as far as the largest file goes.
  const buffer = scanner.room(WINDOW);
  return {
    scan(absolute, path) {
      const file = openFile(absolute);
      try {
        const length = file.fill(buffer);
        if (archives && archiveFormat(buffer.subarray(0, Math.min(length, MAGIC))))
          return archiveScans().scanArchiveFile(absolute, path, scanner, failOn);
        return scanOpen(path, file, length);
      } finally {
        file.close();
      }
    },
  };

  function scanOpen(path: string, file: OpenFile, length: number): ScannedFile {
    if (length === buffer.length) return scanLarge(path, file);
    const bytes = buffer.subarray(0, length);
    const found = scanner.scan(bytes, path);
    if (found.length === 0) return { findings: NOTHING, bytes: length };
    const lines = linesOf(bytes);
    return { findings: found.map((raw) => toFinding(raw, lines, path, failOn)), bytes: length };
  }

  function scanLarge(path: string, file: OpenFile): ScannedFile {
    const { found, size } = scanWindows(scanner, buffer, buffer.length, file, path);
    if (found.length === 0) return { findings: NOTHING, bytes: size };
    const lines = linesOfLargeFile(
      file,
      buffer,
      found.flatMap(({ start, end }) => [start, end - 1]),
    );
    return { findings: found.map((raw) => toFinding(raw, lines, path, failOn)), bytes: size };
  }
}
