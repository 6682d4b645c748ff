/** What a diagnosis is made from. */

import type { Claims, TrustStatement } from '@leasehold/core';

/** All that is known of one refusal. */
export interface DiagnoseInput {
  /** The token's claims; absent when no token could be had. */
  readonly claims?: Claims;
  /** What the other side said: its own code, such as `AccessDenied`, and its sentence. */
  readonly refusal: { readonly code: string; readonly detail: string };
  /** The audience that the provider expects. */
  readonly audience: string;
  /** The trust as data: the grant's subjects, or the statements of a trust policy file. */
  readonly statements?: readonly TrustStatement[];
  /** Whether the platform offers ID tokens to this job: on GitHub, whether the two request variables are set. */
  readonly permission: boolean;
  readonly event?: { readonly name: string; readonly fork: boolean };
  /** The account that was meant, and the one that was reached. */
  readonly account?: { readonly expected: string; readonly actual: string };
  /** Milliseconds since the epoch, from the `Date` header of the refusal (RFC 9110, section 6.6.1). */
  readonly serverDate?: number;
}
