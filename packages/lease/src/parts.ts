/** What the life of a lease is put together from; shells wire it, so that no floor-2 neighbour is imported here. */

import type { Decision, Identity, LedgerEvent, Platform, Secret } from '@leasehold/core';

/** The neighbours, as functions. */
export interface LeaseParts {
  readonly platform: Platform;
  /** Reads an ID token; does not verify it, the provider does. */
  readonly readIdToken: (token: Secret) => Identity;
  /** Prints one event as one validated line. */
  readonly ledgerLine: (event: LedgerEvent) => string;
}

/** Decides about one job; pure. */
export type Decide = (identity: Identity) => Decision;
