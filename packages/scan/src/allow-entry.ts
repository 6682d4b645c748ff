/** A secret that may stay where it is, named by its hash: it is still allowed when the line moves, and another secret on that line is not. */

/** One line of the allow list. */
export interface AllowEntry {
  /** Id of the rule. */
  readonly rule: string;
  /** Fingerprint of the finding. */
  readonly hash: string;
  /** Glob over the path; without it the secret is allowed everywhere. */
  readonly path?: string;
  /** Why it may stay. */
  readonly reason: string;
  /** Who answers for it. */
  readonly owner?: string;
  /** Last day on which it is allowed, `YYYY-MM-DD`, in UTC. */
  readonly expires?: string;
}

/** An entry and the line it stands on, from 1. */
export interface ListedEntry extends AllowEntry {
  readonly line: number;
}

/** The fields in the order in which they are written. */
export const FIELDS = ['rule', 'hash', 'path', 'reason', 'owner', 'expires'] as const;

/** Tells whether an entry no longer counts. */
export function isExpired({ expires }: AllowEntry, now: number): boolean {
  return expires !== undefined && now >= Date.parse(expires) + DAY;
}

const DAY = 86_400_000;
