/** The identity provider of the account: verifies the tokens that STS is given. */

import type { Claims, Clock } from '@leasehold/core';
import { createRemoteJWKSet, decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { AwsFailure } from './failure.ts';

/** Verifies a token and returns its claims, or throws as STS answers. */
export type VerifyToken = (token: string) => Promise<Claims>;

/**
 * Trusts one issuer and some audiences, as CreateOpenIDConnectProvider does.
 *
 * @param issuer - the value of `iss`; its discovery document is read at the first token
 */
export function newVerifyToken(issuer: string, audiences: readonly string[], clock: Pick<Clock, 'now'>): VerifyToken {
  let keys: JWTVerifyGetKey | undefined;

  return async (token) => {
    let claims: Claims;
    try {
      claims = decodeJwt(token);
    } catch (cause) {
      throw invalid('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)', { cause });
    }
    if (claims.iss !== issuer) throw invalid(`No OpenIDConnect provider found in your account for ${String(claims.iss)}`);
    keys ??= await remoteKeys(issuer);
    const now = clock.now();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: [...audiences],
        algorithms: ['RS256'],
        currentDate: new Date(now),
        requiredClaims: ['sub', 'iat', 'exp'],
      });
      return payload;
    } catch (error) {
      throw judge(error, now);
    }
  };
}

async function remoteKeys(issuer: string): Promise<JWTVerifyGetKey> {
  try {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
    const { jwks_uri: uri } = (await answer.json()) as { jwks_uri: string };
    return createRemoteJWKSet(new URL(uri));
  } catch (cause) {
    throw unreachable(cause);
  }
}

function unreachable(cause: unknown): AwsFailure {
  return new AwsFailure(400, 'IDPCommunicationError', 'Could not communicate with the identity provider', { cause });
}

function judge(error: unknown, now: number): AwsFailure {
  if (error instanceof errors.JWTExpired) {
    const expiry = Number(error.payload.exp);
    return new AwsFailure(
      400,
      'ExpiredTokenException',
      `Token expired: current date/time ${Math.floor(now / 1000)} must be before the expiration date/time ${expiry}`,
    );
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return invalid('Incorrect token audience');
    return invalid(`Missing or wrong claim: ${error.claim}`);
  }
  return invalid(
    "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
  );
}

function invalid(message: string, options?: ErrorOptions): AwsFailure {
  return new AwsFailure(400, 'InvalidIdentityToken', message, options);
}
