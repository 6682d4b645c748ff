/** One fresh ID token, masked before anything else is done with it. */

import type { Identity, IdToken } from '@leasehold/core';
import type { LeaseParts } from './parts.ts';

/** An ID token together with what it says. */
export interface MintedToken extends IdToken {
  readonly identity: Identity;
}

/**
 * Mints one ID token, once; the caller retries.
 *
 * @throws what the platform throws when the job may not have one, or when its service failed
 */
export async function mintToken(audience: string, parts: Pick<LeaseParts, 'platform' | 'readIdToken'>): Promise<MintedToken> {
  const token = await parts.platform.idToken(audience);
  parts.platform.mask(token.reveal());
  const identity = parts.readIdToken(token);
  return { token, identity, issuedAt: identity.issuedAt, expiresAt: identity.expiresAt };
}
