/** Bounds the cost of failed attempts: ordinary files never reach the bound, and hostile ones cost time in proportion to their size. */

import type { Extent } from './extent.ts';

/** What is tried, and the cost of its failed attempts so far. */
export interface Budgeted {
  /** Lengths of a match; read off the shape when first needed. */
  readonly extent: () => Extent;
  /** Whether a match can contain spaces or quotes. */
  readonly crosses: () => boolean;
  /** How many times an attempt may go over the same text. */
  readonly ways: number;
  /** Characters that its failed attempts looked at in the current scan. */
  spent: number;
  /** Number of the scan that `spent` belongs to. */
  scan: number;
}

/** Characters that the failed attempts of one rule may look at: so many for each byte scanned, and so many in any case. */
const STEPS_A_BYTE = 16;
const STEPS_AT_ONCE = 1 << 20;
/** For shorter matches the longest possible one is booked: finding out how far an attempt went would cost more. */
const SHORT = 64;

/**
 * Tells whether a rule may be tried once more.
 *
 * A file made of nothing but the prefix of a long credential would otherwise cost its size times that length.
 *
 * @param at - offset of the attempt: so many bytes were scanned before it
 * @param scan - number of the current scan
 */
export function mayTry(budgeted: Budgeted, at: number, scan: number): boolean {
  if (budgeted.scan !== scan) {
    budgeted.scan = scan;
    budgeted.spent = 0;
  }
  return budgeted.spent <= STEPS_AT_ONCE + STEPS_A_BYTE * at;
}

/**
 * Books a failed attempt: it looked at no more than the longest match, nor beyond the first byte that its shape cannot contain.
 *
 * @param at - offset of the attempt
 */
export function bookFailure(budgeted: Budgeted, stretches: Stretches, at: number): void {
  const { most } = budgeted.extent();
  budgeted.spent +=
    budgeted.ways * (most <= SHORT || budgeted.crosses() ? most : Math.min(stretches.endOf(at, at + most) - at, most));
}

/** Ends of the stretches without spaces, quotes and control characters; each end is looked for once. */
export interface Stretches {
  /** Offset of the end of the stretch around `at`, or some offset from `until` on. */
  endOf(at: number, until: number): number;
}

/** Finds the stretches of bytes. */
export function newStretches(bytes: Uint8Array): Stretches {
  let from = 0;
  // No stretch ends between the two.
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
