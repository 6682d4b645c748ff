/** Conditions over claims as AWS writes them. */

import { ConfigError, type TrustCondition } from '@leasehold/core';

/**
 * Claims of an ID token that STS checks as condition keys in trust policies. All others, such as `event_name` and `run_id`, it knows nothing of.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export const CHECKED_CLAIMS: readonly string[] = [
  'sub',
  'aud',
  'actor',
  'actor_id',
  'job_workflow_ref',
  'repository',
  'repository_id',
  'workflow',
  'ref',
  'environment',
  'enterprise_id',
];

/** Operator to key to values: the `Condition` of a statement. */
export type ConditionBlock = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/**
 * Writes conditions as a `Condition` block: all of them must hold.
 *
 * @param issuer - with or without its scheme; it begins every condition key
 * @throws ConfigError `ERR_AWS_TRUST_CONDITION` when three conditions compare one claim in one way, which a block has no room for
 */
export function conditionBlock(conditions: readonly TrustCondition[], issuer: string): ConditionBlock {
  const block: Record<string, Record<string, string | readonly string[]>> = {};
  const host = issuer.replace(/^https?:\/\//, '');
  for (const condition of conditions) {
    const key = `${host}:${condition.claim}`;
    const operator = operatorOf(condition);
    // On a claim with one value `ForAnyValue:` changes nothing but the spelling, which makes room for a second condition.
    const free = [operator, `ForAnyValue:${operator}`].find((name) => block[name]?.[key] === undefined);
    if (free === undefined || (condition.negated && free !== operator)) {
      throw new ConfigError(`too many conditions compare \`${condition.claim}\` in the same way`, {
        code: 'ERR_AWS_TRUST_CONDITION',
        help: `write those of ${condition.source} as one`,
      });
    }
    const [only, ...more] = condition.values;
    block[free] = { ...block[free], [key]: only !== undefined && more.length === 0 ? only : condition.values };
  }
  return block;
}

/**
 * Writes conditions for people to copy.
 *
 * @returns indented JSON, the value of `Condition`
 * @example renderCondition(diagnosis.corrected, 'token.actions.githubusercontent.com')
 */
export function renderCondition(conditions: readonly TrustCondition[], issuer: string): string {
  return JSON.stringify(conditionBlock(conditions, issuer), null, 2);
}

function operatorOf({ operator, negated }: TrustCondition): string {
  return `String${negated ? 'Not' : ''}${operator === 'equals' ? 'Equals' : 'Like'}`;
}
