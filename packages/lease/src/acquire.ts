/** The first half of a life: mint, decide, save, exchange, mask, save, publish, in this order, always. */

import {
  ConfigError,
  type Decision,
  DeniedError,
  EXCHANGE_BUDGET,
  type Identity,
  type Issued,
  LeaseholdError,
  type LeaseOrder,
  type LeaseRecord,
  type LeaseSubject,
  type LedgerEventName,
  newLeaseId,
  type Plan,
  type Ports,
  shownClaims,
  UpstreamError,
  withRetries,
} from '@leasehold/core';
import type { Ask } from './ask.ts';
import { type EventDetail, type Known, ledgerEvent } from './events.ts';
import { type MintedToken, mintToken } from './mint.ts';
import type { LeaseParts } from './parts.ts';
import { keep, publish } from './publish.ts';
import { printRecord, STATE_KEY } from './record.ts';

/** Between the ID token and the exchange lie at most the retries; a lease id may not promise an earlier end than the provider's. */
const ISSUE_MARGIN_MS = 120_000;
/** A token is stamped in whole seconds and takes some time to arrive: what is below this is no skew. */
const SKEW_NOISE_MS = 5_000;
const SKEW_WORTH_TELLING_MS = 60_000;

/** How asking came out; refusals are answers, not exceptions. */
export type Acquired =
  | { readonly kind: 'leased'; readonly record: LeaseRecord; readonly ledger: string }
  /** The policy said no. */
  | { readonly kind: 'denied'; readonly decision: Decision; readonly identity: Identity }
  /** The provider said no, or did not take the token: an UpstreamError when it may be the provider's own fault. */
  | { readonly kind: 'refused'; readonly error: DeniedError | UpstreamError; readonly identity: Identity };

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
  const skewMs = skewOf(ports.clock.now() - first.identity.issuedAt * 1000);
  if (Math.abs(skewMs) > SKEW_WORTH_TELLING_MS) {
    ports.log.warning(
      `this machine's clock is ${Math.round(Math.abs(skewMs) / 1000)} s ${skewMs > 0 ? 'ahead of' : 'behind'} the issuer's`,
    );
  }

  const decision = ask.decide?.(first.identity);
  const ttl = decision?.allowed ? decision.ttl : ask.ttl;
  const order = orderFor(ask, ttl, first.identity.issuedAt, parts, ports);
  const subject: LeaseSubject = {
    ...ask.about,
    ...provider.describe(options),
    ttl,
    identity: shownClaims(first.identity.claims),
  };
  const known = { leaseId: order.leaseId, provider: provider.id, subject };
  // The issuer's time, as in the post step: the events of one life stand in their order, whatever this machine's clock says.
  const now = (): number => ports.clock.now() - skewMs;
  const note = (event: LedgerEventName, about: Known, detail?: EventDetail): Promise<string> =>
    platform.record(parts.ledgerLine(ledgerEvent(event, about, platform.run, now(), detail)));

  await note('requested', known);
  if (decision && !decision.allowed) {
    const failed = decision.rules.filter((rule) => !rule.passed).map((rule) => rule.rule);
    await note('denied', known, {
      code: 'ERR_POLICY_DENIED',
      detail: `denied by ${failed.join(', ')}`,
      mismatches: decision.mismatches,
    });
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
    requestedAt: now(),
    expiresAt: plan.notAfter,
    delivery: ask.delivery,
    audience,
    onRevokeFailure: ask.onRevokeFailure,
    skewMs,
  };
  // Before the exchange: whoever is killed from here on leaves a post step that knows the name.
  platform.remember(STATE_KEY, printRecord(planned));

  const answer = await exchange(ask, plan, first, audience, parts, ports);
  if (answer.kind !== 'issued') {
    const { error } = answer;
    const refused = answer.kind === 'refused';
    await note(refused ? 'denied' : 'failed', planned, { code: error.code, detail: error.message });
    // Nothing was issued, so there is nothing to end; else something may live, and the post step ends it by name.
    if (!answer.open) platform.remember(STATE_KEY, '');
    if (refused) return { kind: 'refused', error: answer.error, identity: first.identity };
    throw error;
  }
  const kept = await keep(planned, answer.issued, provider, parts);
  await note('issued', kept.record);
  const record = await publish(kept, parts, ports);
  const ledger = await note('delivered', record);
  return { kind: 'leased', record, ledger };
}

/** How the exchange came out; `open`: an attempt may have been granted although its answer was not whole. */
type Answer =
  | { readonly kind: 'issued'; readonly issued: Issued }
  | { readonly kind: 'refused'; readonly error: DeniedError | UpstreamError; readonly open: boolean }
  | { readonly kind: 'failed'; readonly error: LeaseholdError; readonly open: boolean };

/** Every attempt has a token of its own: several verifiers accept a `jti` once, and a token may expire between attempts. */
async function exchange<O>(
  ask: Ask<O>,
  plan: Plan,
  first: MintedToken,
  audience: string,
  parts: LeaseParts,
  ports: Ports,
): Promise<Answer> {
  let open = false;
  let said: unknown;
  const attempt = async (number: number): Promise<Issued> => {
    const token = number === 1 ? first : await mintToken(audience, parts);
    try {
      return await ask.provider.exchange(plan, token, ports);
    } catch (error) {
      said = error;
      open ||= !saysNo(error);
      throw error;
    }
  };
  try {
    return { kind: 'issued', issued: await withRetries('exchange', attempt, EXCHANGE_BUDGET, ports) };
  } catch (error) {
    if (error === said && isRefusal(error)) return { kind: 'refused', error, open };
    if (error instanceof LeaseholdError) return { kind: 'failed', error, open };
    throw error;
  }
}

/** Whether the whole answer was a no, so that nothing was issued; a 5xx or half an answer may hide that something was. */
function saysNo(error: unknown): boolean {
  if (error instanceof UpstreamError) return error.status !== undefined && error.status >= 400 && error.status < 500;
  return error instanceof DeniedError || error instanceof ConfigError;
}

/** Whether the no is about this job or its token, which its claims may explain; being too many is not. */
function isRefusal(error: unknown): error is DeniedError | UpstreamError {
  return (
    error instanceof DeniedError || (error instanceof UpstreamError && saysNo(error) && error.code !== 'ERR_UPSTREAM_THROTTLED')
  );
}

function skewOf(difference: number): number {
  return Math.abs(difference) < SKEW_NOISE_MS ? 0 : difference;
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
