/** `leasehold try`: the whole life of a lease, on local stand-ins. */

import type { CommandSpec } from '../command.ts';

/** Needs no account, no configuration and no network. */
export const tryOut: CommandSpec = {
  name: 'try',
  summary: 'show the whole life of a lease on local stand-ins; nothing to configure',
  description:
    'Starts an OIDC issuer and a stand-in for STS, IAM and S3 on this machine, lets two jobs lease at once, and shows what each may do, how one lease is ended and proven dead while the other lives on, and what is written down. The requests are real, the policies are evaluated by an IAM evaluator, and nothing leaves this machine.',
  arguments: [],
  options: [],
  examples: [{ command: 'leasehold try', what: 'takes about a second' }],
  exits: {
    0: 'everything happened as it is told',
    2: 'the policy evaluator is not installed',
    3: 'something did not happen as it would have been told',
  },
  run: async (_input, shell) => {
    const { showLife } = await import('../try/show-life.ts');
    return showLife(shell);
  },
};
