/** A value whose changes are readable at once and take effect later, as on AWS. */

import type { Clock } from '@leasehold/core';

/** One such value. */
export interface Eventual<T> {
  /** What was written last: what the control plane reads back. */
  latest(): T;
  /** What requests are judged by. */
  effective(): T;
  write(value: T): void;
}

/**
 * Makes a value that is effective from the start.
 *
 * @param delayMs - milliseconds from a write until requests are judged by it
 */
export function eventual<T>(initial: T, clock: Pick<Clock, 'now'>, delayMs: () => number): Eventual<T> {
  const writes: { readonly value: T; readonly from: number }[] = [{ value: initial, from: Number.NEGATIVE_INFINITY }];
  const last = (): T => (writes.at(-1) as { value: T }).value;
  return {
    latest: last,
    effective() {
      const now = clock.now();
      return writes.findLast((write) => write.from <= now)?.value ?? initial;
    },
    write(value) {
      writes.push({ value, from: clock.now() + delayMs() });
    },
  };
}
