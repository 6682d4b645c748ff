/** App passwords of Bitbucket Cloud, which end in a checksum. */

import { crc32 } from '../proof/crc32.ts';
import { hex32 } from '../proof/hex.ts';
import { judgedSum } from '../proof/judged.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function sum(covered: string): string {
  return hex32(crc32(covered)).toUpperCase();
}

/** The prefix is covered too. */
function check({ value }: Candidate): Verdict {
  return judgedSum(sum(value.slice(0, -8)) === value.slice(-8), 'the CRC-32 in its last eight characters');
}

export const bitbucketAppPassword: SecretRule = {
  id: 'bitbucket-app-password',
  title: 'Bitbucket app password',
  description:
    'An app password of Bitbucket reads and changes the repositories of its owner, with the name of the user beside it.',
  severity: 'critical',
  prefixes: ['ATBB'],
  shape: /ATBB[A-Za-z0-9]{24}[0-9A-F]{8}/y,
  check,
  remedy: { rotate: 'Delete it under Personal settings, App passwords, and use an access token of the repository.' },
  reference: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
  examples: (make) => {
    const covered = `ATBB${make.chars('A-Za-z0-9', 24)}`;
    return { positive: [covered + sum(covered)], negative: [covered, `${covered}${make.chars('a-f', 8)}`] };
  },
};
