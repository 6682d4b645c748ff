/** A subject as it stands in the file, turned into matchers. */

import type { ClaimMatcher, Subject } from '@leasehold/core';
import { claimOfKey } from './claims.ts';

/**
 * Turns a subject into matchers; unknown claims and values of a wrong kind are left out, which only a file with problems has.
 *
 * @example readSubject({ 'repository-id': 123456, event: ['push'] })
 */
export function readSubject(subject: Readonly<Record<string, unknown>>): Subject {
  return Object.entries(subject).flatMap(([key, value]): readonly ClaimMatcher[] => {
    const claim = claimOfKey(key);
    const patterns = (Array.isArray(value) ? value : [value]).filter((pattern) =>
      ['string', 'number', 'boolean'].includes(typeof pattern),
    );
    return claim === undefined || patterns.length === 0 ? [] : [{ claim, key, patterns: patterns.map(String) }];
  });
}
