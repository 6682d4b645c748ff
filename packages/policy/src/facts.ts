/** What a condition may look at: the job, the grant and the request, as typed objects. */

import type { Claims, Grant } from '@leasehold/core';
import { Duration } from '@marcbachmann/cel-js/evaluator';
import { claimValues } from './claim-values.ts';
import { CLAIMS } from './claims.ts';

/** What one decision is about. */
export interface Facts {
  readonly claims: Claims;
  readonly grant: Grant;
  /** Seconds that are asked for, the grant's default when none are. */
  readonly ttl: number;
  readonly reason: string;
}

/** Fields by variable, each with its CEL type. `job` has one more for every custom property that the file names. */
export const VARIABLES: Readonly<Record<'job' | 'grant' | 'request', Readonly<Record<string, string>>>> = {
  job: Object.fromEntries(CLAIMS.map(({ field }) => [field, 'string'])),
  grant: { id: 'string', access: 'string', owner: 'string', purpose: 'string', provider: 'string', break_glass: 'bool' },
  request: { ttl: 'google.protobuf.Duration', reason: 'string' },
};

/**
 * Fills the variables in.
 *
 * A claim that the token lacks is the empty string, so that no access ever fails; one with several values is joined by commas.
 *
 * @param properties - claims of custom properties that the file names
 */
export function factValues(
  { claims, grant, ttl, reason }: Facts,
  properties: readonly string[],
): Record<keyof typeof VARIABLES, object> {
  const job: Record<string, string> = {};
  for (const { field, claim } of CLAIMS) job[field] = claimValues(claims, claim).join(',');
  for (const claim of properties) job[claim] = claimValues(claims, claim).join(',');
  return {
    job,
    grant: {
      id: grant.id,
      access: grant.access,
      owner: grant.owner,
      purpose: grant.purpose,
      provider: grant.provider,
      break_glass: grant.breakGlass,
    },
    request: { ttl: new Duration(Number.isSafeInteger(ttl) ? ttl : 0), reason },
  };
}
