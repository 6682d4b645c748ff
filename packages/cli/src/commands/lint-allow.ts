/** `leasehold lint allow`: this secret is known, and may stay for a stated reason. */

import type { CommandSpec } from '../command.ts';

/** Adds one entry to the allow list. */
export const lintAllow: CommandSpec = {
  name: 'lint allow',
  summary: 'add a finding to the allow list, with a reason',
  description:
    'Adds one line to `.leasehold/allow.jsonl` of the repository, so that this secret no longer counts as a finding. The entry names the secret by its fingerprint, never by its place, so that it holds wherever the secret moves, and a new secret in the same place is found.',
  arguments: [{ name: '<fingerprint>', description: 'as the report shows it' }],
  options: [
    { flags: '--rule <id>', description: 'the rule that found it, as the report shows it', required: true },
    { flags: '--reason <text>', description: 'why it may stay', required: true },
    { flags: '--owner <owner>', description: 'who answers for it' },
    { flags: '--expires <date>', description: 'the last day on which it is allowed, such as 2027-03-31' },
    { flags: '--path <glob>', description: 'allow it in these files only, a glob' },
  ],
  examples: [
    {
      command:
        "leasehold lint allow 3f9c01d2a4b5c6d7e8f90a1b2c3d4e5f --rule github-token --reason 'revoked on 2026-11-01' --owner @acme/web --expires 2027-03-31",
      what: 'with the fingerprint and the rule that the report shows',
    },
  ],
  exits: { 0: 'the entry is written, or was there already', 2: 'the command line or the allow list is wrong' },
  run: async (input, shell) => {
    const { addAllowEntry } = await import('../lint/add-allow-entry.ts');
    return addAllowEntry(input, shell);
  },
};
