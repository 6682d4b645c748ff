/** Archives as files of the tree, and as bytes that were handed over. */

import type { Tier } from '@leasehold/core';
import type { RoomyScanner } from '../open-scanner.ts';
import { type ScannedArchive, scanArchive } from './archive-scan.ts';
import { fileSource, memorySource } from './byte-source.ts';

/**
 * Scans an archive that is a file.
 *
 * @param absolute - latin1
 * @param path - as the report shows it
 * @throws what the system says when it cannot be read
 */
export function scanArchiveFile(absolute: string, path: string, scanner: RoomyScanner, failOn: Tier): ScannedArchive {
  const source = fileSource(absolute);
  try {
    return scanArchive(source, path, scanner, failOn);
  } finally {
    source.close();
  }
}

/** Scans an archive that is in memory; not in the room of the scanner, which is written over. */
export function scanArchiveBytes(bytes: Uint8Array, path: string, scanner: RoomyScanner, failOn: Tier): ScannedArchive {
  return scanArchive(memorySource(bytes), path, scanner, failOn);
}
