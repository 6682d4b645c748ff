/** Classic tokens of GitHub, which end in a checksum. */

import { base62 } from '../proof/base62.ts';
import { crc32 } from '../proof/crc32.ts';
import { judgedSum } from '../proof/judged.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const KINDS = ['ghp_', 'gho_', 'ghu_', 'ghr_', 'ghs_'] as const;
const RANDOM = 30;

/** The prefix is not covered. */
function check({ value }: Candidate): Verdict {
  const data = value.slice(4);
  return judgedSum(base62(crc32(data.slice(0, RANDOM)), 6) === data.slice(RANDOM), 'the CRC-32 in its last six characters');
}

export const githubToken: SecretRule = {
  id: 'github-token',
  title: 'GitHub token',
  description: 'A personal, OAuth, user, refresh or installation token of GitHub reads and changes what its owner can.',
  severity: 'critical',
  prefixes: KINDS,
  shape: /gh[pours]_[A-Za-z0-9]{36}/y,
  check,
  remedy: {
    rotate:
      'Delete it under Settings, Developer settings, Personal access tokens, or revoke the authorisation of the app that it belongs to.',
    provider: 'github',
  },
  reference: 'https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/',
  examples: (make) => ({
    positive: KINDS.map((kind) => {
      const random = make.chars('A-Za-z0-9', RANDOM);
      return kind + random + base62(crc32(random), 6);
    }),
    negative: [
      `ghp_${make.chars('A-Za-z0-9', 35)}`,
      `ghp_${make.chars('A-Za-z0-9', 37)}`,
      `ghp_${make.chars('A-Za-z0-9', 18)}-${make.chars('A-Za-z0-9', 17)}`,
    ],
  }),
};
