/** Private keys of Bitcoin in wallet import format, with a checksum. */

import { decodeBase58Check, encodeBase58Check } from '../proof/base58.ts';
import { judgedForm } from '../proof/judged.ts';
import { joined } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const MAIN = 0x80;
/** Behind the key where its public half is written compressed. */
const COMPRESSED = Uint8Array.of(1);

/** What stands near a key that was altered. */
const NAMES = /\bwif\b|bitcoin|btc|wallet|priv_?key/i;

function check({ value, before, after }: Candidate): Verdict {
  const payload = decodeBase58Check(value);
  const read = payload?.[0] === MAIN && (payload.length === 33 || payload.length === 34);
  // Such prefixes are short: without its sum it takes a name to be a key.
  if (!read && !NAMES.test(before + after)) return { evidence: 'none' };
  return judgedForm(read ? 'the double SHA-256 at the end holds' : undefined, 'the double SHA-256 at the end does not hold');
}

export const bitcoinPrivateKey: SecretRule = {
  id: 'bitcoin-private-key',
  title: 'Bitcoin private key',
  description: 'A private key in wallet import format spends what its address holds.',
  severity: 'critical',
  prefixes: ['5H', '5J', '5K', 'Kw', 'Kx', 'Ky', 'Kz', 'L1', 'L2', 'L3', 'L4', 'L5'],
  shape: /[5KL][1-9A-HJ-NP-Za-km-z]{50,51}/y,
  check,
  remedy: { rotate: 'Move what the address holds to one of another key.' },
  reference: 'https://en.bitcoin.it/wiki/Wallet_import_format',
  examples: (make) => {
    // A low first byte keeps the number below the order of the curve.
    const key = joined(Uint8Array.of(MAIN, 0x42), make.bytes(31));
    const names = [encodeBase58Check(key), encodeBase58Check(joined(key, COMPRESSED))];
    return { positive: names.map((name) => `wallet: ${name}`), negative: [`wallet: K${make.chars('1-9A-H', 40)}`] };
  },
};
