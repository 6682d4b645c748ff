/** Waits until the denial is in force where the lease's requests are judged. */

import type { Clock } from '@leasehold/core';
import type { Denial } from './denial.ts';
import type { ProbeVerdict } from './probe.ts';
import type { Prober } from './prober.ts';

/** IAM promises no time; about four seconds were measured, and minutes are documented. */
export const PROPAGATION_MS = 20_000;

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

/**
 * Asks the probe until the lease is refused.
 *
 * A lease that stays alive is a reason to look whether the denial still stands: a lost write is written again.
 *
 * @param until - milliseconds since the epoch after which it is not asked again
 * @returns the last verdict
 */
export async function awaitRefusal(
  ask: Prober,
  denial: Pick<Denial, 'confirm'>,
  until: number,
  clock: Clock,
): Promise<ProbeVerdict> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    const verdict = await ask();
    if (verdict.says !== 'alive' && verdict.says !== 'unclear') return verdict;
    if (clock.now() + wait >= until) return verdict;
    await clock.sleep(wait);
    if (wait === LONGEST_WAIT_MS) await denial.confirm();
  }
}
