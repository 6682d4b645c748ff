/** The scan that the inputs and the event of the job ask for. */

import { ConfigError } from '@leasehold/core';
import { expectLongRun, readyArchives, readyRules, type ScanReport, scannerSource, scanTree } from '@leasehold/scan';
import type { Inputs, Mode } from './inputs.ts';

/** What was read, and what came of it. */
export interface Scanned {
  readonly report: ScanReport;
  readonly mode: Exclude<Mode, 'auto'>;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Events that are about commits, and how they are read unless the author of the workflow says otherwise. */
const MODE_OF_EVENT: Readonly<Record<string, Scanned['mode']>> = {
  pull_request: 'pull-request',
  pull_request_target: 'pull-request',
  merge_group: 'pull-request',
  push: 'range',
};

/**
 * Scans.
 *
 * @param cwd - the workspace, absolute, with links followed
 * @throws ConfigError when a rule, the allow list or the event is wrong; UpstreamError when git fails
 */
export async function scan({ mode, paths, failOn, config, archives }: Inputs, cwd: string, env: Env): Promise<Scanned> {
  const request = { cwd, paths, failOn, archives, ...(config === undefined ? {} : { rules: config }) };
  await Promise.all([readyRules(scannerSource({ cwd, rules: config })), readyArchives({ archives })]);
  const ports = { now: Date.now, env, long: () => expectLongRun(true) };
  expectLongRun(false);
  const chosen = mode === 'auto' ? (MODE_OF_EVENT[env.GITHUB_EVENT_NAME ?? ''] ?? 'tree') : mode;
  switch (chosen) {
    case 'tree':
      return { report: scanTree(request, ports), mode: chosen };
    case 'history':
      return { report: await (await import('@leasehold/scan/history')).scanHistory(request, ports), mode: chosen };
    default:
      try {
        return { report: await (await import('@leasehold/scan/changes')).scanPullRequest(request, ports), mode: chosen };
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        if (error.code === 'ERR_LINT_EVENT') throw inInputs(error);
        // A checkout without git, or below the workspace, has files to read all the same.
        if (mode !== 'auto' || error.code !== 'ERR_LINT_REPOSITORY') throw error;
        return { report: withNote(scanTree(request, ports)), mode: 'tree' };
      }
  }
}

/** The help is for a command line: the author of a workflow has inputs. */
function inInputs({ message, code }: ConfigError): ConfigError {
  return new ConfigError(message, {
    code,
    help: 'set the input `mode` to `tree`, which reads the files of the workspace at any event, or leave it at `auto`',
  });
}

function withNote(report: ScanReport): ScanReport {
  const note = 'the workspace is in no git repository, so that its files were scanned rather than commits';
  return { ...report, notes: [note, ...report.notes] };
}
