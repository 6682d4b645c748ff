/** Ledger events of one lease, filled in from its record. */

import type { LeaseRecord, LedgerEvent, LedgerEventName, RunRef } from '@leasehold/core';

/** The fields of a record that are known from the request on. */
export type Known = Pick<LeaseRecord, 'leaseId' | 'provider' | 'subject'> &
  Partial<Pick<LeaseRecord, 'name' | 'ending' | 'expiresAt' | 'credential' | 'delivery'>>;

/** What one event adds. */
export type EventDetail = Partial<Pick<LedgerEvent, 'verified' | 'detail' | 'code' | 'mismatches'>>;

/**
 * Makes one event.
 *
 * @param at - milliseconds since the epoch
 */
export function ledgerEvent(
  event: LedgerEventName,
  known: Known,
  run: RunRef,
  at: number,
  detail: EventDetail = {},
): LedgerEvent {
  const { subject, ending, expiresAt } = known;
  return {
    version: 1,
    time: new Date(at).toISOString(),
    event,
    lease: known.leaseId,
    provider: known.provider,
    target: subject.target,
    ...given({
      grant: subject.grant,
      purpose: subject.purpose,
      owner: subject.owner,
      access: subject.access,
      reason: subject.reason,
    }),
    breakGlass: subject.breakGlass,
    run,
    identity: subject.identity,
    ...given({
      name: known.name,
      expires: expiresAt === undefined ? undefined : new Date(expiresAt).toISOString(),
      ending: ending?.kind,
      timeBoxed: ending?.timeBoxed,
      credential: known.credential,
      delivery: known.delivery,
    }),
    ...detail,
  };
}

/** Leaves out what is undefined, so that a line of the ledger says only what is known. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
