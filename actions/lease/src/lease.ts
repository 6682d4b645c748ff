/** From good inputs to a lease, or to a no that says why. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import { ConfigError } from '@leasehold/core';
import { type Acquired, acquire, type Prepared, prepare } from '@leasehold/lease';
import { readIdToken } from '@leasehold/oidc';
import { PROVIDERS } from '@leasehold/providers';
import { denialSummary, denialText, leaseSummary, leaseText, ledgerLine } from '@leasehold/report';
import type { Refusal } from './explain.ts';
import type { Inputs } from './inputs.ts';
import type { Shell } from './shell.ts';

/**
 * Leases what the inputs ask for and publishes it, or fails the step with an explanation in log and summary.
 *
 * @throws ConfigError, UpstreamError or InternalError when it did not come to an answer
 */
export async function lease(inputs: Inputs, shell: Shell): Promise<void> {
  const { platform, ports, env } = shell;
  const workspace = env.GITHUB_WORKSPACE ?? '.';
  const prepared = await prepare(inputs, {
    providers: PROVIDERS,
    policy: () => import('@leasehold/policy'),
    readText: async (path) => readWorkspace(join(workspace, path)),
    env,
  });
  let acquired: Acquired;
  try {
    acquired = await acquire(prepared.ask, { platform, readIdToken, ledgerLine }, ports);
  } catch (error) {
    // Without the permission there is no token and so no refusal: the same page of causes answers it.
    if (error instanceof ConfigError && error.code === 'ERR_ID_TOKEN_PERMISSION')
      await tellRefusal({ error }, inputs, prepared, shell);
    throw error;
  }
  await tell(acquired, inputs, prepared, shell);
}

function readWorkspace(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

async function tell(acquired: Acquired, inputs: Inputs, prepared: Prepared, shell: Shell): Promise<void> {
  const { platform, ports } = shell;
  if (acquired.kind === 'leased') {
    const { record, ledger } = acquired;
    platform.setOutput('lease-id', record.leaseId);
    platform.setOutput('expires-at', new Date(record.expiresAt).toISOString());
    platform.setOutput('ending', record.ending.kind);
    platform.setOutput('ledger', ledger);
    ports.log.info(leaseText(record, ports.clock.now()));
    return platform.summarize(leaseSummary(record, ports.clock.now()));
  }
  if (acquired.kind === 'denied') {
    ports.log.info(denialText(acquired.decision));
    await platform.summarize(denialSummary(acquired.decision));
    return core.setFailed(
      `the policy denies \`${acquired.decision.grant}\` to this job (ERR_POLICY_DENIED)\nhelp: the rules that failed stand above and in the summary`,
    );
  }
  await tellRefusal(acquired, inputs, prepared, shell);
  core.setFailed(
    `${acquired.error.message} (${acquired.error.code})${acquired.error.help ? `\nhelp: ${acquired.error.help}` : ''}`,
  );
}

async function tellRefusal(refusal: Refusal, inputs: Inputs, prepared: Prepared, shell: Shell): Promise<void> {
  // Loaded when it is needed: a refusal may take its time, a lease may not.
  const { explain } = await import('./explain.ts');
  const { log, summary } = await explain(refusal, inputs, prepared, shell);
  shell.ports.log.info(log);
  await shell.platform.summarize(summary);
}
