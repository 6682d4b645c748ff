/** What the step does with its inputs: scan, annotate, report, and fail when something fails. */

import { realpathSync, writeFileSync } from 'node:fs';
import * as core from '@actions/core';
import { ConfigError, DeniedError, type LintReport, UpstreamError } from '@leasehold/core';
import { github, githubLog, nodeHttp, nodePorts } from '@leasehold/platforms';
import { type Annotation, type LintRun, lintAnnotations, lintSarif, lintSummary, lintText } from '@leasehold/report/lint';
import { ruleLookup, scannerSource } from '@leasehold/scan';
import manifest from '../package.json' with { type: 'json' };
import type { Inputs } from './inputs.ts';
import { scan } from './scan.ts';

/** One of the ten errors that the runner keeps is the step's own. */
const ERRORS_WITH_ROOM = 9;

/**
 * Runs the step.
 *
 * @throws DeniedError when something fails; UpstreamError when something could not be read or git failed; ConfigError when the allow list, a rule or the event is wrong, or the SARIF file cannot be written
 */
export async function secretLint(inputs: Inputs): Promise<void> {
  const log = githubLog();
  const platform = github(process.env, nodePorts({ http: nodeHttp(process.env), log }));
  const startedAt = Date.now();
  const cwd = realpathSync.native(process.cwd());
  const { report, mode } = await scan(inputs, cwd, process.env);
  const rule = ruleLookup(scannerSource({ cwd, rules: inputs.config }));
  const run: LintRun = { version: manifest.version, startedAt, endedAt: Date.now(), rule };
  if (report.about !== undefined) log.info(report.about);
  log.info(lintText(report));
  platform.setOutput('mode', mode);
  for (const annotation of lintAnnotations(report, ERRORS_WITH_ROOM)) annotate(annotation);
  if (inputs.summary) await platform.summarize(lintSummary(report));
  const failing = report.findings.filter(({ fails }) => fails).length;
  platform.setOutput('findings', String(report.findings.length));
  platform.setOutput('failing', String(failing));
  if (inputs.sarifFile !== undefined) {
    write(inputs.sarifFile, lintSarif(report, run));
    platform.setOutput('sarif-file', inputs.sarifFile);
  }
  judge(report, failing);
}

function annotate({ level, title, message, at }: Annotation): void {
  const say = { error: core.error, warning: core.warning, notice: core.notice }[level];
  say(message, {
    title,
    ...(at && { file: at.file, startLine: at.line, endLine: at.endLine }),
    ...(at?.column === undefined ? {} : { startColumn: at.column }),
    ...(at?.endColumn === undefined ? {} : { endColumn: at.endColumn }),
  });
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new ConfigError(`the report cannot be written to \`${file}\``, {
      code: 'ERR_LINT_OUTPUT',
      help: 'name a file in a folder of the workspace that is there',
      cause,
    });
  }
}

/** What could not be read is not known to be clean, so that it fails as well. */
function judge({ skipped }: LintReport, failing: number): void {
  if (failing > 0) {
    throw new DeniedError(`${failing} static ${failing === 1 ? 'secret stands' : 'secrets stand'} in what this job was to read`, {
      code: 'ERR_LINT_FOUND',
      help: 'rotate each where the summary says, take it out, and lease what it was for',
    });
  }
  const [unreadable, ...more] = skipped.filter(({ reason }) => reason.startsWith('unreadable'));
  if (unreadable === undefined) return;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  throw new UpstreamError(
    `\`${unreadable.path}\`${others} could not be read and is not known to be clean: ${unreadable.reason}`,
    {
      code: 'ERR_LINT_UNREADABLE',
      retryable: false,
      help: 'give the step the right to read it, or name other paths',
    },
  );
}
