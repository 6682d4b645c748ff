/** From good inputs to a lease, or to a no that says why. */

import { readFileSync, statSync } from 'node:fs';
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
  const asked = await prepare(inputs, {
    providers: PROVIDERS,
    policy: () => import('./policy.ts'),
    readText: async (path) => readWorkspace(join(workspace, path)),
    env,
  });
  // Read before anything is sent, like everything else that an author can get wrong, although only a refusal needs it.
  const prepared =
    inputs.trustPolicyFile === undefined ? asked : { ...asked, trust: trustOf(inputs.trustPolicyFile, asked, workspace) };
  let acquired: Acquired;
  try {
    acquired = await acquire(prepared.ask, { platform, readIdToken, ledgerLine }, ports);
  } catch (error) {
    // Without the permission there is no token and so no refusal: the same page of causes answers it.
    if (error instanceof ConfigError && error.code === 'ERR_ID_TOKEN_PERMISSION') await tellRefusal({ error }, prepared, shell);
    throw error;
  }
  await tell(acquired, prepared, shell);
}

function readWorkspace(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : undefined;
}

/** What a copy of the provider's trust policy says, in place of the grant's subjects. */
function trustOf(file: string, { ask }: Prepared, workspace: string): Prepared['trust'] {
  const text = readWorkspace(join(workspace, file));
  if (text === undefined) {
    throw new ConfigError(`the trust policy file \`${file}\` cannot be read`, {
      code: 'ERR_TRUST_FILE',
      help: 'check the path given as `trust-policy-file`, and that the repository is checked out before this step',
    });
  }
  const statements = ask.provider.trust.read(text, file);
  return () => statements;
}

async function tell(acquired: Acquired, prepared: Prepared, shell: Shell): Promise<void> {
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
  await tellRefusal(acquired, prepared, shell);
  core.setFailed(
    `${acquired.error.message} (${acquired.error.code})${acquired.error.help ? `\nhelp: ${acquired.error.help}` : ''}`,
  );
}

async function tellRefusal(refusal: Refusal, prepared: Prepared, shell: Shell): Promise<void> {
  // Loaded when it is needed: a refusal may take its time, a lease may not.
  const { explain } = await import('./explain.ts');
  const { log, summary } = await explain(refusal, prepared, shell);
  shell.ports.log.info(log);
  await shell.platform.summarize(summary);
}
