/** Bounds what attempts may cost: in ordinary files it never binds, and hostile ones cost time in proportion to their size. */

import type { ArmedRule } from './resolver.ts';

/** What failing attempts of one rule may cost a byte scanned, in characters looked at, and what they may cost in any case. */
const STEPS_A_BYTE = 64;
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
export function mayTry(armed: ArmedRule, at: number, scan: number): boolean {
  if (armed.scan !== scan) {
    armed.scan = scan;
    armed.spent = 0;
  }
  return armed.spent <= STEPS_AT_ONCE + STEPS_A_BYTE * at;
}

/** Books an attempt that failed: it looked no further than the longest match, and no further than the shape can go. */
export function bookFailure(armed: ArmedRule, bytes: Uint8Array, at: number): void {
  const { most } = armed.extent();
  armed.spent += most <= SHORT || armed.crosses() ? most : stretch(bytes, at, most);
}

/** How many bytes from a place on are neither spaces nor quotes nor control characters. */
function stretch(bytes: Uint8Array, at: number, most: number): number {
  const until = Math.min(at + most, bytes.length);
  let end = at;
  while (end < until) {
    const byte = bytes[end] as number;
    if (byte <= 0x20 || byte === 0x22 || byte === 0x27 || byte === 0x60) break;
    end++;
  }
  return end - at;
}
