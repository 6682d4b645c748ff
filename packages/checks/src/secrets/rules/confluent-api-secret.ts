/** API secrets of Confluent Cloud, which end in a checksum. */

import { encodeBase64 } from '../proof/base64.ts';
import { crc32 } from '../proof/crc32.ts';
import { littleEndian } from '../proof/hex.ts';
import { judgedSum } from '../proof/judged.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const RANDOM = 54;

function sum(random: string): string {
  return encodeBase64(littleEndian(crc32(random))).slice(0, 6);
}

function check({ value }: Candidate): Verdict {
  const data = value.slice(4);
  return judgedSum(sum(data.slice(0, RANDOM)) === data.slice(RANDOM), 'the CRC-32 in its last six characters');
}

export const confluentApiSecret: SecretRule = {
  id: 'confluent-api-secret',
  title: 'Confluent Cloud API secret',
  description: 'An API secret of Confluent reads and writes topics, or administers the organisation, with its key id beside it.',
  severity: 'critical',
  prefixes: ['cflt'],
  shape: /cflt[A-Za-z0-9+/]{60}/y,
  check,
  remedy: { rotate: 'Delete the key under API keys of the Confluent Cloud console, or with `confluent api-key delete`.' },
  reference:
    'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html',
  examples: (make) => {
    const random = make.chars('A-Za-z0-9+/', RANDOM);
    return { positive: [`cflt${random}${sum(random)}`], negative: [`cflt${random}`] };
  },
};
