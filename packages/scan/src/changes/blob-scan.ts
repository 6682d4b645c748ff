/** Scans the versions of files that git keeps, each once. */

import { linesOf, type RawFinding, toFinding } from '@leasehold/checks';
import type { Finding, SkippedFile, Tier } from '@leasehold/core';
import { archiveScans } from '../archives/archive-loader.ts';
import { archiveFormat, MAGIC } from '../archives/format.ts';
import { scannerSource } from '../custom/scanner-source.ts';
import { memoryFile } from '../memory-file.ts';
import { openScanner, type RoomyScanner } from '../open-scanner.ts';
import type { ScanRequest } from '../scan-request.ts';
import { scanWindows } from '../scan-windows.ts';
import { WINDOW } from '../windows.ts';

/** What bytes gave. */
export interface ScannedBytes {
  readonly findings: readonly Finding[];
  /** What of an archive was not scanned. */
  readonly skipped?: readonly SkippedFile[];
}

/** Scans bytes under a name. */
export type BytesScan = (bytes: Uint8Array, path: string) => ScannedBytes;

const NOTHING: ScannedBytes = { findings: [] };

/**
 * Opens the scan that a request asks for.
 *
 * @throws ConfigError when a custom rule is wrong
 */
export function openBytesScan({ cwd, failOn, rules, archives }: ScanRequest): BytesScan {
  return newBytesScan(openScanner(scannerSource({ cwd, rules })), failOn, archives);
}

/**
 * Makes the scan; what is larger than a window is looked at in windows, as a large file is.
 *
 * @param failOn - findings of this tier and stronger ones fail
 * @param archives - whether to look into archives; `readyArchives` must have been awaited then
 */
export function newBytesScan(scanner: RoomyScanner, failOn: Tier, archives: boolean = false): BytesScan {
  return (bytes, path) => {
    if (archives && archiveFormat(bytes.subarray(0, MAGIC))) return archiveScans().scanArchiveBytes(bytes, path, scanner, failOn);
    const found = bytes.length < WINDOW ? scanner.scan(bytes, path) : inWindows(bytes, path, scanner);
    if (found.length === 0) return NOTHING;
    const lines = linesOf(bytes);
    return { findings: found.map((raw) => toFinding(raw, lines, path, failOn)) };
  };
}

function inWindows(bytes: Uint8Array, path: string, scanner: RoomyScanner): readonly RawFinding[] {
  const file = memoryFile(bytes);
  const buffer = scanner.room(WINDOW);
  return scanWindows(scanner, buffer, file.fill(buffer), file, path).found;
}
