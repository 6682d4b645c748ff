/** Inputs and outputs of the secret-lint action; `action.yml` and the reference page are generated from here. */

import { type OptionDefinition, type OutputDefinition, TIERS } from '@leasehold/core';

/** Every input, in the order of `action.yml`. */
export const INPUTS: readonly OptionDefinition[] = [
  {
    name: 'paths',
    description: 'Files and folders to read, one a line, relative to the workspace. They limit pull requests and pushes as well.',
    default: '.',
    example: 'src',
  },
  {
    name: 'mode',
    description:
      'What is read: `pull-request` what the commits of the pull request or merge group bring, their messages included, on any checkout; `range` the same of a push; `tree` the files of the workspace; `history` all that was ever committed, as far as it was fetched; `auto` the first on `pull_request`, `pull_request_target` and `merge_group`, the second on `push`, and the third else.',
    default: 'auto',
  },
  {
    name: 'fail-on',
    description: `The weakest evidence that fails the step: ${TIERS.map((tier) => `\`${tier}\``).join(', ')}. What is weaker is annotated and does not fail.`,
    default: 'prefixed',
  },
  {
    name: 'config',
    description:
      'File or folder with rules of your own, relative to the workspace. Without it they are read from `.leasehold/rules`, where that is.',
    example: 'security/rules.yml',
  },
  { name: 'archives', description: 'Whether to look into zip, tar and gzip files, within bounds.', default: 'false' },
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
  { name: 'mode', description: 'What was read: `tree`, `range`, `pull-request` or `history`.' },
  { name: 'sarif-file', description: 'Path of the SARIF file, when one was asked for.' },
];
