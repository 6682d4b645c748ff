/** What the CI platform attests about a job. */

/** The claims of an ID token, as they stand in it. */
export type Claims = Readonly<Record<string, unknown>>;

/** A job as its ID token describes it; the token itself stays a {@link Secret} elsewhere. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: readonly string[];
  /** Seconds since the epoch, by the issuer's clock; the time that decides what expires when. */
  readonly issuedAt: number;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
  readonly claims: Claims;
}

/** The claims that the ledger and the summary show: who, where, which run. Never the token. */
export const SHOWN_CLAIMS = [
  'iss',
  'sub',
  'aud',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'ref',
  'sha',
  'environment',
  'event_name',
  'workflow_ref',
  'job_workflow_ref',
  'actor',
  'actor_id',
  'run_id',
  'run_attempt',
  'check_run_id',
  'runner_environment',
  'enterprise',
] as const;

/**
 * Picks the claims that may be written down.
 *
 * @returns the claims of {@link SHOWN_CLAIMS} that the token has, in that order, as text
 */
export function shownClaims(claims: Claims): Readonly<Record<string, string>> {
  const shown: Record<string, string> = {};
  for (const name of SHOWN_CLAIMS) {
    const value = claims[name];
    if (value !== undefined && value !== null) shown[name] = Array.isArray(value) ? value.join(' ') : String(value);
  }
  return shown;
}
