/** Inputs and outputs of the secret-lint action; `action.yml` and the reference page are generated from here. */

import { type OptionDefinition, type OutputDefinition, TIERS } from '@leasehold/core';

/** Every input, in the order of `action.yml`. */
export const INPUTS: readonly OptionDefinition[] = [
  {
    name: 'paths',
    description: 'Files and folders to read, one a line, relative to the workspace.',
    default: '.',
    example: 'src',
  },
  {
    name: 'fail-on',
    description: `The weakest evidence that fails the step: ${TIERS.map((tier) => `\`${tier}\``).join(', ')}. What is weaker is annotated and does not fail.`,
    default: 'prefixed',
  },
  {
    name: 'sarif-file',
    description: 'Where to write the report as SARIF, relative to the workspace, for code scanning. Without it none is written.',
    example: 'secrets.sarif',
  },
  { name: 'summary', description: 'Whether to add a table of the findings to the summary of the job.', default: 'true' },
];

/** Every output. */
export const OUTPUTS: readonly OutputDefinition[] = [
  { name: 'findings', description: 'How many findings there are, those that do not fail included.' },
  { name: 'failing', description: 'How many of them fail.' },
  { name: 'sarif-file', description: 'Path of the SARIF file, when one was asked for.' },
];
