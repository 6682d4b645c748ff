/** Instants as people read them: always UTC, and how far away. */

import { formatDuration } from '@leasehold/core';

/**
 * Writes an instant.
 *
 * @param ms - milliseconds since the epoch
 * @example formatInstant(1_795_515_125_000) // '2026-11-24 10:12:05 UTC'
 */
export function formatInstant(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? 'an unknown time' : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/**
 * Writes an instant and how far it is from now.
 *
 * @param ms - milliseconds since the epoch
 * @param now - milliseconds since the epoch
 * @example formatUntil(ms, ms - 598_000) // '2026-11-24 10:12:05 UTC (in 9m58s)'
 */
export function formatUntil(ms: number, now: number): string {
  const seconds = Math.round((ms - now) / 1000);
  return `${formatInstant(ms)} (${seconds < 0 ? `${formatDuration(-seconds)} ago` : `in ${formatDuration(seconds)}`})`;
}
