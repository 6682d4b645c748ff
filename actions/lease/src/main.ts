/** The lease step: inputs, lease, outputs. */

import * as core from '@actions/core';
import { PROVIDERS } from '@leasehold/providers';
import { readInputs } from './inputs.ts';
import { lease } from './lease.ts';
import { openShell, runStep } from './shell.ts';

await runStep(async () => {
  const inputs = readInputs(core.getInput, [...new Set(PROVIDERS.flatMap(({ options }) => options.map(({ name }) => name)))]);
  const shell = openShell(inputs.ledgerFile);
  await lease(inputs, shell);
});
