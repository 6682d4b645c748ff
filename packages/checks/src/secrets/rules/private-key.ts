/** Private keys in PEM without a passphrase: RSA, DSA, elliptic curves and Edwards curves. */

import { der, derInteger, INTEGER, OBJECT_ID, OCTETS, SEQUENCE } from '../proof/der.ts';
import { exampleRsaKey } from '../proof/example-key.ts';
import { judgePem } from '../proof/judged-key.ts';
import { toBytes } from '../proof/latin1.ts';
import { encodeArmor } from '../proof/pem.ts';
import type { SecretRule } from '../rule.ts';

export const privateKey: SecretRule = {
  id: 'private-key',
  title: 'private key',
  description: 'A private key without a passphrase signs, decrypts or logs in as whoever trusts its public half.',
  severity: 'critical',
  selfMade: true,
  prefixes: [
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY-----',
    '-----BEGIN EC PRIVATE KEY-----',
    '-----BEGIN DSA PRIVATE KEY-----',
  ],
  // Quotes, escapes, signs of joining and indentation stand between the lines where the key is a string of a program.
  shape:
    /-----BEGIN (?:RSA |EC |DSA )?PRIVATE KEY-----[A-Za-z0-9+/=\s\\"'`,.#*>|;]{40,20000}-----END (?:RSA |EC |DSA )?PRIVATE KEY-----/y,
  check: judgePem,
  remedy: {
    rotate:
      'Make another key pair, replace the public half wherever it is trusted, revoke certificates over it, and take the old half away.',
  },
  reference: 'https://www.rfc-editor.org/rfc/rfc7468',
  examples: (make) => {
    const edwards = der(
      SEQUENCE,
      derInteger(0n),
      der(SEQUENCE, der(OBJECT_ID, toBytes('\x2b\x65\x70'))),
      der(OCTETS, der(OCTETS, make.bytes(32))),
    );
    const curve = der(
      SEQUENCE,
      derInteger(1n),
      der(OCTETS, Uint8Array.of(1, ...make.bytes(31))),
      der(0xa0, der(OBJECT_ID, toBytes('\x2a\x86\x48\xce\x3d\x03\x01\x07'))),
    );
    const rsa = encodeArmor('RSA PRIVATE KEY', exampleRsaKey(make));
    return {
      positive: [rsa, rsa.replaceAll('\n', '\\n'), encodeArmor('PRIVATE KEY', edwards), encodeArmor('EC PRIVATE KEY', curve)],
      negative: [encodeArmor('PUBLIC KEY', make.bytes(90)), encodeArmor('PRIVATE KEY', der(INTEGER, make.bytes(8)))],
    };
  },
};
