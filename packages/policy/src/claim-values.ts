/** What a token says of one claim, as text. */

import type { Claims } from '@leasehold/core';

/**
 * Reads a claim as the texts that it holds: none when it is absent, empty or not made of text, numbers and booleans.
 *
 * An empty claim counts as absent: GitHub sends `base_ref: ""` for a push, and `*` must not match what is not there.
 */
export function claimValues(claims: Claims, name: string): readonly string[] {
  if (typeof claims !== 'object' || claims === null || !Object.hasOwn(claims, name)) return [];
  const value = claims[name];
  const texts = Array.isArray(value) ? value : [value];
  return texts
    .filter((text) => ['string', 'number', 'boolean', 'bigint'].includes(typeof text))
    .map(String)
    .filter((text) => text !== '');
}
