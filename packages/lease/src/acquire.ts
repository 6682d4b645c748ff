/** The first half of a life: mint, decide, save, exchange, mask, save, publish, in this order, always. */

import {
  type Decision,
  DeniedError,
  EXCHANGE_BUDGET,
  type Identity,
  type Issued,
  type LeaseOrder,
  LeaseholdError,
  type LeaseRecord,
  type LeaseSubject,
  type LedgerEventName,
  newLeaseId,
  type Plan,
  type Ports,
  shownClaims,
  withRetries,
} from '@leasehold/core';
import type { Ask } from './ask.ts';
import { type EventDetail, type Known, ledgerEvent } from './events.ts';
import { type MintedToken, mintToken } from './mint.ts';
import type { LeaseParts } from './parts.ts';
import { publish } from './publish.ts';
import { printRecord, STATE_KEY } from './record.ts';

/** Between the ID token and the exchange lie at most the retries; a lease id may not promise an earlier end than the provider's. */
const ISSUE_MARGIN_MS = 120_000;
const SKEW_WORTH_TELLING_MS = 60_000;

/** How asking came out; refusals are answers, not exceptions. */
export type Acquired =
  | { readonly kind: 'leased'; readonly record: LeaseRecord; readonly ledger: string }
  /** The policy said no. */
  | { readonly kind: 'denied'; readonly decision: Decision; readonly identity: Identity }
  /** The provider said no. */
  | { readonly kind: 'refused'; readonly error: DeniedError; readonly identity: Identity };

/**
 * Acquires one lease.
 *
 * @throws ConfigError before any network call when what is asked cannot be issued, or when the job may not have an ID token; UpstreamError when the other side failed for longer than the budget
 */
export async function acquire<O>(ask: Ask<O>, parts: LeaseParts, ports: Ports): Promise<Acquired> {
  const { provider, options } = ask;
  const { platform } = parts;
  // A rehearsal: names, sizes and limits are checked before anything is sent.
  provider.plan(options, orderFor(ask, ask.ttl, Math.floor(ports.clock.now() / 1000), parts, ports));

  const audience = provider.audience(options);
  const first = await withRetries('ID token', () => mintToken(audience, parts), EXCHANGE_BUDGET, ports);
  const skewMs = ports.clock.now() - first.identity.issuedAt * 1000;
  if (Math.abs(skewMs) > SKEW_WORTH_TELLING_MS) {
    ports.log.warning(`this machine's clock is ${Math.round(Math.abs(skewMs) / 1000)} s ${skewMs > 0 ? 'ahead of' : 'behind'} the issuer's`);
  }

  const decision = ask.decide?.(first.identity);
  const ttl = decision?.allowed ? decision.ttl : ask.ttl;
  const order = orderFor(ask, ttl, first.identity.issuedAt, parts, ports);
  const subject: LeaseSubject = { ...ask.about, ...provider.describe(options), ttl, identity: shownClaims(first.identity.claims) };
  const known = { leaseId: order.leaseId, provider: provider.id, subject };
  const note = (event: LedgerEventName, about: Known, detail?: EventDetail): Promise<string> =>
    platform.record(parts.ledgerLine(ledgerEvent(event, about, platform.run, ports.clock.now(), detail)));

  await note('requested', known);
  if (decision && !decision.allowed) {
    const failed = decision.rules.filter((rule) => !rule.passed).map((rule) => rule.rule);
    await note('denied', known, { code: 'ERR_POLICY_DENIED', detail: `denied by ${failed.join(', ')}`, mismatches: decision.mismatches });
    return { kind: 'denied', decision, identity: first.identity };
  }

  const plan = provider.plan(options, order);
  const planned: LeaseRecord = {
    version: 1,
    ...known,
    stage: 'planned',
    name: plan.name,
    handle: plan.handle,
    ending: plan.ending,
    requestedAt: ports.clock.now(),
    expiresAt: plan.notAfter,
    delivery: ask.delivery,
    audience,
    onRevokeFailure: ask.onRevokeFailure,
    skewMs,
  };
  // Before the exchange: whoever is killed from here on leaves a post step that knows the name.
  platform.remember(STATE_KEY, printRecord(planned));

  const answer = await exchange(ask, plan, first, audience, parts, ports);
  if (answer.kind === 'failed') {
    await note('failed', planned, { code: answer.error.code, detail: answer.error.message });
    throw answer.error;
  }
  if (answer.kind === 'refused') {
    await note('denied', planned, { code: answer.error.code, detail: answer.error.message });
    // Refused at once: nothing can live. After an attempt without a whole answer something may, and the post step ends it by name.
    if (answer.attempts === 1) platform.remember(STATE_KEY, '');
    return { kind: 'refused', error: answer.error, identity: first.identity };
  }
  const record = await publish(planned, answer.issued, provider, parts, ports);
  await note('issued', record);
  const ledger = await note('delivered', record);
  return { kind: 'leased', record, ledger };
}

type Answer =
  | { readonly kind: 'issued'; readonly issued: Issued }
  | { readonly kind: 'refused'; readonly error: DeniedError; readonly attempts: number }
  | { readonly kind: 'failed'; readonly error: LeaseholdError };

/** Every attempt has a token of its own: several verifiers accept a `jti` once, and a token may expire between attempts. */
async function exchange<O>(
  ask: Ask<O>,
  plan: Plan,
  first: MintedToken,
  audience: string,
  parts: LeaseParts,
  ports: Ports,
): Promise<Answer> {
  let attempts = 0;
  const attempt = async (number: number): Promise<Issued> => {
    attempts = number;
    return ask.provider.exchange(plan, number === 1 ? first : await mintToken(audience, parts), ports);
  };
  try {
    return { kind: 'issued', issued: await withRetries('exchange', attempt, EXCHANGE_BUDGET, ports) };
  } catch (error) {
    if (error instanceof DeniedError) return { kind: 'refused', error, attempts };
    if (error instanceof LeaseholdError) return { kind: 'failed', error };
    throw error;
  }
}

function orderFor<O>(ask: Ask<O>, ttl: number, from: number, parts: LeaseParts, ports: Ports): LeaseOrder {
  return {
    leaseId: newLeaseId((from + ttl) * 1000 + ISSUE_MARGIN_MS, ports.random),
    run: parts.platform.run,
    ttl,
    from,
    ...(ask.about.reason ? { reason: ask.about.reason } : {}),
  };
}
