/** One condition of a trust policy, read as far as claims go. */

import type { TrustCondition } from '@leasehold/core';

/** Ways in which a condition can hold, one of which is enough; each is one condition. */
export type ConditionWays = readonly TrustCondition[];

const OPERATOR = /^(?:(ForAnyValue|ForAllValues):)?String(Not)?(Equals|Like)(IfExists)?$/i;

/**
 * Reads one condition.
 *
 * What cannot be read never makes trust look wider: in a statement that lets jobs in it never holds, in one that keeps them out it always does. Its source says so.
 *
 * @param issuers - of the statement, none for all; a key about another issuer is not in a request from these
 */
export function readCondition(
  operator: string,
  key: string,
  value: unknown,
  issuers: readonly string[],
  effect: 'allow' | 'deny',
): ConditionWays {
  const source = `${operator} ${key}`;
  const values = [value].flat().map(String);
  const claim = claimOf(key, issuers);
  const unread: TrustCondition = {
    claim: claim ?? key,
    operator: 'equals',
    negated: effect === 'deny',
    values: [],
    source: `${source}, which cannot be compared with a claim`,
  };
  if (claim === undefined) return [unread];
  const present: TrustCondition = { claim, operator: 'like', negated: false, values: ['*'], source };
  const absent: TrustCondition = { ...present, negated: true };
  if (/^Null$/i.test(operator)) {
    if (values.length !== 1 || !/^(?:true|false)$/i.test(values[0] ?? '')) return [unread];
    return [values[0]?.toLowerCase() === 'true' ? absent : present];
  }
  const parts = OPERATOR.exec(operator);
  if (!parts) return [unread];
  const [, set, not, comparison, ifExists] = parts;
  const condition: TrustCondition = {
    claim,
    operator: comparison?.toLowerCase() === 'like' ? 'like' : 'equals',
    negated: not !== undefined,
    values,
    source,
  };
  // `ForAllValues:` holds for no value at all, and so for an absent claim, which people rarely mean. A negated one holds there anyway, except under `ForAnyValue:`.
  const holdsForAbsent = ifExists !== undefined || set?.toLowerCase() === 'forallvalues';
  if (condition.negated && set?.toLowerCase() === 'foranyvalue') return [unread];
  return holdsForAbsent && !condition.negated ? [condition, absent] : [condition];
}

/** A key is the issuer, a colon and the claim; IAM does not tell capitals in it. An issuer may have a colon itself, before its port. */
function claimOf(key: string, issuers: readonly string[]): string | undefined {
  const lower = key.toLowerCase();
  if (issuers.length === 0) return /^[^:]*\.[^:]*(?::\d[^:]*)?:([\w-]+)$/.exec(lower)?.[1];
  const issuer = issuers.find((each) => lower.startsWith(`${each.toLowerCase()}:`));
  return issuer === undefined ? undefined : lower.slice(issuer.length + 1) || undefined;
}
