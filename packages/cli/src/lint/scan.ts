/** The scans that `leasehold lint` asks for. */

import { expectLongRun, readyArchives, type ScanReport, type ScanRequest, scanBytes, scanTree } from '@leasehold/scan';
import type { Shell } from '../shell.ts';
import { here } from './current-folder.ts';
import type { LintMode } from './lint-mode.ts';
import type { Progress } from './progress.ts';

/** What a person can ask for besides what to scan. */
export type ScanWish = Omit<ScanRequest, 'cwd'>;

/** What a scan needs of the shell. */
export interface ScanShell {
  readonly env: Shell['env'];
  readonly progress: (total: Progress) => void;
}

/**
 * Scans what the mode says; what a mode needs of git is loaded for that mode alone. `readyRules` must have been awaited for the rules of the wish.
 *
 * @throws ConfigError when rules, allow list, range or repository are wrong; UpstreamError when git fails
 */
export async function scanFor(mode: LintMode, wish: ScanWish, { env, progress }: ScanShell): Promise<ScanReport> {
  const cwd = here();
  const request = { ...wish, cwd };
  await readyArchives(wish);
  expectLongRun(false);
  const ports = { now: Date.now, env, progress: (files: number, bytes: number) => progress({ files, bytes }) };
  switch (mode.kind) {
    case 'files':
      return scanTree({ ...request, paths: mode.paths }, ports);
    case 'stdin':
      return scanBytes({ ...request, bytes: await standardInput(), path: mode.path }, ports);
    case 'staged':
      return (await import('@leasehold/scan/changes')).scanStaged({ ...request, paths: mode.paths }, ports);
    case 'range':
      return (await import('@leasehold/scan/changes')).scanRange({ ...request, ...mode }, ports);
    case 'pr':
      return (await import('@leasehold/scan/changes')).scanPullRequest({ ...request, paths: mode.paths }, ports);
    case 'history':
      return (await import('@leasehold/scan/history')).scanHistory(
        { ...request, ...(mode.repository === undefined ? {} : { repository: mode.repository }) },
        { now: Date.now, env, progress: (done, total) => progress({ done, total }), long: () => expectLongRun(true) },
      );
  }
}

/** Reads it to its end. */
async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
