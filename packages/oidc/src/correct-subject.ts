/** The condition over `sub` that would have matched, as close to the one that did not as can be. */

import { type Claims, isGlob, type TrustCondition } from '@leasehold/core';
import { claimText } from './claim.ts';
import { conditionHolds } from './compare.ts';
import { type ParsedSubject, parseSubject, printSubject } from './subject.ts';

/**
 * Corrects a condition over the subject.
 *
 * Where only the shape differs, names against ids, both shapes are accepted side by side: tokens may come in either while a repository changes over. Else exactly this job's subject takes the place.
 */
export function correctedSubject(condition: TrustCondition, claims: Claims): readonly TrustCondition[] {
  const actual = claimText(claims, 'sub');
  if (actual === undefined) return [];
  const twins = condition.values.flatMap((value) => otherShape(value, claims));
  const operator = twins.some(isGlob) ? 'like' : condition.operator;
  const both: TrustCondition = {
    ...condition,
    operator,
    values: [...new Set([...condition.values, ...twins])],
    source: `${operator} sub`,
  };
  if (conditionHolds(both, claims)) return [both];
  return [{ claim: 'sub', operator: 'equals', negated: false, values: [actual], source: 'equals sub' }];
}

/** A subject pattern in the other of the two shapes, where the ids are known to be this job's. */
export function otherShape(pattern: string, claims: Claims): readonly string[] {
  const parsed = parseSubject(pattern);
  if (parsed === undefined) return [];
  const { owner, repository, context } = parsed;
  const [ownName, ownRepository] = claimText(claims, 'repository')?.split('/') ?? [];
  const ownerId = claimText(claims, 'repository_owner_id');
  const repositoryId = claimText(claims, 'repository_id');
  if (parsed.immutable) {
    if (parsed.ownerId !== ownerId || (parsed.repositoryId !== undefined && parsed.repositoryId !== repositoryId)) return [];
    return [printSubject({ owner, ownerId: undefined, repository, repositoryId: undefined, context })];
  }
  if (owner !== ownName || ownerId === undefined) return [];
  if (isGlob(repository)) return [printSubject({ owner, ownerId, repository, repositoryId: undefined, context })];
  if (repository !== ownRepository || repositoryId === undefined) return [];
  return [printSubject({ owner, ownerId, repository, repositoryId, context })];
}

/** Whether all the subjects that were wanted name this job's repository and no other, so that its id may stand beside them. */
export function namesOnly(values: readonly string[], claims: Claims): boolean {
  const own = claimText(claims, 'repository')?.toLowerCase();
  const named = (parsed: ParsedSubject | undefined): string | undefined =>
    parsed && `${parsed.owner}/${parsed.repository}`.toLowerCase();
  return own !== undefined && values.every((value) => named(parseSubject(value)) === own);
}
