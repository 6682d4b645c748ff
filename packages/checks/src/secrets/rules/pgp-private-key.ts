/** Private keys of OpenPGP in armor. */

import { exampleRsaNumbers } from '../proof/example-key.ts';
import { readPgpKey, writePgpBody } from '../proof/pgp-key.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const LABEL = 'PGP PRIVATE KEY BLOCK';

function check({ value }: Candidate): Verdict {
  const key = readPgpKey(value);
  if (!key?.secret) return { evidence: 'broken', why: 'does not begin with a packet of a secret key' };
  if (key.sum === false) return { evidence: 'broken', why: 'the CRC-24 at the end does not hold' };
  if (key.locked) return { evidence: 'shape', why: 'a secret key under a passphrase' };
  const open = key.locked === false ? ' without a passphrase' : '';
  return { evidence: 'proven', why: `a packet of a secret key${open}${key.sum ? ', and the CRC-24 at the end holds' : ''}` };
}

export const pgpPrivateKey: SecretRule = {
  id: 'pgp-private-key',
  title: 'OpenPGP private key',
  description: 'A private key of OpenPGP signs releases and commits, and decrypts, as its owner.',
  severity: 'critical',
  selfMade: true,
  // Under a passphrase, that is: without one it is proven.
  tier: 'contextual',
  prefixes: ['-----BEGIN PGP PRIVATE KEY BLOCK-----'],
  // Up to three headers, which may have hyphens in them; each ends where its line does, so that there is one way to read it.
  shape:
    /-----BEGIN PGP PRIVATE KEY BLOCK-----(?:[\s\\rn"']{0,12}[A-Z][a-z]{3,11}: [^\n\\]{0,120}[\n\\])?(?:[\s\\rn"']{0,12}[A-Z][a-z]{3,11}: [^\n\\]{0,120}[\n\\])?(?:[\s\\rn"']{0,12}[A-Z][a-z]{3,11}: [^\n\\]{0,120}[\n\\])?[^-]{60,60000}-----END PGP PRIVATE KEY BLOCK-----/y,
  check,
  remedy: {
    rotate: 'Publish the revocation certificate of the key, make another, and sign again what was signed since it got out.',
  },
  reference: 'https://www.rfc-editor.org/rfc/rfc9580#section-6.2',
  examples: (make) => {
    const { modulus } = exampleRsaNumbers(make);
    const write = (locked: boolean, headers = ''): string =>
      `-----BEGIN ${LABEL}-----\n${headers}\n${writePgpBody(modulus, locked, make.bytes(90))}\n-----END ${LABEL}-----`;
    return {
      positive: [write(false), write(false, 'Version: GnuPG v2\nComment: a-key\n'), write(true)],
      negative: [write(false).replaceAll('PRIVATE', 'PUBLIC'), write(false).slice(0, 120)],
    };
  },
};
