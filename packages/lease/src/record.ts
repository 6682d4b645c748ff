/** The lease as the post step finds it: JSON in the step's state, without any credential. */

import { InternalError, type LeaseRecord } from '@leasehold/core';

/** Key of the record in the step's state. */
export const STATE_KEY = 'lease';

/** Prints a record for the step's state. */
export function printRecord(record: LeaseRecord): string {
  return JSON.stringify(record);
}

/**
 * Reads what {@link printRecord} wrote.
 *
 * @throws InternalError `ERR_STATE` when it is not such a record; the lease then has to be found by its name
 */
export function parseRecord(text: string): LeaseRecord {
  try {
    const record = JSON.parse(text) as LeaseRecord;
    if (record.version === 1 && typeof record.leaseId === 'string' && typeof record.expiresAt === 'number') return record;
  } catch {
    // The same failure as a record of the wrong shape: said once, below.
  }
  throw new InternalError('the state that main saved for the post step cannot be read', {
    code: 'ERR_STATE',
    help: 'the lease lives until its time box or expiry; its name starts with `lh-` and carries the run and the attempt',
  });
}
