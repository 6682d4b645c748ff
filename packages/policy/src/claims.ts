/** The claims of a job's ID token that a policy may name: the one table behind schema, conditions, suggestions and reference page. */

import { suggest } from '@leasehold/core';

/** One claim, with the two ways in which a policy names it. */
export interface ClaimDefinition {
  /** Key of a subject, kebab case: `repository-id`. */
  readonly key: string;
  /** Name in the token: `repository_id`. */
  readonly claim: string;
  /** Field of `job` in a condition: `repository_id`. */
  readonly field: string;
  /** One sentence, Markdown. */
  readonly description: string;
}

/** Claim name and description; key and field follow from the name. */
const TABLE: readonly (readonly [claim: string, description: string])[] = [
  ['iss', 'Issuer of the token, such as `https://token.actions.githubusercontent.com`.'],
  ['sub', 'Subject; its shape depends on the repository and can be customised, so prefer the claims it is made of.'],
  ['aud', 'Audience that the token was minted for.'],
  ['repository', 'Repository as `owner/name`; changes when either is renamed.'],
  ['repository_id', 'Number of the repository; survives renames.'],
  ['repository_owner', 'Organisation or user that owns the repository.'],
  ['repository_owner_id', 'Number of the owner; survives renames.'],
  ['repository_visibility', '`public`, `private` or `internal`.'],
  ['ref', 'Git ref of the run, such as `refs/heads/main`.'],
  ['ref_type', '`branch` or `tag`.'],
  ['ref_protected', '`true` when the ref is protected.'],
  ['sha', 'Commit of the run.'],
  ['base_ref', 'Target branch of a pull request.'],
  ['head_ref', 'Source branch of a pull request.'],
  ['workflow', 'Name of the workflow; chosen freely by its author.'],
  ['workflow_ref', 'The workflow file with its ref, such as `acme/site/.github/workflows/deploy.yml@refs/heads/main`.'],
  ['workflow_sha', 'Commit of the workflow file.'],
  ['job_workflow_ref', 'The file that defines the job with its ref: the reusable workflow when there is one.'],
  ['job_workflow_sha', 'Commit of the file that defines the job.'],
  ['event_name', 'What started the run, such as `push`.'],
  ['environment', 'Deployment environment of the job; absent without one.'],
  ['actor', 'Login of whoever started the run.'],
  ['actor_id', 'Number of whoever started the run.'],
  ['run_id', 'Number of the run.'],
  ['run_number', 'Count of the workflow’s runs.'],
  ['run_attempt', 'Attempt of the run, from 1.'],
  ['check_run_id', 'Number of the job.'],
  ['runner_environment', '`github-hosted` or `self-hosted`.'],
  ['enterprise', 'Enterprise that the organisation belongs to.'],
  ['enterprise_id', 'Number of the enterprise.'],
];

/** Names that would only be longer for what everybody calls otherwise. */
const SHORT: ReadonlyMap<string, string> = new Map([['event_name', 'event']]);

/** Every known claim but the custom properties, in the order of the reference page. */
export const CLAIMS: readonly ClaimDefinition[] = TABLE.map(([claim, description]) => {
  const field = SHORT.get(claim) ?? claim;
  return { claim, key: field.replaceAll('_', '-'), field, description };
});

/** What a subject's key for a custom property of the repository starts with; the property's own name follows unchanged. */
export const PROPERTY_KEY_PREFIX = 'repo-property-';

const PROPERTY_CLAIM_PREFIX = 'repo_property_';
const PROPERTY_KEY = /^repo-property-[A-Za-z0-9_$#-]{1,75}$/;
const PROPERTY_FIELD = /repo_property_[A-Za-z0-9_$#-]{1,75}/g;
const BY_KEY = new Map(CLAIMS.map((definition) => [definition.key, definition.claim]));

/**
 * Finds the claim that a subject's key names.
 *
 * @example claimOfKey('event') // 'event_name'
 * @example claimOfKey('repo-property-team') // 'repo_property_team'
 */
export function claimOfKey(key: string): string | undefined {
  if (PROPERTY_KEY.test(key)) return PROPERTY_CLAIM_PREFIX + key.slice(PROPERTY_KEY_PREFIX.length);
  return BY_KEY.get(key);
}

/** Lists the custom properties that a condition names, as claims. */
export function propertiesIn(condition: string): readonly string[] {
  return condition.match(PROPERTY_FIELD) ?? [];
}

/**
 * Finds the claim that a misspelt name probably meant.
 *
 * @param as - whether to answer with a subject's key or a field of `job`
 * @example suggestClaim('event_name', 'key') // 'event'
 */
export function suggestClaim(name: string, as: 'key' | 'field'): string | undefined {
  const claim = name.replaceAll('-', '_');
  const same = CLAIMS.find((definition) => definition.claim === claim || definition.field === claim);
  return (
    same?.[as] ??
    suggest(
      name,
      CLAIMS.map((definition) => definition[as]),
    )
  );
}
