/** The record of what happened to a lease: one event, one line. It holds the credential's hash, never the credential. */

import type { ClaimMismatch } from './decision.ts';
import type { EndingKind } from './ending.ts';
import type { CredentialMark, LeaseSubject, RunRef } from './lease.ts';

/** In the order of a life. */
export const LEDGER_EVENTS = ['requested', 'denied', 'issued', 'delivered', 'revoked', 'verified', 'failed', 'restored'] as const;
export type LedgerEventName = (typeof LEDGER_EVENTS)[number];

/** One line of the ledger; packages/report publishes the JSON Schema. */
export interface LedgerEvent extends Omit<LeaseSubject, 'ttl' | 'scope'> {
  readonly version: 1;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly event: LedgerEventName;
  readonly lease: string;
  readonly provider: string;
  readonly run: RunRef;
  /** Name on the other side. */
  readonly name?: string;
  /** ISO 8601, UTC. */
  readonly expires?: string;
  readonly ending?: EndingKind;
  readonly timeBoxed?: boolean;
  readonly credential?: CredentialMark;
  readonly verified?: boolean;
  readonly detail?: string;
  readonly code?: string;
  readonly mismatches?: readonly ClaimMismatch[];
  readonly delivery?: string;
}
