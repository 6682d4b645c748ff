/** What a grant needs on the side of AWS, and what a role's own trust says. */

export * from './aws-trust.ts';
export { trustCloudFormation } from './cloudformation.ts';
export { renderCondition } from './condition.ts';
export { trustJson } from './json.ts';
export { type BoundaryPolicy, ENDING_FORMS, type EndingForm } from './permissions.ts';
export { readTrustPolicy } from './read-trust-policy.ts';
export { trustTerraform } from './terraform.ts';
export type { NotEnforced, PolicyDocument } from './trust-policy.ts';
