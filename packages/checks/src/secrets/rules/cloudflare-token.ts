/** API tokens and keys of Cloudflare in their scannable form, which ends in a checksum. */

import { crc32 } from '../proof/crc32.ts';
import { hex32 } from '../proof/hex.ts';
import { judgedSum } from '../proof/judged.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const KINDS = ['cfut_', 'cfat_', 'cfk_'] as const;

function check({ value }: Candidate): Verdict {
  return judgedSum(hex32(crc32(value.slice(-48, -8))) === value.slice(-8), 'the CRC-32 in its last eight characters');
}

export const cloudflareToken: SecretRule = {
  id: 'cloudflare-token',
  title: 'Cloudflare API token',
  description:
    'A user or account token, or a global key, of Cloudflare changes zones, workers and storage within its permissions.',
  severity: 'critical',
  prefixes: KINDS,
  shape: /cf(?:ut|at|k)_[A-Za-z0-9]{40}[0-9a-f]{8}/y,
  check,
  remedy: { rotate: 'Roll it under My Profile, API Tokens, or Manage Account, Account API Tokens.', provider: 'cloudflare' },
  reference: 'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/',
  examples: (make) => ({
    positive: KINDS.map((kind) => {
      const random = make.chars('A-Za-z0-9', 40);
      return kind + random + hex32(crc32(random));
    }),
    negative: [`cfut_${make.chars('A-Za-z0-9', 40)}`],
  }),
};
