/** Scans what was handed over as bytes, such as standard input. */

import { linesOf, toFinding } from '@leasehold/checks';
import { readAllowance } from './allowance.ts';
import { archiveScans } from './archives/archive-loader.ts';
import { archiveFormat, MAGIC } from './archives/format.ts';
import { scannerSource } from './custom/scanner-source.ts';
import { lintReport, type ScanReport } from './lint-report.ts';
import { openScanner } from './open-scanner.ts';
import type { ScanPorts, ScanRequest } from './scan-request.ts';

/** A scan of bytes. */
export interface BytesRequest extends ScanRequest {
  readonly bytes: Uint8Array;
  /** How the report calls them. */
  readonly path: string;
}

/**
 * Scans bytes as one file, without what the repository's allow list allows.
 *
 * @throws ConfigError `ERR_ALLOW_LIST` when the allow list is wrong
 * @example scanBytes({ cwd: process.cwd(), bytes, path: '(stdin)', failOn: 'prefixed' }, { now: Date.now })
 */
export function scanBytes(
  { cwd, bytes, path, failOn, allowList, rules, archives }: BytesRequest,
  { now }: Pick<ScanPorts, 'now'>,
): ScanReport {
  const allowance = readAllowance(cwd, allowList);
  const scanner = openScanner(scannerSource({ cwd, rules }));
  if (archives && archiveFormat(bytes.subarray(0, MAGIC))) {
    const scanned = archiveScans().scanArchiveBytes(bytes, path, scanner, failOn);
    return lintReport({ ...scanned, files: 1, whole: false }, allowance, failOn, now());
  }
  const lines = linesOf(bytes);
  const findings = scanner.scan(bytes, path).map((raw) => toFinding(raw, lines, path, failOn));
  return lintReport({ findings, skipped: [], files: 1, bytes: bytes.length, whole: false }, allowance, failOn, now());
}
