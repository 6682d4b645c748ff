/** How IAM compares names with patterns. */

import { globMatches } from '@leasehold/core';

/**
 * Tells whether a pattern of IAM takes an action; case does not matter.
 *
 * @example actionMatches('s3:List*', 's3:ListBucket') // true
 */
export function actionMatches(pattern: string, action: string): boolean {
  return globMatches(pattern.toLowerCase(), action.toLowerCase());
}

/** Tells whether a pattern of IAM takes a resource; case matters, and `*` goes over colons and slashes. */
export function resourceMatches(pattern: string, resource: string): boolean {
  return globMatches(pattern, resource);
}

/** Tells whether a name stands for itself: no wildcard, no policy variable such as `${aws:userid}`. */
export function isConcrete(name: string): boolean {
  return !/[*?]|\$\{/.test(name);
}
