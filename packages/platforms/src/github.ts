/** GitHub Actions. Reference: https://docs.github.com/actions/reference/workflows-and-actions/variables */

import { join } from 'node:path';
import * as core from '@actions/core';
import { type Platform, type Ports, Secret } from '@leasehold/core';
import { appendLine } from './append-line.ts';
import { exportVariable } from './export-variable.ts';
import { requestIdToken } from './id-token.ts';
import { leaseFolders, privateFolder } from './private-folder.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What the runner sets in every job; `GITHUB_ACTIONS` alone may be inherited by a tool that merely runs inside one. */
export function isGithub(env: Env): boolean {
  return env.GITHUB_ACTIONS === 'true' && env.GITHUB_RUN_ID !== undefined;
}

/**
 * The platform of a job on GitHub Actions, or on a forge that speaks its runner protocol.
 *
 * @param env - the environment variables of the step
 * @param ledgerFile - where ledger lines go; the default lies in the job's temporary folder
 */
export function github(env: Env, ports: Pick<Ports, 'http' | 'clock'>, ledgerFile?: string): Platform {
  const temp = env.RUNNER_TEMP ?? '/tmp';
  const ledger = ledgerFile ?? join(temp, 'leasehold-ledger.jsonl');
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
  const exported = new Map<string, string>();
  return {
    id: 'github',
    title: 'GitHub Actions',
    run: { platform: 'gh', run: env.GITHUB_RUN_ID ?? '0', attempt: env.GITHUB_RUN_ATTEMPT ?? '1' },
    runUrl: env.GITHUB_SERVER_URL && `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`,
    idToken: (audience) => requestIdToken({ url, bearer: bearer ? new Secret(bearer) : undefined }, audience, ports),
    mask: (value) => core.setSecret(value),
    setOutput: (name, value) => core.setOutput(name, value),
    // The runner has no way to take a variable away; an empty one is what the SDKs read as absent.
    exportVariable: (name, value = '') => {
      exported.set(name, value);
      exportVariable(name, value, env.GITHUB_ENV);
    },
    variable: (name) => exported.get(name) ?? env[name],
    remember: (key, value) => core.saveState(key, value),
    recall: (key) => core.getState(key) || undefined,
    // The same append as `core.summary`, which loads `node:fs/promises` and all streams when a step starts.
    summarize: async (markdown) => {
      if (env.GITHUB_STEP_SUMMARY) appendLine(env.GITHUB_STEP_SUMMARY, markdown);
    },
    folder: (leaseId) => privateFolder(temp, leaseId),
    folders: async () => leaseFolders(temp),
    record: async (line) => {
      appendLine(ledger, line);
      return ledger;
    },
  };
}
