/** `leasehold trust aws`: what a grant needs in an AWS account. */

import { type CommandSpec, FILE_OPTION } from '../command.ts';
import { inlineOptions } from '../provider-options.ts';
import { SET_UP_OPTIONS, SUBJECT_OPTIONS } from '../trust/trust-options.ts';

/** Prints policies; sends nothing. */
export const trustAws: CommandSpec = {
  name: 'trust aws',
  summary: 'print the trust policy and the permissions that a grant needs on AWS',
  description:
    'Prints what a grant needs in an AWS account, ready to be loaded: the trust policy of the leased role, its permissions, and what whoever ends leases may do, never in a way in which that could widen the role. What AWS cannot hold to is said on stderr. Nothing is sent anywhere.',
  arguments: [{ name: '[grant]', description: 'the grant of the policy file; left out in the inline form' }],
  options: [
    FILE_OPTION,
    {
      flags: '--issuer <url>',
      description: "the issuer of the jobs' ID tokens",
      default: 'https://token.actions.githubusercontent.com',
    },
    {
      flags: '--form <form>',
      description:
        "where ended sessions are listed: in the role's permissions boundary, or inline under a boundary that caps the role",
      default: 'boundary',
      choices: ['boundary', 'inline'],
    },
    {
      flags: '--format <format>',
      description: 'how to print it',
      default: 'json',
      choices: ['json', 'terraform', 'cloudformation'],
    },
    { flags: '--ttl <duration>', description: 'inline: the longest lease', default: '15m' },
    ...SUBJECT_OPTIONS,
    ...inlineOptions(SET_UP_OPTIONS),
  ],
  examples: [
    { command: 'leasehold trust aws deploy-site --format terraform > leasehold.tf', what: 'for a grant of the policy file' },
    {
      command:
        "leasehold trust aws --role arn:aws:iam::111122223333:role/site-deploy --region eu-west-1 --allow 's3:PutObject on arn:aws:s3:::acme-site/*' --revoker-role leasehold-revoker --repository-id 123456 --ref refs/heads/main",
      what: 'without a policy file, everything inline',
    },
  ],
  exits: { 0: 'printed', 2: 'the command line or the policy file is wrong, or the trust would let in too much' },
  run: async (input, shell) => {
    const { printTrust } = await import('../trust/print-trust.ts');
    return printTrust(input, shell);
  },
};
