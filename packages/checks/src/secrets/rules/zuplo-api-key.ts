/** API keys that Zuplo issues to the consumers of a gateway, which end in a checksum. */

import { crc32 } from '../proof/crc32.ts';
import { hex32 } from '../proof/hex.ts';
import { judgedSum } from '../proof/judged.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function check({ value }: Candidate): Verdict {
  return judgedSum(hex32(crc32(value.slice(5, 37))) === value.slice(-8), 'the CRC-32 in its last eight characters');
}

export const zuploApiKey: SecretRule = {
  id: 'zuplo-api-key',
  title: 'Zuplo API key',
  description: 'A key of a gateway of Zuplo calls the interfaces behind it as one consumer.',
  severity: 'high',
  prefixes: ['zpka_'],
  shape: /zpka_[A-Za-z0-9]{32}_[0-9a-f]{8}/y,
  check,
  remedy: { rotate: 'Roll the key of that consumer under Services, API Key Service of the Zuplo portal.' },
  reference: 'https://zuplo.com/docs/articles/api-key-leak-detection',
  examples: (make) => {
    const random = make.chars('a-z0-9', 32);
    return { positive: [`zpka_${random}_${hex32(crc32(random))}`], negative: [`zpka_${random}`] };
  },
};
