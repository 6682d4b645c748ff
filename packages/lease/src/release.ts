/** The second half of a life: end the lease, verify that it is dead, restore what was there, write it down. */

import {
  type Clock,
  type Ended,
  type LeaseEnding,
  LeaseholdError,
  type LeaseRecord,
  type LedgerEventName,
  type Ports,
  type PrivateFolder,
  Secret,
} from '@leasehold/core';
import { LAYER_FILE, parseLayer, printLayer, unlayer } from './environment.ts';
import { type EventDetail, type Known, ledgerEvent } from './events.ts';
import { otherLayers } from './layers.ts';
import { mintToken } from './mint.ts';
import type { LeaseParts } from './parts.ts';
import { CREDENTIAL_FILE } from './publish.ts';

/** A cancelled job has minutes, but its other post steps want some too. */
export const END_BUDGET_MS = 50_000;
const LAST_WORD_MS = 3_000;

/** How a lease ended, and what was put back. */
export interface Released {
  readonly ended: Ended;
  /** Names of the variables that have their former value again. */
  readonly restored: readonly string[];
  /** Names that somebody changed in between; left alone. */
  readonly foreign: readonly string[];
  readonly ledger: string;
}

/**
 * Ends one lease, from whatever stage main reached. Never throws for what the other side did: a broken promise is an answer.
 *
 * @param record - what main saved last
 */
export async function release(record: LeaseRecord, provider: LeaseEnding, parts: LeaseParts, ports: Ports): Promise<Released> {
  const { platform } = parts;
  const folder = platform.folder(record.leaseId);
  const corrected: Ports = { ...ports, clock: issuersClock(ports.clock, record.skewMs) };
  const note = (event: LedgerEventName, detail: EventDetail, known: Known = record): Promise<string> =>
    platform.record(parts.ledgerLine(ledgerEvent(event, known, platform.run, corrected.clock.now(), detail)));

  const ended = await end(record, provider, await credentialOf(folder), parts, corrected);
  const about: EventDetail = { verified: ended.verified, detail: ended.detail, ...(ended.code ? { code: ended.code } : {}) };
  let put: Awaited<ReturnType<typeof restore>>;
  try {
    // Written before anything is restored: how the lease ended is known even when this step dies here.
    if (ended.outcome === 'failed') await note('failed', about, { ...record, expiresAt: ended.liveUntil ?? record.expiresAt });
    else if (ended.outcome !== 'expires') await note('revoked', about);
    if (ended.verified) await note('verified', about);
  } finally {
    // Whatever breaks on our side, no credential stays in a file.
    put = await restore(record, parts).finally(() => folder.remove());
  }
  const { restored, foreign } = put;
  const names = restored.length === 0 ? 'no variable had to be restored' : `restored ${restored.join(', ')}`;
  const ledger = await note('restored', { detail: ended.outcome === 'expires' ? `${ended.detail}; ${names}` : names });
  return { ended, restored, foreign, ledger };
}

/** The lease's own credential, when there is one to be had: a file that a step made unreadable costs the proof, never the ending. */
async function credentialOf(folder: PrivateFolder): Promise<Secret | undefined> {
  const kept = await folder.read(CREDENTIAL_FILE).catch(() => undefined);
  return kept === undefined ? undefined : new Secret(kept);
}

async function end(
  record: LeaseRecord,
  provider: LeaseEnding,
  credential: Secret | undefined,
  parts: LeaseParts,
  ports: Ports,
): Promise<Ended> {
  const deadline = ports.clock.now() + END_BUDGET_MS;
  const order = {
    handle: record.handle,
    credential,
    expiresAt: record.expiresAt,
    audience: record.audience,
    mint: (audience: string) => mintToken(audience, parts),
    deadline,
  };
  const over = new AbortController();
  const late = ports.clock
    .sleep(END_BUDGET_MS + LAST_WORD_MS, over.signal)
    .then(() => broken(record, 'the ending did not finish in time', 'ERR_END_BUDGET'));
  try {
    return await Promise.race([provider.end(order, ports), late]);
  } catch (error) {
    if (error instanceof LeaseholdError) return broken(record, error.message, error.code, error.help);
    return broken(record, `the ending broke off: ${error instanceof Error ? error.name : 'unknown failure'}`, 'ERR_INTERNAL');
  } finally {
    over.abort();
  }
}

function broken(record: LeaseRecord, detail: string, code: string, help?: string): Ended {
  return {
    outcome: 'failed',
    kind: record.ending.kind,
    verified: false,
    detail,
    liveUntil: record.expiresAt,
    code,
    ...(help ? { help } : {}),
  };
}

async function restore(record: LeaseRecord, parts: LeaseParts): Promise<{ restored: string[]; foreign: readonly string[] }> {
  const { platform } = parts;
  const layer = parseLayer(await platform.folder(record.leaseId).read(LAYER_FILE));
  if (!layer) return { restored: [], foreign: [] };
  const others = await otherLayers(record.leaseId, platform);
  const { restore: back, rebased, foreign } = unlayer(layer, (name) => platform.variable(name), others);
  for (const [id, changed] of rebased) await platform.folder(id).write(LAYER_FILE, printLayer(changed));
  for (const [name, value] of Object.entries(back)) platform.exportVariable(name, value);
  return { restored: Object.keys(back), foreign };
}

/** The machine's clock, corrected by what the ID token told at the start. */
function issuersClock(clock: Clock, skewMs: number): Clock {
  return { now: () => clock.now() - skewMs, sleep: (ms, signal) => clock.sleep(ms, signal) };
}
