/** The conditions that would let a job in, and stay as narrow as those that kept it out. */

import { type Claims, isGlob, type TrustCondition } from '@leasehold/core';
import { claimText, claimValues } from './claim.ts';
import { conditionHolds, fits } from './compare.ts';
import { correctedSubject, namesOnly } from './correct-subject.ts';
import { parseSubject } from './subject.ts';

/**
 * Corrects the conditions of one statement.
 *
 * What holds is kept as its author wrote it. What does not is replaced by what this token says, and where the subject no longer binds something that it did, a condition over that claim takes its place: the repository by its id, which survives a rename, and the ref when an environment took its place in the subject.
 */
export function correctedConditions(conditions: readonly TrustCondition[], claims: Claims): readonly TrustCondition[] {
  const corrected = conditions.flatMap((condition) =>
    conditionHolds(condition, claims) ? [condition] : corrections(condition, claims),
  );
  const failedSubjects = conditions.filter(
    (condition) => condition.claim === 'sub' && !condition.negated && !conditionHolds(condition, claims),
  );
  const added = [
    ...(failedSubjects.some(({ values }) => namesOnly(values, claims)) || lostRepository(conditions, claims)
      ? exactly(claims, 'repository_id')
      : []),
    ...failedSubjects.flatMap((condition) => lostRef(condition, corrected, claims)),
    // Without its environment only the ref tells this job from the repository's others.
    ...(lostEnvironment(conditions, claims) ? exactly(claims, 'ref') : []),
    ...exactly(claims, 'aud'),
  ];
  const bound = new Set(corrected.filter(({ negated }) => !negated).map(({ claim }) => claim));
  return [...corrected, ...added.filter(({ claim }) => !bound.has(claim) && bound.add(claim))];
}

/**
 * Suggests conditions where there is nothing to correct: exactly the expected audience, this subject and this repository.
 */
export function suggestedConditions(claims: Claims, audience: string): readonly TrustCondition[] {
  return ['aud', 'sub', 'repository_id'].flatMap((claim) => exactly({ ...claims, aud: audience }, claim));
}

function corrections(condition: TrustCondition, claims: Claims): readonly TrustCondition[] {
  const actual = claimValues(claims, condition.claim);
  if (condition.negated) {
    const values = condition.values.filter((value) => !actual.some((found) => fits(condition, value, found)));
    return values.length === 0 ? [] : [{ ...condition, values }];
  }
  const asPattern: TrustCondition = { ...condition, operator: 'like', source: `like ${condition.claim}` };
  if (condition.values.some(isGlob) && conditionHolds(asPattern, claims)) return [asPattern];
  return condition.claim === 'sub' ? correctedSubject(condition, claims) : exactly(claims, condition.claim);
}

function exactly(claims: Claims, claim: string): readonly TrustCondition[] {
  const values = claimValues(claims, claim).filter((value) => value !== '');
  return values.length === 0 ? [] : [{ claim, operator: 'equals', negated: false, values, source: `equals ${claim}` }];
}

/** A name that did not match, such as that before a rename, is better replaced by the id. */
function lostRepository(conditions: readonly TrustCondition[], claims: Claims): boolean {
  return conditions.some(
    (condition) => condition.claim === 'repository' && !condition.negated && !conditionHolds(condition, claims),
  );
}

function lostEnvironment(conditions: readonly TrustCondition[], claims: Claims): boolean {
  return (
    claimText(claims, 'environment') === undefined && conditions.some(({ claim, negated }) => claim === 'environment' && !negated)
  );
}

/** The refs that a failed subject bound, where the job's is one of them and the corrected subject tells no ref any more. */
function lostRef(condition: TrustCondition, corrected: readonly TrustCondition[], claims: Claims): readonly TrustCondition[] {
  const ref = claimText(claims, 'ref');
  const bound = condition.values.flatMap((value) => parseSubject(value)?.context.filter(({ key }) => key === 'ref') ?? []);
  const patterns = [...new Set(bound.map(({ value }) => value))];
  const stillBound = corrected.some(
    ({ claim, values }) =>
      claim === 'sub' && values.every((value) => parseSubject(value)?.context.some(({ key }) => key === 'ref')),
  );
  const operator = patterns.some(isGlob) ? 'like' : 'equals';
  const replacement: TrustCondition = { claim: 'ref', operator, negated: false, values: patterns, source: `${operator} ref` };
  return ref === undefined || stillBound || patterns.length === 0 || !conditionHolds(replacement, claims) ? [] : [replacement];
}
