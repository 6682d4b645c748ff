/** What an ID token says, read without being verified: whether it is true is for the provider to judge. */

import { type Claims, type Identity, type Secret, UpstreamError } from '@leasehold/core';
import { decodeJwt } from 'jose/jwt/decode';

/**
 * Reads the identity out of an ID token.
 *
 * The signature is not checked: the token comes from the platform over the job's own channel, and the provider verifies it. Nothing that is read here may let anybody in.
 *
 * @param token - a signed JWT in compact form (RFC 7519, section 3)
 * @returns issuer, subject, audience, times in seconds since the epoch, and all claims
 * @throws UpstreamError `ERR_ID_TOKEN_MALFORMED`, not retryable, when it is no such token or lacks what OpenID Connect Core, section 2 requires; the token is never quoted
 */
export function readIdToken(token: Secret): Identity {
  const claims = decode(token);
  if (claims === undefined) throw malformed('what the platform gave as an ID token is not a signed JWT');
  return {
    issuer: text(claims, 'iss'),
    subject: text(claims, 'sub'),
    audience: audience(claims),
    issuedAt: seconds(claims, 'iat'),
    expiresAt: seconds(claims, 'exp'),
    claims,
  };
}

function decode(token: Secret): Claims | undefined {
  try {
    return decodeJwt(token.reveal());
  } catch {
    // The failure is dropped on purpose: the parser's message quotes what it could not read, and that is the token.
    return undefined;
  }
}

function text(claims: Claims, name: string): string {
  const value = claims[name];
  if (typeof value === 'string' && value !== '') return value;
  throw malformed(`the ID token has no \`${name}\``);
}

function seconds(claims: Claims, name: string): number {
  const value = claims[name];
  // RFC 7519, section 2: a NumericDate may have a fraction.
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return Math.floor(value);
  throw malformed(`the ID token has no \`${name}\``);
}

function audience(claims: Claims): readonly string[] {
  const value: readonly unknown[] = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  const names = value.filter((name): name is string => typeof name === 'string' && name !== '');
  if (names.length > 0 && names.length === value.length) return names;
  throw malformed('the ID token has no `aud`');
}

function malformed(message: string): UpstreamError {
  return new UpstreamError(message, {
    code: 'ERR_ID_TOKEN_MALFORMED',
    help: 'check what answers at `ACTIONS_ID_TOKEN_REQUEST_URL`: it must be the token endpoint of the CI platform, not a proxy or a login page',
    retryable: false,
  });
}
