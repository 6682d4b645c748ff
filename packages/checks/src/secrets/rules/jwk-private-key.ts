/** Private keys as JSON Web Keys; without `d` or `k` they are public. */

import { decodeBase64, encodeBase64Url } from '../proof/base64.ts';
import { bytesOf } from '../proof/big-number.ts';
import { exampleRsaNumbers } from '../proof/example-key.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** A quote, which has backslashes before it where the key stands in a string. */
const QUOTE = String.raw`\\{0,3}"`;
/** Between the name of a member and its text. */
const TIE: string = String.raw`${QUOTE}\s{0,8}:\s{0,8}${QUOTE}`;

/** Bytes of the secret number on each curve. */
const CURVES: Readonly<Record<string, number>> = {
  'P-256': 32,
  secp256k1: 32,
  'P-384': 48,
  'P-521': 66,
  Ed25519: 32,
  Ed448: 57,
  X25519: 32,
  X448: 56,
};

function check({ value, before, after }: Candidate): Verdict {
  const text = before.slice(before.lastIndexOf('{') + 1) + value + after.slice(0, Math.max(0, after.indexOf('}')));
  const kind = member(text, 'kty');
  const length = (name: string): number => decodeBase64(member(text, name) ?? '')?.length ?? 0;
  if (kind === 'oct')
    return length('k') >= 16
      ? { evidence: 'proven', why: `a symmetric key of ${length('k') * 8} bits` }
      : { evidence: 'broken', why: 'a symmetric key that is too short' };
  const curve = member(text, 'crv') ?? '';
  const wanted = CURVES[curve];
  if (kind !== 'RSA' && wanted !== undefined)
    return length('d') === wanted
      ? { evidence: 'proven', why: `a whole ${curve} key` }
      : { evidence: 'broken', why: `a ${curve} key of the wrong length` };
  const whole = kind === 'RSA' && length('d') >= 60 && (length('n') === 0 || length('d') <= length('n'));
  return whole
    ? { evidence: 'proven', why: 'an RSA key with its secret exponent' }
    : { evidence: 'broken', why: 'its members do not belong together' };
}

function member(text: string, name: string): string | undefined {
  return new RegExp(`"${name}${TIE}([\\w-]{1,2800})`).exec(text)?.[1];
}

export const jwkPrivateKey: SecretRule = {
  id: 'jwk-private-key',
  title: 'private JSON Web Key',
  description: 'A JSON Web Key with its secret member signs or decrypts as whoever publishes its public half.',
  severity: 'critical',
  selfMade: true,
  prefixes: ['"kty"', '"d"', '"kty\\"', '"d\\"'],
  // Sorted members have the secret first.
  shape: new RegExp(
    `"(?:kty${TIE}(?:RSA|EC|OKP|oct)${QUOTE}[^{}]{1,1600}?"[dk]${TIE}[A-Za-z0-9_-]{16,1400}${QUOTE}|d${TIE}[A-Za-z0-9_-]{40,1400}${QUOTE}[^{}]{1,2600}?"kty${TIE}(?:RSA|EC|OKP)${QUOTE})`,
    'y',
  ),
  check,
  remedy: { rotate: 'Make another key, publish its public half beside the old one, sign with it, and take the old one away.' },
  reference: 'https://www.rfc-editor.org/rfc/rfc7517#section-9.3',
  examples: (make) => {
    const { modulus, secret } = exampleRsaNumbers(make);
    const [n, d] = [encodeBase64Url(bytesOf(modulus)), encodeBase64Url(bytesOf(secret))];
    const point = { x: encodeBase64Url(make.bytes(32)), y: encodeBase64Url(make.bytes(32)) };
    const curve = encodeBase64Url(make.bytes(32));
    const write = (key: object): string => JSON.stringify(key);
    return {
      positive: [
        write({ kty: 'RSA', n, e: 'AQAB', d }),
        write({ d, e: 'AQAB', kty: 'RSA', n }),
        write({ kty: 'EC', crv: 'P-256', ...point, d: curve }),
        write({ crv: 'Ed25519', d: curve, kty: 'OKP', x: point.x }),
        write({ kty: 'oct', k: curve }),
        write({ key: write({ kty: 'EC', crv: 'P-256', ...point, d: curve }) }),
        write({ key: write({ d: curve, crv: 'P-256', ...point, kty: 'EC' }) }),
      ],
      negative: [write({ kty: 'RSA', n, e: 'AQAB' }), write({ kty: 'EC', crv: 'P-256', ...point })],
    };
  },
};
