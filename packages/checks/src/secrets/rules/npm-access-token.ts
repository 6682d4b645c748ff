/** Access tokens of the npm registry, which end in a checksum. */

import { base62 } from '../proof/base62.ts';
import { crc32 } from '../proof/crc32.ts';
import { judgedSum } from '../proof/judged.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const RANDOM = 30;

function check({ value }: Candidate): Verdict {
  const data = value.slice(4);
  return judgedSum(base62(crc32(data.slice(0, RANDOM)), 6) === data.slice(RANDOM), 'the CRC-32 in its last six characters');
}

export const npmAccessToken: SecretRule = {
  id: 'npm-access-token',
  title: 'npm access token',
  description: 'An access token of npm publishes packages, or reads private ones, as its owner.',
  severity: 'critical',
  prefixes: ['npm_'],
  shape: /npm_[A-Za-z0-9]{36}/y,
  check,
  remedy: {
    rotate: 'Delete it under Access Tokens on npmjs.com, or with `npm token revoke`, and publish by trusted publishing.',
    provider: 'npm',
  },
  reference: 'https://docs.npmjs.com/about-access-tokens',
  examples: (make) => {
    const random = make.chars('A-Za-z0-9', RANDOM);
    return {
      positive: [`npm_${random}${base62(crc32(random), 6)}`],
      negative: [`npm_${random}`, `npm_${make.chars('a-z', 20)}_${make.chars('a-z', 15)}`],
    };
  },
};
