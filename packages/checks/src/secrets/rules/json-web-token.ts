/** JSON Web Tokens of any issuer. */

import { hasLongEnded, instantOf } from '../proof/instant.ts';
import { type JsonObject, textOf } from '../proof/json.ts';
import { readJwt, writeJwt } from '../proof/jwt.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** RFC 2606, sections 2 and 3: names that nobody can own. */
const RESERVED =
  /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?(?:[^/?#]{0,253}[.@])?(?:example|test|invalid|localhost|example\.(?:com|net|org))(?=[:/]|$)/i;

function check({ value }: Candidate): Verdict {
  const token = readJwt(value);
  if (!token) return { evidence: 'broken', why: 'its parts do not decode to a header with an algorithm and claims' };
  const { header, claims } = token;
  if (textOf(header, 'typ') === 'dpop+jwt')
    return { evidence: 'public', why: 'a proof for a single request, which opens nothing later' };
  const issuer = textOf(claims, 'iss');
  const role = textOf(claims, 'role');
  if (role === 'anon' && issuer?.startsWith('supabase'))
    return { evidence: 'public', why: 'the anonymous key of Supabase, made to be shipped in pages' };
  if (textOf(header, 'alg')?.startsWith('ed25519') && !isBearer(claims))
    return { evidence: 'public', why: 'a token of NATS, which opens nothing without the seed of the key that it names' };
  const end = instantOf(claims.exp);
  if (hasLongEnded(claims.exp)) return { evidence: 'public', why: `a token that ended on ${end?.slice(0, 10)}` };
  const parts = [issuer && `issued by ${issuer}`, role && `role \`${role}\``, end ? `until ${end}` : 'without an expiry'];
  const why = `a readable token, ${parts.filter(Boolean).join(', ')}`;
  if (issuer && RESERVED.test(issuer)) return { evidence: 'shape', why: `${why}: a name that is reserved for examples` };
  return issuer ? { evidence: 'proven', why } : { evidence: 'shape', why: `${why}, which names nobody who issued it` };
}

/** Tells whether NATS takes a token without a proof that its holder has the key. */
function isBearer({ nats }: JsonObject): boolean {
  return typeof nats === 'object' && nats !== null && 'bearer_token' in nats && nats.bearer_token === true;
}

export const jsonWebToken: SecretRule = {
  id: 'json-web-token',
  title: 'JSON Web Token',
  description: 'A JSON Web Token is accepted by whoever trusts its issuer, until it expires.',
  severity: 'medium',
  // Of those without an issuer, or with one that cannot be: tests and documentations are full of them.
  tier: 'contextual',
  selfMade: true,
  prefixes: ['eyJ'],
  shape: /eyJ[A-Za-z0-9_-]{10,600}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,1400}/y,
  check,
  remedy: {
    rotate: 'Revoke it at its issuer, or wait for its expiry; a token without one ends only with the key that signed it.',
  },
  reference: 'https://www.rfc-editor.org/rfc/rfc7519',
  examples: (make) => {
    const token = writeJwt({ iss: 'https://issuer.acme.dev', sub: make.chars('a-z', 8), exp: 4_000_000_000 }, make.bytes(32));
    return {
      positive: [token, writeJwt({ sub: make.chars('a-z', 8) }, make.bytes(256), 'RS256')],
      negative: [token.slice(0, token.lastIndexOf('.')), `eyJ${make.chars('A-Za-z0-9', 60)}`],
    };
  },
};
