/** Secret keys of age, which are Bech32. */

import { bech32, isBech32 } from '../proof/bech32.ts';
import { judgedSum } from '../proof/judged.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function check({ value }: Candidate): Verdict {
  return judgedSum(isBech32(value), 'the Bech32 checksum');
}

export const ageSecretKey: SecretRule = {
  id: 'age-secret-key',
  title: 'age secret key',
  description: 'A secret key of age decrypts every file that was encrypted for it, and with SOPS every secret in the repository.',
  severity: 'critical',
  selfMade: true,
  prefixes: ['AGE-SECRET-KEY-1'],
  shape: /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}/y,
  check,
  remedy: { rotate: 'Make another key, encrypt the files for it, and change every secret that the old key could read.' },
  reference: 'https://age-encryption.org/v1',
  examples: (make) => {
    // 256 bits are 51 digits and one bit, which is the highest of the last.
    const key = bech32(
      'age-secret-key-',
      make.chars('qpzry9x8gf2tvdw0s3jn54khce6mua7l', 51) + make.pick(['q', 's']),
    ).toUpperCase();
    return { positive: [key], negative: [key.slice(0, -1), `${key}Q`, key.replace('-1', '-1B')] };
  },
};
