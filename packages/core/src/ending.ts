/** How a lease ends: what is promised when it is issued, and what was reached. */

/** The four ways, strongest first. */
export const ENDING_KINDS = ['revoked', 'denied', 'ungranted', 'expires'] as const;

/**
 * `revoked`: the provider rejects the credential; `denied`: it authenticates, and every request is refused; `ungranted`: the access behind it was taken away; `expires`: nothing but time ends it.
 */
export type EndingKind = (typeof ENDING_KINDS)[number];

/** The ending as promised when the lease is issued. */
export interface Ending {
  readonly kind: EndingKind;
  /** One sentence for the author of the workflow: why this one, and what would make it stronger. */
  readonly why: string;
  /** Whether an expiry below the provider's own minimum is enforced by us. */
  readonly timeBoxed: boolean;
}

/** What a probe said, before the ending or after it. */
export type ProbeAnswer =
  /** The lease's request was answered. */
  | 'alive'
  /** Refused, and the refusal is of the kind that our ending causes. */
  | 'dead'
  /** Refused or failed for another reason; proves nothing. */
  | 'unclear';

/** What the post step reached. */
export interface Ended {
  /** `ended`: as promised; `already-dead`: gone before we came; `expires`: only time ends it, as promised; `failed`: the promise was not kept. */
  readonly outcome: 'ended' | 'already-dead' | 'expires' | 'failed';
  readonly kind: EndingKind;
  /** Dead after having been alive, by the same caller. */
  readonly verified: boolean;
  /** One sentence: what was done and proven, or why it is unverified, or why it failed. */
  readonly detail: string;
  /** Milliseconds since the epoch until which the credential may still work; undefined when it is proven dead. */
  readonly liveUntil?: number;
  /** Stable code of the failure. */
  readonly code?: string;
  /** The next step for whoever must act, when it failed or is unverified. */
  readonly help?: string;
}
