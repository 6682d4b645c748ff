/** Lease ids: sortable by expiry, unguessable, short enough for the names of every provider. */

import type { Random } from './ports.ts';

const MINUTE_MS = 60_000;
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const EXPIRY_DIGITS = 5;
const RANDOM_DIGITS = 9;
const SHAPE = new RegExp(`^[0-9a-z]{${EXPIRY_DIGITS + RANDOM_DIGITS}}$`);

/**
 * Makes a lease id: five base-36 digits of the minute after which the lease is over, nine random ones.
 *
 * The minute lets whoever meets the name, a revoker that prunes its list or a sweep, know without any memory when it stops to matter.
 *
 * @param notAfter - milliseconds since the epoch after which the credential cannot work
 */
export function newLeaseId(notAfter: number, random: Random): string {
  const minute = Math.ceil(notAfter / MINUTE_MS)
    .toString(36)
    .padStart(EXPIRY_DIGITS, '0');
  let digits = '';
  while (digits.length < RANDOM_DIGITS) {
    // 252 is the largest multiple of 36 below 256: bytes above it would make some digits likelier.
    for (const byte of random(RANDOM_DIGITS)) if (byte < 252 && digits.length < RANDOM_DIGITS) digits += ALPHABET[byte % 36];
  }
  return minute + digits;
}

/**
 * Reads the minute after which a lease is over from its id.
 *
 * @returns milliseconds since the epoch, or undefined when it is not a lease id
 */
export function leaseIdExpiry(id: string): number | undefined {
  return SHAPE.test(id) ? Number.parseInt(id.slice(0, EXPIRY_DIGITS), 36) * MINUTE_MS : undefined;
}
