/** Seeds of NATS keys: base 32 with two letters of kind and a checksum. */

import { decodeBase32, encodeBase32 } from '../proof/base32.ts';
import { endsInCrc16, withCrc16 } from '../proof/crc16.ts';
import { judgedSum } from '../proof/judged.ts';
import { joined } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** The second letter, and what the key is of. */
const KINDS: Readonly<Record<string, string>> = {
  A: 'an account',
  C: 'a cluster',
  N: 'a server',
  O: 'an operator',
  U: 'a user',
  X: 'a curve key',
};
const SEED = 18 << 3;

function check({ value }: Candidate): Verdict {
  return judgedSum(
    endsInCrc16(decodeBase32(value) ?? new Uint8Array()),
    `seed of ${KINDS[value[1] as string]}: the CRC-16 at the end`,
  );
}

export const natsSeed: SecretRule = {
  id: 'nats-seed',
  title: 'NATS seed',
  description: 'The seed of a NATS key signs as its user, account, server or operator.',
  severity: 'critical',
  selfMade: true,
  prefixes: Object.keys(KINDS).map((letter) => `S${letter}`),
  shape: /S[ACNOUX][A-Z2-7]{56}/y,
  check,
  remedy: { rotate: 'Make another key with `nsc generate nkey`, and revoke the old one with `nsc revocations`.' },
  reference: 'https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth',
  examples: (make) => ({
    positive: [0, 2, 13, 14, 20, 23].map((kind) =>
      encodeBase32(withCrc16(joined(Uint8Array.of(SEED | (kind >> 2), (kind & 3) << 6), make.bytes(32)))),
    ),
    negative: [`SU${make.chars('A-Z2-7', 55)}`, `U${make.chars('A-Z2-7', 57)}`],
  }),
};
