/** `leasehold policy explain`: what would the policy say to this job, and why? */

import { ConfigError, parseDuration } from '@leasehold/core';
import { CLAIM_OPTIONS, describedIdentity } from '../claims.ts';
import { type CommandSpec, FILE_OPTION, FORMAT_OPTION } from '../command.ts';
import { printDecision } from '../decision.ts';
import { EXIT } from '../exit.ts';
import { textOf } from '../input.ts';

/** Decides about a described job without any network call. */
export const policyExplain: CommandSpec = {
  name: 'policy explain',
  summary: 'say what the policy answers to a job, with every rule',
  description:
    'Decides about one request of a job that you describe, as the lease step would, and shows every rule that determined the answer and every claim that did not match. Nothing is sent anywhere.',
  arguments: [{ name: '<grant>', description: 'the grant that the job asks for' }],
  options: [
    ...CLAIM_OPTIONS,
    { flags: '--ttl <duration>', description: 'the TTL that the job asks for, such as `10m`' },
    { flags: '--reason <text>', description: 'the reason that the job gives' },
    FILE_OPTION,
    FORMAT_OPTION,
  ],
  examples: [
    { command: 'leasehold policy explain deploy-site --claims claims.json', what: 'a job whose claims stand in a file' },
    {
      command: 'leasehold policy explain deploy-site --claims claims.json --claim ref=refs/heads/dev --ttl 30m',
      what: 'the same job on another branch, asking for half an hour',
    },
  ],
  exits: { 0: 'allowed', 1: 'denied', 2: 'the command line or the policy file is wrong' },
  run: async (input, shell) => {
    const grant = input.positional[0] as string;
    const now = Date.now();
    const identity = await describedIdentity(input, now);
    if (!identity) {
      throw new ConfigError('no job is described', {
        code: 'ERR_USAGE',
        help: 'give `--claims FILE`, or `--sub SUBJECT` and `--claim NAME=VALUE`; what the token of a running job says is shown by `leasehold doctor`',
      });
    }
    const [{ readPolicyFile, grantOf }, { decide }] = await Promise.all([
      import('../policy-file.ts'),
      import('@leasehold/policy'),
    ]);
    const file = textOf(input, 'file') as string;
    const policy = await readPolicyFile(file);
    grantOf(policy, grant, file);
    const ttl = textOf(input, 'ttl');
    const reason = textOf(input, 'reason');
    const request = {
      grant,
      ...(ttl === undefined ? {} : { ttl: parseDuration(ttl) }),
      ...(reason === undefined ? {} : { reason }),
    };
    const decision = decide(policy, request, identity);
    if (textOf(input, 'format') === 'json') shell.out.line(JSON.stringify(decision, null, 2));
    else printDecision(decision, shell.out);
    return decision.allowed ? EXIT.clean : EXIT.denied;
  },
};
