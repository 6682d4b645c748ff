/** `leasehold exec`: a lease for the length of one command. */

import { ConfigError, parseDuration } from '@leasehold/core';
import { PROVIDERS } from '@leasehold/providers';
import type { CommandSpec } from '../command.ts';
import type { ExecOrder } from '../exec/order.ts';
import { type Input, textOf } from '../input.ts';
import { inlineOptions, inlineValues } from '../provider-options.ts';

/** Options of all providers: the inline form. */
const PROVIDER_OPTIONS = PROVIDERS.flatMap((provider) => provider.options);

/** Leases, runs, ends, verifies. */
export const exec: CommandSpec = {
  name: 'exec',
  summary: 'lease for one command, and end the lease when it ends',
  description:
    'Leases a credential, runs one command with it, and ends and verifies the lease when the command ends: also when it fails, when it dies, and on SIGINT, SIGTERM and SIGHUP, which are passed on to it. The credential stands in the environment of the command and nowhere else. The job proves who it is with the ID token of its CI platform, or with one from a file.',
  arguments: [{ name: '[grant]', description: 'the grant of the policy file; left out in the inline form' }],
  options: [
    {
      flags: '--ttl <duration>',
      description: 'how long the lease may live, such as `10m`; the ending comes first when the command is quicker',
    },
    { flags: '--reason <text>', description: 'why; carried where the provider keeps it, and needed for a break-glass grant' },
    { flags: '--policy-file <path>', description: 'the policy file', default: '.github/leasehold.yml' },
    {
      flags: '--id-token-file <path>',
      description: 'a file with the ID token of this job; read anew for every exchange (also `LEASEHOLD_ID_TOKEN_FILE`)',
    },
    {
      flags: '--ledger-file <path>',
      description: 'the file that the lines of the ledger are appended to (also `LEASEHOLD_LEDGER_FILE`)',
    },
    {
      flags: '--on-revoke-failure <answer>',
      description: 'what to do when the lease did not end as promised: `fail` exits with 3',
      default: 'fail',
      choices: ['fail', 'warn'],
    },
    { flags: '--provider <id>', description: 'inline: who gives the credential', choices: PROVIDERS.map(({ id }) => id) },
    ...inlineOptions(PROVIDER_OPTIONS),
  ],
  commandAfter: ['--provider', ...PROVIDER_OPTIONS.map(({ name }) => `--${name}`)],
  examples: [
    { command: 'leasehold exec deploy-site -- aws s3 sync out s3://acme-site', what: 'with a grant of the policy file' },
    {
      command:
        "leasehold exec --role arn:aws:iam::111122223333:role/site-deploy --region eu-west-1 --ttl 5m --allow 's3:PutObject on arn:aws:s3:::acme-site/*' -- ./deploy.sh",
      what: 'without a policy file, everything inline',
    },
    {
      command: 'leasehold exec deploy-site --id-token-file "$CI_ID_TOKEN_FILE" -- ./deploy.sh',
      what: 'on a CI system that writes its ID token to a file',
    },
  ],
  exits: {
    0: 'the command succeeded and the lease ended as promised',
    1: 'denied; the command was not run',
    2: 'the command line, the configuration or the policy file is wrong; the command was not run',
    3: 'the other side failed, or the lease did not end as promised',
    other: 'the exit code of the command; 128 and the number of the signal it died of; 126 or 127 when it could not be run',
  },
  run: async (input, shell) => {
    const { runLeased } = await import('../exec/run-leased.ts');
    return runLeased(orderOf(input), shell);
  },
};

function orderOf(input: Input): ExecOrder {
  const lease = input.positional[0];
  const options = inlineValues(input, PROVIDER_OPTIONS);
  const provider = textOf(input, 'provider');
  refuseMixture(lease, [...(provider === undefined ? [] : ['provider']), ...Object.keys(options)]);
  if (input.tail.length === 0) {
    throw new ConfigError('there is no command to run', {
      code: 'ERR_USAGE',
      help: 'write it after `--`, such as `leasehold exec deploy-site -- ./deploy.sh`',
    });
  }
  const ttl = textOf(input, 'ttl');
  return {
    wanted: {
      lease,
      reason: textOf(input, 'reason'),
      policyFile: textOf(input, 'policy-file') as string,
      provider: provider ?? 'aws',
      ttl: ttl === undefined ? undefined : parseDuration(ttl),
      delivery: 'env',
      onRevokeFailure: textOf(input, 'on-revoke-failure') === 'warn' ? 'warn' : 'fail',
      options,
    },
    words: input.tail,
    idTokenFile: textOf(input, 'id-token-file'),
    ledgerFile: textOf(input, 'ledger-file'),
  };
}

function refuseMixture(lease: string | undefined, inline: readonly string[]): void {
  if (lease === undefined && inline.length === 0) {
    throw new ConfigError('there is nothing to lease', {
      code: 'ERR_USAGE',
      help: 'name a grant, or give `--role` and what else the provider needs',
    });
  }
  if (lease === undefined || inline.length === 0) return;
  throw new ConfigError(`the grant \`${lease}\` cannot be combined with ${inline.map((name) => `\`--${name}\``).join(', ')}`, {
    code: 'ERR_USAGE',
    help: `put ${inline.length === 1 ? 'it' : 'them'} under \`with\` of the grant in the policy file, or leave the grant out`,
  });
}
