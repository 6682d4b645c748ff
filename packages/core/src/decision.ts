/** Allow or deny, with everything that determined it. */

/** What a job asks of a grant. */
export interface GrantRequest {
  readonly grant: string;
  /** Seconds; undefined asks for the grant's default. */
  readonly ttl?: number;
  readonly reason?: string;
}

/** One rule that was looked at. */
export interface RuleResult {
  /** `grant`, `subjects`, `subjects[0]`, `when`, `guardrail:<id>`, `ttl`, `reason`, `approval`. */
  readonly rule: string;
  readonly passed: boolean;
  /** One sentence for a person. */
  readonly detail: string;
}

/** One claim that did not match, and what would have. */
export interface ClaimMismatch {
  readonly claim: string;
  /** What the token says; undefined when the claim is absent. */
  readonly actual: string | undefined;
  readonly expected: readonly string[];
  /** Where the expectation stands: `subjects[0].ref`, or a condition key of a trust policy. */
  readonly source: string;
}

/** The answer to one request, evaluated afresh each time. */
export interface Decision {
  readonly allowed: boolean;
  readonly grant: string;
  /** Seconds that are granted; 0 on a no. */
  readonly ttl: number;
  readonly breakGlass: boolean;
  /** Every rule that determined the answer, in the order they were looked at. */
  readonly rules: readonly RuleResult[];
  /** Every claim that did not match, for the subject that came nearest. */
  readonly mismatches: readonly ClaimMismatch[];
}
