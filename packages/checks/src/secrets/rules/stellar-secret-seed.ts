/** Secret seeds of Stellar accounts: base 32 with a version and a checksum. */

import { decodeBase32, encodeBase32 } from '../proof/base32.ts';
import { endsInCrc16, withCrc16 } from '../proof/crc16.ts';
import { judgedSum } from '../proof/judged.ts';
import { joined } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const VERSION = 18 << 3;

function check({ value }: Candidate): Verdict {
  return judgedSum(endsInCrc16(decodeBase32(value) ?? new Uint8Array()), 'the CRC-16 at the end');
}

export const stellarSecretSeed: SecretRule = {
  id: 'stellar-secret-seed',
  title: 'Stellar secret seed',
  description: 'The secret seed of a Stellar account moves everything that it holds.',
  severity: 'critical',
  // The version is a whole number of bits short of two letters.
  prefixes: ['SA', 'SB', 'SC', 'SD'],
  shape: /S[A-D][A-Z2-7]{54}/y,
  check,
  remedy: { rotate: 'Make another account and move what it holds, or replace the signer of the account.' },
  reference: 'https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md',
  examples: (make) => {
    const seed = encodeBase32(withCrc16(joined(Uint8Array.of(VERSION), make.bytes(32))));
    return { positive: [seed], negative: [seed.slice(0, -1), `G${seed.slice(1)}`] };
  },
};
