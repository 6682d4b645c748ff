/** What both halves of the action are wired from: the step's environment, its platform and its ports. */

import * as core from '@actions/core';
import { LeaseholdError, type Platform, type Ports } from '@leasehold/core';
import { github, githubLog, nodeHttp, nodePorts } from '@leasehold/platforms';
import { errorText } from '@leasehold/report';

/** The world of one step. */
export interface Shell {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: Platform;
  readonly ports: Ports;
}

/** Opens the step's world. */
export function openShell(ledgerFile?: string): Shell {
  const { env } = process;
  const ports = nodePorts({ http: nodeHttp(env), log: githubLog() });
  return { env, platform: github(env, ports, ledgerFile), ports };
}

/** Runs one half of the action; whatever it throws becomes the step's failure, with the next step for whoever must act. */
export async function runStep(half: () => Promise<void>): Promise<void> {
  try {
    await half();
  } catch (error) {
    if (error instanceof LeaseholdError) return core.setFailed(errorText(error));
    core.debug(error instanceof Error ? (error.stack ?? error.name) : 'unknown failure');
    core.setFailed(`leasehold failed unexpectedly: ${error instanceof Error ? error.name : 'unknown failure'} (ERR_INTERNAL)`);
  }
}
