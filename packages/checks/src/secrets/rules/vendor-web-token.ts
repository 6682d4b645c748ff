/** API keys of vendors that issue JSON Web Tokens without an issuer: only the vendor's name tells whose they are. */

import { hasLongEnded, instantOf } from '../proof/instant.ts';
import { readJwt, writeJwt } from '../proof/jwt.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** They sign with RSA keys of 4,096 bits, as Laravel Passport does where nothing else is asked of it. */
const SIGNATURE = 512;

function check({ value }: Candidate): Verdict {
  const claims = readJwt(value)?.claims;
  if (claims === undefined)
    return { evidence: 'broken', why: 'its parts do not decode to a header with an algorithm and claims' };
  const end = instantOf(claims.exp);
  if (hasLongEnded(claims.exp)) return { evidence: 'public', why: `a token that ended on ${end?.slice(0, 10)}` };
  return { evidence: 'shape', why: `a readable token, ${end ? `until ${end}` : 'without an expiry'}` };
}

export const vendorWebToken: SecretRule = {
  id: 'vendor-web-token',
  title: 'API key in the form of a JSON Web Token',
  description: 'Such a key does in the account of its vendor what its scopes allow, often for years.',
  severity: 'high',
  prefixes: ['eyJ'],
  shape: /eyJ[A-Za-z0-9_-]{27,300}\.eyJ[A-Za-z0-9_-]{150,600}\.[A-Za-z0-9_-]{600,800}/y,
  near: ['cloudconvert', 'formbucket', 'lendflow', 'paperform', 'storychief', 'tallyfy', 'viewneo'],
  check,
  remedy: { rotate: 'Revoke it among the API keys of the account at the vendor whose name stands near it.' },
  reference: 'https://cloudconvert.com/api/v2',
  examples: (make) => {
    const claims = { aud: '1', jti: make.chars('0-9a-f', 80), iat: 1_700_000_000, exp: 4_000_000_000, sub: '7', scopes: [] };
    return {
      positive: [claims, { ...claims, exp: 3_900_000_000 }].map((body) => writeJwt(body, make.bytes(SIGNATURE), 'RS256')),
      negative: [writeJwt(claims, make.bytes(32)), `eyJ${make.chars('A-Za-z0-9', 900)}`],
    };
  },
};
