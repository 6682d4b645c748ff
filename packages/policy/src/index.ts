/** The policy file and the decisions that follow from it. */

export * from './claims.ts';
export type { Condition, Verdict } from './condition.ts';
export { CONDITION_FUNCTIONS } from './condition-rules.ts';
export * from './decide.ts';
export { type Facts, VARIABLES } from './facts.ts';
export * from './grant-trust.ts';
export * from './json-schema.ts';
export * from './policy.ts';
export { POLICY_PROBLEMS, type PolicyProblemCode } from './problem.ts';
export * from './read-policy.ts';
export { type PolicySource, readSource } from './source.ts';
export { grantTtl, MAX_TTL, MIN_TTL } from './ttl.ts';
