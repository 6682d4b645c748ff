/** Scans the working tree and writes down what was found and what was not looked at. */

import type { Finding, SkippedFile } from '@leasehold/core';
import { readAllowance } from './allowance.ts';
import { readable } from './byte-path.ts';
import { scannerSource } from './custom/scanner-source.ts';
import { lintReport, type ScanReport } from './lint-report.ts';
import { openScanner } from './open-scanner.ts';
import { newFileScanner } from './scan-file.ts';
import type { ScanPorts, ScanRequest } from './scan-request.ts';
import { namedPath } from './starting-point.ts';
import { unreadable } from './visitor.ts';
import { walk } from './walk.ts';

/** A scan of the working tree. */
export interface TreeRequest extends ScanRequest {
  /** Files and folders. */
  readonly paths: readonly string[];
}

/** Files between two calls of `progress`. */
const STRIDE = 128;

/**
 * Scans files and folders as `walk` finds them, without what the repository's allow list allows.
 *
 * A file that cannot be read is not an error: it is among the skipped, with a reason that begins with `unreadable`.
 *
 * @throws ConfigError `ERR_ALLOW_LIST` when the allow list is wrong
 * @example scanTree({ cwd: process.cwd(), paths: ['.'], failOn: 'prefixed' }, { now: Date.now })
 */
export function scanTree(
  { cwd, paths, failOn, allowList, rules, archives }: TreeRequest,
  { now, progress }: ScanPorts,
): ScanReport {
  const allowance = readAllowance(cwd, allowList);
  const scanner = newFileScanner(openScanner(scannerSource({ cwd, rules })), failOn, archives);
  const findings: Finding[] = [];
  const skipped: SkippedFile[] = [];
  let files = 0;
  let bytes = 0;
  const skip = (shown: string, reason: string): void => {
    skipped.push({ path: readable(shown), reason });
  };
  walk(cwd, paths, {
    file: (absolute, shown) => {
      try {
        const scanned = scanner.scan(absolute, readable(shown));
        for (const finding of scanned.findings) findings.push(finding);
        if (scanned.skipped) skipped.push(...scanned.skipped);
        bytes += scanned.bytes;
        files++;
      } catch (error) {
        // Only what the system says of the file: a defect of ours is not to look like a file that cannot be read.
        if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
        skip(shown, unreadable(error));
      }
      if (progress && files % STRIDE === 0) progress(files, bytes);
    },
    skipped: skip,
  });
  const whole = paths.some((path) => readable(namedPath(cwd, path).absolute ?? '') === allowance.top);
  return lintReport({ findings, skipped, files, bytes, whole }, allowance, failOn, now());
}
