/** Bounds what attempts may cost: in ordinary files it never binds, and hostile ones cost time in proportion to their size. */

import type { Extent } from './extent.ts';

/** What is tried, and what its attempts have cost. */
export interface Budgeted {
  /** How long a match can be; read off the shape when it is first needed. */
  readonly extent: () => Extent;
  /** Whether a match may go on over spaces and quotes. */
  readonly crosses: () => boolean;
  /** What its attempts have cost in the scan at hand. */
  spent: number;
  /** The scan that `spent` belongs to. */
  scan: number;
}

/** What failing attempts of one rule may cost a byte scanned, in characters looked at, and what they may cost in any case. */
const STEPS_A_BYTE = 16;
const STEPS_AT_ONCE = 1 << 20;
/** Up to here it is not worth the while to see how far an attempt went. */
const SHORT = 64;

/**
 * Tells whether a rule may be tried once more.
 *
 * A file made of nothing but the prefix of a long credential would otherwise cost its size times that length.
 *
 * @param at - how many bytes of the file have been seen
 * @param scan - number of the scan at hand
 */
export function mayTry(armed: Budgeted, at: number, scan: number): boolean {
  if (armed.scan !== scan) {
    armed.scan = scan;
    armed.spent = 0;
  }
  return armed.spent <= STEPS_AT_ONCE + STEPS_A_BYTE * at;
}

/**
 * Books an attempt that failed: it looked no further than the longest match, and no further than the shape can go.
 *
 * @param shapes - how many were tried at once
 */
export function bookFailure(armed: Budgeted, stretches: Stretches, at: number, shapes: number = 1): void {
  const { most } = armed.extent();
  armed.spent += shapes * (most <= SHORT || armed.crosses() ? most : Math.min(stretches.endOf(at, at + most) - at, most));
}

/** Where stretches without spaces, quotes and control characters end, each looked for once. */
export interface Stretches {
  /** Where the one ends that a place lies in, or some place from `until` on. */
  endOf(at: number, until: number): number;
}

/** The stretches of bytes. */
export function newStretches(bytes: Uint8Array): Stretches {
  let from = 0;
  // Between the two nothing ends a stretch.
  let to = 0;
  return {
    endOf(at, until) {
      if (at < from || at > to) from = to = at;
      const last = Math.min(until, bytes.length);
      while (to < last && !ends(bytes[to] as number)) to++;
      return to;
    },
  };
}

function ends(byte: number): boolean {
  return byte <= 0x20 || byte === 0x22 || byte === 0x27 || byte === 0x60;
}
