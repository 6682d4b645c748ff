/** What may be leased, by whom, for how long, why, and who owns it. Nobody holds a grant; it is only permission to ask. */

/** How far a grant reaches; separate paths, so that reading never opens the way to writing. */
export const ACCESS_LEVELS = ['read', 'write', 'admin'] as const;
export type Access = (typeof ACCESS_LEVELS)[number];

/** Seconds. */
export interface Ttl {
  readonly default: number;
  readonly max: number;
}

/** One claim and the globs of which one must match it. */
export interface ClaimMatcher {
  /** Name of the claim in the token, such as `repository_id`. */
  readonly claim: string;
  /** The key as the author wrote it, such as `repository-id`. */
  readonly key: string;
  readonly patterns: readonly string[];
}

/** One kind of job that may ask: all its matchers must match. */
export type Subject = readonly ClaimMatcher[];

/** Who else has to say yes. */
export interface Approval {
  /** `environment`: the job must run in a protected environment. */
  readonly by: 'environment';
  /** The approver may not be the actor; checked against the platform's API by review. */
  readonly notActor: boolean;
}

/** An entry of the policy file, defaults filled in. */
export interface Grant {
  readonly id: string;
  readonly purpose: string;
  readonly owner: string;
  readonly access: Access;
  /** Day of the last review, `2026-11-01`. */
  readonly reviewed?: string;
  /** Seconds between reviews. */
  readonly reviewEvery: number;
  readonly provider: string;
  /** The provider's own options, parsed by the provider. */
  readonly with: Readonly<Record<string, unknown>>;
  readonly ttl: Ttl;
  readonly subjects: readonly Subject[];
  /** CEL; must be true. */
  readonly when?: string;
  readonly breakGlass: boolean;
  readonly approval?: Approval;
}
