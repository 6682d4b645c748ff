/** A cloud's trust policy as data, so that it can be compared with what a token says. */

import type { ClaimMismatch } from './decision.ts';

/** How a condition compares. */
export type TrustOperator = 'equals' | 'like';

/** One condition over one claim: one of the values must match. */
export interface TrustCondition {
  /** Claim name in the token. */
  readonly claim: string;
  readonly operator: TrustOperator;
  readonly negated: boolean;
  readonly values: readonly string[];
  /** The condition as its author wrote it, such as `StringLike token.actions.githubusercontent.com:sub`. */
  readonly source: string;
}

/** One statement that lets jobs in or keeps them out: all its conditions must hold. */
export interface TrustStatement {
  readonly id: string;
  readonly effect: 'allow' | 'deny';
  /** Issuers that the statement is about, without `https://`. */
  readonly issuers: readonly string[];
  readonly conditions: readonly TrustCondition[];
}

/** Why trust was refused, as data: causes first, most likely first. */
export interface TrustDiagnosis {
  readonly causes: readonly TrustCause[];
  /** Claims that did not match, for the statement that came nearest. */
  readonly mismatches: readonly ClaimMismatch[];
  /** The conditions that would let this job in. */
  readonly corrected: readonly TrustCondition[];
  /** The job's own claims, never the token. */
  readonly claims: Readonly<Record<string, string>>;
}

/** One named cause. */
export interface TrustCause {
  /** Kebab case, documented in docs/trust.md. */
  readonly id: string;
  /** One sentence: what is so. */
  readonly message: string;
  /** One sentence: what to change. */
  readonly help: string;
  /** Lines to write, for a code block; ours, never the user's words. */
  readonly snippet?: string;
}
