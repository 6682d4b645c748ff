/** A grant's subjects as trust data: what a cloud's own trust policy must say so that the same jobs get in, and no others. */

import { type Grant, isGlob, type TrustStatement } from '@leasehold/core';

/**
 * Turns each subject of a grant into a statement.
 *
 * Conditions in CEL and approvals have no counterpart in a cloud's trust policy and are not part of it.
 *
 * @param issuer - with or without `https://`
 */
export function grantTrust(grant: Grant, issuer: string): readonly TrustStatement[] {
  return grant.subjects.map((subject, index) => ({
    id: `${grant.id}-${index + 1}`,
    effect: 'allow',
    issuers: [issuer.replace(/^https:\/\//, '')],
    conditions: subject.map(({ claim, key, patterns }) => ({
      claim,
      operator: patterns.some(isGlob) ? 'like' : 'equals',
      negated: false,
      values: patterns,
      source: `subjects[${index}].${key}`,
    })),
  }));
}
