/** The scans that `leasehold lint` asks for. */

import { realpathSync } from 'node:fs';
import type { LintReport } from '@leasehold/core';
import { type ScanRequest, scanBytes, scanTree } from '@leasehold/scan';
import type { Progress } from './progress.ts';

/** What a person can ask for besides what to scan. */
export type ScanWish = Omit<ScanRequest, 'cwd'>;

/** Scans files and folders, named from the current folder. */
export function scanPaths(paths: readonly string[], wish: ScanWish, progress: (total: Progress) => void): LintReport {
  return scanTree({ ...wish, cwd: here(), paths }, { now: Date.now, progress: (files, bytes) => progress({ files, bytes }) });
}

/** Reads standard input to its end and scans it. */
export async function scanStdin(path: string, wish: ScanWish): Promise<LintReport> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  return scanBytes({ ...wish, cwd: here(), bytes: Buffer.concat(chunks), path }, { now: Date.now });
}

function here(): string {
  return realpathSync.native(process.cwd());
}
