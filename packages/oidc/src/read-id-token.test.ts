/** The ID token is read as OpenID Connect Core, section 2 requires it, and never quoted. */

import { Secret, UpstreamError } from '@leasehold/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIdToken } from './read-id-token.ts';

const CLAIMS = {
  iss: 'https://issuer.example',
  sub: 'repo:acme/site:ref:refs/heads/main',
  aud: 'sts',
  iat: 1_795_000_000,
  exp: 1_795_000_300,
};

function base64url(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function tokenOf(claims: object): Secret {
  return new Secret([base64url('{"alg":"RS256"}'), base64url(JSON.stringify(claims)), 'c2ln'].join('.'));
}

test('an ID token is read into an identity', () => {
  const identity = readIdToken(tokenOf({ ...CLAIMS, repository: 'acme/site' }));
  expect(identity).toEqual({
    issuer: CLAIMS.iss,
    subject: CLAIMS.sub,
    audience: ['sts'],
    issuedAt: 1_795_000_000,
    expiresAt: 1_795_000_300,
    claims: { ...CLAIMS, repository: 'acme/site' },
  });
});

test('an audience may be a list and a time may have a fraction', () => {
  const identity = readIdToken(tokenOf({ ...CLAIMS, aud: ['a', 'b'], iat: 1_795_000_000.75 }));
  expect(identity.audience).toEqual(['a', 'b']);
  expect(identity.issuedAt).toBe(1_795_000_000);
});

const { iss: _iss, ...withoutIss } = CLAIMS;
const { exp: _exp, ...withoutExp } = CLAIMS;
const { iat: _iat, ...withoutIat } = CLAIMS;

test.each([
  ['no issuer', withoutIss, 'the ID token has no `iss`'],
  ['an empty subject', { ...CLAIMS, sub: '' }, 'the ID token has no `sub`'],
  ['a subject that is no text', { ...CLAIMS, sub: 7 }, 'the ID token has no `sub`'],
  ['no expiry', withoutExp, 'the ID token has no `exp`'],
  ['an expiry in text', { ...CLAIMS, exp: '1795000300' }, 'the ID token has no `exp`'],
  ['no time of issue', withoutIat, 'the ID token has no `iat`'],
  ['a negative time of issue', { ...CLAIMS, iat: -1 }, 'the ID token has no `iat`'],
  ['an audience that is no text', { ...CLAIMS, aud: 5 }, 'the ID token has no `aud`'],
  ['an empty list of audiences', { ...CLAIMS, aud: [] }, 'the ID token has no `aud`'],
  ['a list of audiences with something else in it', { ...CLAIMS, aud: ['a', 1] }, 'the ID token has no `aud`'],
])('a token with %s is refused', (_what, claims, message) => {
  expect(() => readIdToken(tokenOf(claims))).toThrow(
    expect.objectContaining({ name: 'UpstreamError', code: 'ERR_ID_TOKEN_MALFORMED', message, retryable: false }),
  );
});

test('what is not a token is refused and never quoted', () => {
  const text = fc.oneof(
    fc.string({ minLength: 6 }),
    fc.string({ minLength: 6 }).map((body) => `a.${base64url(body)}.c`),
    fc.string({ minLength: 6 }).map((body) => `a.${base64url(`{"x":${body}`)}.c`),
    fc.string({ minLength: 6 }).map((body) => `a.b.${body}.d.e`),
  );
  fc.assert(
    fc.property(text, (value) => {
      let thrown: unknown;
      try {
        readIdToken(new Secret(value));
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(UpstreamError);
      const error = thrown as UpstreamError;
      expect(error.cause).toBeUndefined();
      // One fixed sentence for all that cannot be parsed: nothing of the value can be in it.
      expect(['what the platform gave as an ID token is not a signed JWT', 'the ID token has no `iss`']).toContain(error.message);
    }),
  );
});
