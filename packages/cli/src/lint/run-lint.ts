/** What `leasehold lint` does: scan, report, and say by the exit code whether something fails. */

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError, type LintReport, type Tier } from '@leasehold/core';
import { type LintRun, lintText, oneLine } from '@leasehold/report/lint';
import { readyRules, ruleLookup, type ScannerSource, type ScanReport, scannerSource } from '@leasehold/scan';
import manifest from '../../package.json' with { type: 'json' };
import { EXIT } from '../exit.ts';
import { flagOf, type Input, textOf } from '../input.ts';
import type { Shell } from '../shell.ts';
import { here } from './current-folder.ts';
import type { LintFormat } from './format-names.ts';
import { RENDERERS } from './formats.ts';
import type { LintMode } from './lint-mode.ts';
import { progressLine } from './progress.ts';
import { type ScanWish, scanFor } from './scan.ts';

const UNREADABLE_SHOWN = 10;

/**
 * Scans and reports.
 *
 * @param mode - as `lintMode` reads it of the input; of a range, git may have begun with its listing
 * @returns 1 when something fails, else 3 when something could not be read, else 0
 * @throws ConfigError when rules, allow list, range or repository are wrong, or the report cannot be written; UpstreamError when git fails
 */
export async function runLint(mode: LintMode, input: Input, shell: Shell): Promise<number> {
  const startedAt = Date.now();
  const source = sourceFor(mode, textOf(input, 'rules'));
  await readyRules(source);
  const report = await scan(mode, input, shell);
  if (report.about !== undefined) shell.err.line(shell.err.paint('dim', report.about));
  const run: LintRun = { version: manifest.version, startedAt, endedAt: Date.now(), rule: ruleLookup(source) };
  print(report, run, input, shell);
  const complete = !tellUnreadable(report, shell);
  if (report.findings.some(({ fails }) => fails)) return EXIT.denied;
  return complete ? EXIT.clean : EXIT.failed;
}

/** The rules that the report looks up: those by which the scan goes. The history of another repository is scanned by its own. */
function sourceFor(mode: LintMode, rules: string | undefined): ScannerSource {
  const cwd = here();
  const isOther = mode.kind === 'history' && mode.repository !== undefined && rules === undefined;
  return scannerSource({ cwd: isOther ? resolve(cwd, mode.repository as string) : cwd, rules });
}

async function scan(mode: LintMode, input: Input, { env, err }: Shell): Promise<ScanReport> {
  const rules = textOf(input, 'rules');
  const wish: ScanWish = {
    failOn: textOf(input, 'fail-on') as Tier,
    allowList: !flagOf(input, 'no-allow-list'),
    archives: flagOf(input, 'archives'),
    ...(rules === undefined ? {} : { rules }),
  };
  // The clock of `performance` would be a module to load.
  const line = progressLine(err, () => process.uptime() * 1000);
  try {
    return await scanFor(mode, wish, { env, progress: line.show });
  } finally {
    line.clear();
  }
}

function print(report: LintReport, run: LintRun, input: Input, { out }: Shell): void {
  const format = textOf(input, 'format') as LintFormat;
  const file = textOf(input, 'output');
  if (file !== undefined) write(file, `${RENDERERS[format](report, run)}\n`);
  const rendered = file !== undefined || format === 'text' ? lintText(report, out.paint) : RENDERERS[format](report, run);
  if (rendered !== '') out.line(rendered);
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new ConfigError(`the report cannot be written to \`${file}\``, {
      code: 'ERR_LINT_OUTPUT',
      help: 'name a file in a folder that is there and may be written to',
      cause,
    });
  }
}

/** A file that nobody could look into is not a clean one. */
function tellUnreadable({ skipped }: LintReport, { err }: Shell): boolean {
  const unreadable = skipped.filter(({ reason }) => reason.startsWith('unreadable'));
  for (const { path, reason } of unreadable.slice(0, UNREADABLE_SHOWN)) {
    err.line(`${err.paint('red', 'error:')} \`${oneLine(path)}\` is not known to be clean, ${reason}`);
  }
  const more = unreadable.length - UNREADABLE_SHOWN;
  if (more > 0) err.line(`and ${more} more`);
  return unreadable.length > 0;
}
