/** Which of a grant's subjects a job is, and, when it is none, how far the nearest is away. */

import { type ClaimMismatch, type Claims, globMatches, type Subject } from '@leasehold/core';
import { claimValues } from './claim-values.ts';

/** The subject that matches, with no mismatches, or else the nearest one; index -1 when there are no subjects. */
export interface SubjectMatch {
  readonly index: number;
  readonly mismatches: readonly ClaimMismatch[];
}

/** Finds the subject with the fewest claims that do not match, the first of several. A claim that the token lacks never matches. */
export function nearestSubject(subjects: readonly Subject[], claims: Claims): SubjectMatch {
  let nearest: SubjectMatch = { index: -1, mismatches: [] };
  for (const [index, subject] of subjects.entries()) {
    const mismatches = subjectMismatches(subject, index, claims);
    if (nearest.index < 0 || mismatches.length < nearest.mismatches.length) nearest = { index, mismatches };
  }
  return nearest;
}

function subjectMismatches(subject: Subject, index: number, claims: Claims): readonly ClaimMismatch[] {
  return subject.flatMap(({ claim, key, patterns }) => {
    const values = claimValues(claims, claim);
    if (values.some((value) => patterns.some((pattern) => globMatches(pattern, value)))) return [];
    const actual = values.length === 0 ? undefined : values.join(',');
    return [{ claim, actual, expected: patterns, source: `subjects[${index}].${key}` }];
  });
}
