/** The post step: end the lease, prove it, restore, write down. */

import { getInput } from '@actions/core';
import { STATE_KEY } from '@leasehold/lease';
import { end } from './end.ts';
import { openShell, runStep } from './shell.ts';

await runStep(async () => {
  const shell = openShell(getInput('ledger-file') || undefined);
  const state = shell.platform.recall(STATE_KEY);
  if (state === undefined) return shell.ports.log.info('nothing was leased, nothing to end');
  return end(state, shell);
});
