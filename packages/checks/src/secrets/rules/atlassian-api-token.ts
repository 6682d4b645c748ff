/** API tokens of Atlassian Cloud, which end in a checksum. */

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

export const atlassianApiToken: SecretRule = {
  id: 'atlassian-api-token',
  title: 'Atlassian API token',
  description: 'An API token of Atlassian reads and changes what its owner can in Jira, Confluence or Bitbucket.',
  severity: 'critical',
  prefixes: ['ATATT3', 'ATCTT3'],
  shape: /AT[AC]TT3[A-Za-z0-9_-]{150,220}={0,2}[0-9A-F]{8}/y,
  check,
  remedy: {
    rotate:
      'Revoke it under Security, API tokens of the Atlassian account, or under the access tokens of the repository or project.',
  },
  reference: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
  examples: (make) => ({
    positive: ['ATATT3', 'ATCTT3'].map((prefix) => {
      const covered = `${prefix}${make.chars('A-Za-z0-9_-', 177)}=`;
      return covered + sum(covered);
    }),
    negative: [`ATATT3${make.chars('A-Za-z0-9', 90)}`],
  }),
};
