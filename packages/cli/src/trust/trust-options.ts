/** The inline form of `leasehold trust aws`: the provider's options, and the claims that jobs are known by. */

import type { OptionDefinition } from '@leasehold/core';
import { aws } from '@leasehold/providers';
import type { OptionSpec } from '../command.ts';

/** Options that say how a credential is handed over or shown; they need nothing in the account. */
const ELSEWHERE: readonly string[] = ['profile', 'mask-account-id'];

/** Options of the provider that the set-up depends on. */
export const SET_UP_OPTIONS: readonly OptionDefinition[] = aws.options.filter(({ name }) => !ELSEWHERE.includes(name));

/** Claims that AWS checks (docs/aws.md), the ones that pin the repository first. */
export const SUBJECT_CLAIMS: readonly string[] = [
  'repository_id',
  'repository',
  'sub',
  'ref',
  'environment',
  'workflow',
  'job_workflow_ref',
  'actor',
  'actor_id',
  'enterprise_id',
];

/** One option for each of them. */
export const SUBJECT_OPTIONS: readonly OptionSpec[] = SUBJECT_CLAIMS.map((claim) => ({
  flags: `--${optionOfClaim(claim)} <pattern>`,
  description: `inline: the claim \`${claim}\` of jobs that may ask; globs, and may be given more than once`,
  repeatable: true,
}));

/** The name of the option that pins a claim. */
export function optionOfClaim(claim: string): string {
  return claim.replaceAll('_', '-');
}
