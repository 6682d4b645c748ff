/** `leasehold doctor`: what does this job's token say, and would it be let in? */

import { CLAIM_OPTIONS } from '../claims.ts';
import { type CommandSpec, FILE_OPTION, FORMAT_OPTION } from '../command.ts';

/** Compares a job's claims with a grant, a trust policy, or both. */
export const doctor: CommandSpec = {
  name: 'doctor',
  summary: "say what this job's ID token says, and why trust would refuse it",
  description:
    "Shows the claims of this job's ID token, never the token, and compares them with the subjects of a grant and with a trust policy, claim by claim, with the conditions that would let the job in. Outside a job it works with claims from a file. Given what AWS says of the role, it warns when whoever ends leases could widen the role.",
  arguments: [],
  options: [
    ...CLAIM_OPTIONS,
    { flags: '--id-token-file <path>', description: 'a file with the ID token of this job (also `LEASEHOLD_ID_TOKEN_FILE`)' },
    {
      flags: '--audience <audience>',
      description: "the audience to ask for, and to expect (default: the grant's, else sts.amazonaws.com)",
    },
    { flags: '--grant <grant>', description: 'compare with the subjects of this grant' },
    FILE_OPTION,
    { flags: '--trust-policy <path>', description: 'compare with this trust policy, a JSON file' },
    {
      flags: '--role-description <path>',
      description: 'the output of `aws iam get-role`: compare with its trust policy, and look at its permissions boundary',
    },
    FORMAT_OPTION,
  ],
  examples: [
    { command: 'leasehold doctor', what: 'in a job: what does my token say?' },
    {
      command: 'leasehold doctor --grant deploy-site --trust-policy trust.json',
      what: 'would the grant and the trust policy let this job in?',
    },
    {
      command:
        'aws iam get-role --role-name site-deploy > role.json && leasehold doctor --claims claims.json --role-description role.json',
      what: 'at a terminal: would the role let that job in, and is it safe to end leases on?',
    },
  ],
  exits: {
    0: 'the job would be let in',
    1: 'it would not',
    2: 'the command line or a file is wrong',
    3: 'the ID token could not be had',
  },
  run: async (input, shell) => {
    const { examine } = await import('../doctor/examine.ts');
    return examine(input, shell);
  },
};
