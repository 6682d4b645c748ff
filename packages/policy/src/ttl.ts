/** How long a lease may live: as the file says it, and as a grant gives it. */

import { type Grant, parseDuration, type Ttl } from '@leasehold/core';
import type { TtlFile } from './schema.ts';

/** Seconds below which no lease is issued. */
export const MIN_TTL = 60;

/** Seconds above which a lease would be a standing credential. */
export const MAX_TTL = 86_400;

/** What holds when neither the grant nor the file says anything. */
export const BUILT_IN_TTL: Ttl = { default: 900, max: 900 };

/**
 * Fills a TTL in: one duration is both; a default alone is also the most; a maximum alone lowers the inherited default where it must.
 *
 * @throws ConfigError `ERR_DURATION`
 */
export function readTtl(ttl: TtlFile | undefined, inherited: Ttl): Ttl {
  if (ttl === undefined) return inherited;
  if (typeof ttl === 'string') return { default: parseDuration(ttl), max: parseDuration(ttl) };
  const max = ttl.max === undefined ? undefined : parseDuration(ttl.max);
  if (ttl.default === undefined) return max === undefined ? inherited : { default: Math.min(inherited.default, max), max };
  const seconds = parseDuration(ttl.default);
  return { default: seconds, max: max ?? seconds };
}

/** The TTL that a grant gives: as written, half of it for break-glass, never below {@link MIN_TTL}. */
export function grantTtl(grant: Grant): Ttl {
  if (!grant.breakGlass) return grant.ttl;
  const half = (seconds: number): number => Math.max(MIN_TTL, Math.floor(seconds / 2));
  return { default: half(grant.ttl.default), max: half(grant.ttl.max) };
}
