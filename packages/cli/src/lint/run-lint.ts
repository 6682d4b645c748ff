/** What `leasehold lint` does: scan, report, and say by the exit code whether something fails. */

import { writeFileSync } from 'node:fs';
import { ConfigError, type LintReport, type Tier } from '@leasehold/core';
import { type LintRun, lintText } from '@leasehold/report/lint';
import manifest from '../../package.json' with { type: 'json' };
import { EXIT } from '../exit.ts';
import { flagOf, type Input, textOf } from '../input.ts';
import type { Shell } from '../shell.ts';
import type { LintFormat } from './format-names.ts';
import { RENDERERS } from './formats.ts';
import { progressLine } from './progress.ts';
import { scanPaths, scanStdin } from './scan.ts';

const UNREADABLE_SHOWN = 10;

/**
 * Scans and reports.
 *
 * @returns 1 when something fails, else 3 when something could not be read, else 0
 * @throws ConfigError when paths are given beside `--stdin`, the allow list is wrong, or the report cannot be written
 */
export async function runLint(input: Input, shell: Shell): Promise<number> {
  const startedAt = Date.now();
  const report = await scan(input, shell);
  const { ruleById } = await import('@leasehold/checks');
  const run: LintRun = { version: manifest.version, startedAt, endedAt: Date.now(), rule: ruleById };
  print(report, run, input, shell);
  if (report.findings.some(({ fails }) => fails)) return EXIT.denied;
  return tellUnreadable(report, shell) ? EXIT.failed : EXIT.clean;
}

async function scan(input: Input, { err }: Shell): Promise<LintReport> {
  const failOn = textOf(input, 'fail-on') as Tier;
  const allowList = !flagOf(input, 'no-allow-list');
  const paths = input.positional.filter((path) => path !== undefined);
  if (flagOf(input, 'stdin')) {
    if (paths.length > 0) {
      throw new ConfigError('`--stdin` cannot be combined with paths', {
        code: 'ERR_USAGE',
        help: 'read files or standard input; `--stdin-path` names what standard input holds',
      });
    }
    return scanStdin(textOf(input, 'stdin-path') as string, { failOn, allowList });
  }
  const line = progressLine(err, () => performance.now());
  try {
    return scanPaths(paths.length > 0 ? paths : ['.'], { failOn, allowList }, line.show);
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
    err.line(`${err.paint('red', 'error:')} \`${path}\` is not known to be clean, ${reason}`);
  }
  const more = unreadable.length - UNREADABLE_SHOWN;
  if (more > 0) err.line(`and ${more} more`);
  return unreadable.length > 0;
}
