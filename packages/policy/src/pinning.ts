/** Whether a subject pins whose jobs may ask: every public repository of an issuer can mint tokens, so a subject that does not is open to strangers. */

import { type ClaimMatcher, isGlob, type Subject } from '@leasehold/core';

const literal = (pattern: string): boolean => !isGlob(pattern);

/** The owner, whole, before any wildcard. */
const ownerFirst = (pattern: string): boolean => /^[^/@:*?]+\//.test(pattern);

/**
 * The owner in one of the shapes of a subject: `repo:acme/`, the immutable `repo:acme@123/`, or a customised one that begins with a claim which pins.
 *
 * Any other text proves nothing, since every repository may customise its own subject: `environment:production` is anybody's.
 */
const ownerInSubject = (pattern: string): boolean =>
  /^repo:[^/@:*?]+[/@]/.test(pattern) ||
  /^(?:repository|job_workflow_ref):[^/@:*?]+\//.test(pattern) ||
  /^(?:repository_id|repository_owner|repository_owner_id|enterprise|enterprise_id):[^:*?]+(?::|$)/.test(pattern);

/** Claims of which one must be pinned, each with what pins it: a glob may never stand where the owner does, since `acme*` is also `acme-evil`. */
const PINS: Readonly<Record<string, (pattern: string) => boolean>> = {
  repository: ownerFirst,
  repository_id: literal,
  repository_owner: literal,
  repository_owner_id: literal,
  enterprise: literal,
  enterprise_id: literal,
  job_workflow_ref: ownerFirst,
  sub: ownerInSubject,
};

/** Tells whether one matcher is enough to keep strangers out: all of its patterns are pinned. */
function pins({ claim, patterns }: ClaimMatcher): boolean {
  const pinned = Object.hasOwn(PINS, claim) ? PINS[claim] : undefined;
  return pinned !== undefined && patterns.length > 0 && patterns.every(pinned);
}

/** Tells whether a subject lets in only the jobs of a known owner. */
export function isPinned(subject: Subject): boolean {
  return subject.some(pins);
}
