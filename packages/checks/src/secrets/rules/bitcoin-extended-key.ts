/** Extended private keys of hierarchical wallets (BIP-32), with a checksum. */

import { decodeBase58Check, encodeBase58Check } from '../proof/base58.ts';
import { judgedForm } from '../proof/judged.ts';
import { joined } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const LENGTH = 78;
/** Versions of SLIP-132, and of the test network. */
const VERSIONS = { xprv: 0x0488ade4, yprv: 0x049d7878, zprv: 0x04b2430c, tprv: 0x04358394 } as const;

function check({ value }: Candidate): Verdict {
  const payload = decodeBase58Check(value);
  const depth = payload?.length === LENGTH ? payload[4] : undefined;
  return judgedForm(
    depth === undefined ? undefined : `the double SHA-256 at the end holds; depth ${depth}`,
    'the double SHA-256 at the end does not hold',
  );
}

export const bitcoinExtendedKey: SecretRule = {
  id: 'bitcoin-extended-key',
  title: 'Bitcoin extended private key',
  description: 'An extended private key spends what all addresses below it hold.',
  severity: 'critical',
  prefixes: Object.keys(VERSIONS),
  shape: /[xyzt]prv[1-9A-HJ-NP-Za-km-z]{107}/y,
  check,
  remedy: { rotate: 'Move what the wallet holds to a wallet of another seed.' },
  reference: 'https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki',
  examples: (make) => ({
    positive: Object.values(VERSIONS).map((version) => {
      const head = Uint8Array.of(
        version >>> 24,
        (version >>> 16) & 0xff,
        (version >>> 8) & 0xff,
        version & 0xff,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
      );
      return encodeBase58Check(joined(head, make.bytes(32), Uint8Array.of(0), make.bytes(32)));
    }),
    negative: [`xprv${make.chars('1-9', 100)}`],
  }),
};
