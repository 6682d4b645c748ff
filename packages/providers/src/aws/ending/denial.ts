/** The denial of one session, whichever form the list has: the words that both protocols share. */

import { type Clock, DeniedError, type Random } from '@leasehold/core';

/** The session that is to be denied. */
export interface DeniedSession {
  readonly leaseId: string;
  /** `<role id>:<session name>`. */
  readonly entry: string;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** Whether the server keeps all policies of a role in one record, and rewrites it whole at every write (Ceph). */
  readonly rewritesWhole: boolean;
}

/** One protocol at work on one session. */
export interface Denial {
  /**
   * Writes the denial, and writes it again while others' writes lose it.
   *
   * @returns `gone` when there is no such role or boundary any more
   * @throws DeniedError `ERR_AWS_DENY_LIST_FULL`, and what the port throws
   */
  deny(): Promise<'denied' | 'gone'>;
  /** Looks whether the denial still stands and writes it again when not; tells whether it stood. */
  confirm(): Promise<boolean>;
  /** Makes room for later sessions; tells whether the denial moved while doing so. */
  tidy(): Promise<boolean>;
  /** Whether others were seen writing at the same time. */
  contended(): boolean;
}

/** What waiting needs. */
export type Waiting = { readonly clock: Clock; readonly random: Random };

/** How long a write of somebody else, sent before ours, may still take to be done in a crowd: it can undo ours after it succeeded. */
export const SETTLE_MS = 1_000;

/** The same while nobody else is seen. */
export const ROUND_TRIP_MS = 60;

/** Waits at least that long and at most twice as long, so that those who collided part. */
export async function pause(ms: number, { clock, random }: Waiting): Promise<void> {
  await clock.sleep(Math.round(ms * (1 + (random(1)[0] ?? 0) / 255)));
}

/** No entry fits any more, although every expired one is gone. */
export function listFull(where: string, limit: number, entries: number): DeniedError {
  return new DeniedError(`the deny list in ${where} is full: ${entries} sessions, and AWS allows ${limit} characters`, {
    code: 'ERR_AWS_DENY_LIST_FULL',
    help: 'shorten the TTL, since an expired session leaves the list, or spread the jobs over several roles',
  });
}
