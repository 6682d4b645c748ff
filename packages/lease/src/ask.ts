/** One job asking for one lease: everything that is known before the first network call. */

import type { DeliveryKind, Grant, GrantRequest, LeaseSubject, Provider } from '@leasehold/core';
import type { Decide } from './parts.ts';

/** What to lease, for whom it is told, and how it is handed over. `O` is the provider's options. */
export interface Ask<O> {
  readonly provider: Provider<O>;
  readonly options: O;
  /** Seconds; with a grant the decision has the last word. */
  readonly ttl: number;
  readonly delivery: DeliveryKind;
  readonly onRevokeFailure: 'fail' | 'warn';
  readonly about: Omit<LeaseSubject, 'ttl' | 'target' | 'scope' | 'identity'>;
  /** Absent without a policy file: then the provider's own trust decides alone. */
  readonly decide?: Decide;
}

/** What people read of a grant, for {@link Ask.about}. */
export function aboutGrant(grant: Grant, request: GrantRequest): Ask<unknown>['about'] {
  return {
    grant: grant.id,
    purpose: grant.purpose,
    owner: grant.owner,
    access: grant.access,
    breakGlass: grant.breakGlass,
    ...(request.reason ? { reason: request.reason } : {}),
  };
}
