/** Why trust was refused, told with everything that this step knows. */

import { DeniedError, type Identity, type LeaseholdError } from '@leasehold/core';
import type { Prepared } from '@leasehold/lease';
import { diagnose } from '@leasehold/oidc';
import { trustSummary, trustText } from '@leasehold/report';
import type { Shell } from './shell.ts';

/** What is explained. */
export interface Refusal {
  readonly error: LeaseholdError;
  /** Absent when no token could be had. */
  readonly identity?: Identity;
}

/** A diagnosis in words. */
export interface Explanation {
  /** Text for the log. */
  readonly log: string;
  /** Markdown for the summary. */
  readonly summary: string;
}

/**
 * Compares this job's claims with the trust that is known: a trust policy file, else the grant's subjects, else nothing but the claims themselves.
 */
export async function explain(refusal: Refusal, prepared: Prepared, shell: Shell): Promise<Explanation> {
  const { error, identity } = refusal;
  const { provider, options } = prepared.ask;
  const statements = identity && prepared.trust?.(identity.issuer);
  const event = await eventOf();
  const diagnosis = diagnose({
    ...(identity ? { claims: identity.claims } : {}),
    refusal: { code: error.code, detail: error.message },
    audience: provider.audience(options),
    ...(statements ? { statements } : {}),
    ...(error instanceof DeniedError && error.at !== undefined ? { serverDate: error.at } : {}),
    permission: shell.env.ACTIONS_ID_TOKEN_REQUEST_URL !== undefined,
    ...(event ? { event } : {}),
  });
  const correction =
    identity && diagnosis.corrected.length > 0 ? provider.trust.render(diagnosis.corrected, identity.issuer) : undefined;
  return { log: trustText(diagnosis, correction), summary: trustSummary(diagnosis, correction) };
}

/** The event, from the payload that the runner wrote; only a refusal needs it, so only a refusal pays for loading it. */
async function eventOf(): Promise<{ readonly name: string; readonly fork: boolean } | undefined> {
  const { context } = await import('@actions/github');
  const pull = context.payload.pull_request as { head?: { repo?: { full_name?: string } | null } } | undefined;
  if (!context.eventName) return undefined;
  const head = pull?.head?.repo?.full_name;
  const base = context.payload.repository?.full_name;
  return { name: context.eventName, fork: pull !== undefined && head !== base };
}
