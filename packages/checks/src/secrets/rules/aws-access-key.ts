/** Access key ids of AWS; the newer ones carry the account. */

import { awsAccount } from '../proof/aws-account.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const KINDS: Readonly<Record<string, string>> = {
  AKIA: 'long-lived',
  ASIA: 'temporary',
  ABIA: 'bearer token of STS',
  ACCA: 'context-specific',
};

function check({ value }: Candidate): Verdict {
  const account = awsAccount(value);
  const kind = `${KINDS[value.slice(0, 4)]} access key id`;
  return {
    evidence: 'shape',
    why: account ? `${kind} of account ${account}` : kind,
  };
}

export const awsAccessKey: SecretRule = {
  id: 'aws-access-key',
  title: 'AWS access key id',
  description: 'An access key id names a key pair; alone it opens nothing, with its secret it is the account.',
  severity: 'info',
  prefixes: Object.keys(KINDS),
  shape: /A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}/y,
  check,
  remedy: { rotate: 'Deactivate and delete the key in IAM if its secret may be out as well.', provider: 'aws' },
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids',
  examples: (make) => ({
    positive: Object.keys(KINDS).map((kind) => `${kind}${make.chars('Q-Z', 1)}A${make.chars('A-Z2-7', 14)}`),
    negative: [`AKIA${make.chars('A-Z', 15)}`, `AKIA${make.chars('A-Z', 8)}0189${make.chars('A-Z', 4)}`],
  }),
};
