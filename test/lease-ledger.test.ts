/** The life of a lease and the ledger together: every event is a line of the published format, and no line and no state holds a secret. */

import { DeniedError, type Ended, LEDGER_EVENTS, UpstreamError } from '@leasehold/core';
import { acquire, parseRecord, release, STATE_KEY } from '@leasehold/lease';
import { ledgerJsonSchema, ledgerLine } from '@leasehold/report';
import { secretSearch } from '@leasehold/testkit';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newWorld, START, type World } from '../packages/lease/src/test-world.ts';

const ajv = new Ajv2020({ strict: true, strictRequired: false });
addFormats.default(ajv);
const isLedgerLine = ajv.compile(ledgerJsonSchema());

/** What one exchange comes to; an error may even quote the credential that was just issued. */
const exchanges = {
  refused: () => new DeniedError('the bank said no', { code: 'ERR_BANK_REFUSED' }),
  busy: () => new UpstreamError('the bank is busy', { code: 'ERR_BANK_BUSY', retryable: true, status: 503 }),
  lost: () => ({ lost: new UpstreamError('the answer was cut off', { code: 'ERR_UPSTREAM_TRUNCATED', retryable: true }) }),
  defect: () => new TypeError('a defect'),
} as const;

const answer = (outcome: Ended['outcome'], rest: Partial<Ended> = {}): Ended => ({
  outcome,
  kind: outcome === 'expires' ? 'expires' : 'revoked',
  verified: false,
  detail: `it came to ${outcome}`,
  ...rest,
});

/** How the bank ends a lease; undefined lets it do so honestly. */
const endings = {
  honest: undefined,
  expires: async () => answer('expires'),
  dead: async () => answer('already-dead'),
  failed: async () => answer('failed', { code: 'ERR_BANK', liveUntil: START + 900_000 }),
  quoting: async ({ credential }) => Promise.reject(new Error(`no such thing as ${credential?.reveal()}`)),
} satisfies Record<string, World['script']['end']>;

const lives = fc.record({
  exchanges: fc.array(fc.constantFrom(...(Object.keys(exchanges) as (keyof typeof exchanges)[])), { maxLength: 4 }),
  ending: fc.constantFrom(...(Object.keys(endings) as (keyof typeof endings)[])),
  delivery: fc.constantFrom('env', 'file', 'output'),
  decision: fc.constantFrom('none', 'allow', 'deny'),
  skewMs: fc.constantFrom(0, 3_600_000, -90_000),
  broken: fc.constantFrom(
    undefined,
    'write credential.json',
    'write environment.json',
    'remember issued',
    'read credential.json',
  ),
});
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

/** Leads one life from main to the end of the post step. */
async function lead(life: Life): Promise<World> {
  const world = newWorld(ledgerLine);
  world.script.skewMs = life.skewMs;
  world.script.exchanges.push(...life.exchanges.map((name) => exchanges[name]()));
  world.script.end = endings[life.ending];
  if (life.broken) world.script.broken.set(life.broken, new Error('no space left'));
  const rules = [{ rule: 'subjects', passed: false, detail: 'none matches' }];
  const decide =
    life.decision === 'none' ? {} : { decide: world.decide(life.decision === 'deny' ? { allowed: false, ttl: 0, rules } : {}) };
  await acquire(world.ask({ delivery: life.delivery, ...decide }), world.parts, world.ports).catch(() => undefined);
  const state = world.parts.platform.recall(STATE_KEY);
  if (state !== undefined) await release(parseRecord(state), world.bank, world.parts, world.ports);
  return world;
}

describe('the ledger of a lease', () => {
  it('has lines of the published format only, in the order of a life, and never a secret', async () => {
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        const { events, ledger, remembered, secrets, log } = await lead(life);
        for (const line of ledger) expect(isLedgerLine(JSON.parse(line)), ajv.errorsText(isLedgerLine.errors)).toBe(true);
        const times = events.map(({ time }) => time);
        expect(times).toEqual([...times].sort());
        for (const secret of secrets) {
          expect(secretSearch([...ledger, ...remembered, ...log].join('\n'), secret)).toEqual([]);
        }
        for (const { event } of events) met.add(event);
      }),
      { numRuns: 300 },
    );
    expect([...met].sort()).toEqual([...LEDGER_EVENTS].sort());
  });

  it('tells every life to its end: what was asked for is denied, or failed, or restored', async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        const names = (await lead(life)).events.map(({ event }) => event);
        expect(names[0]).toBe('requested');
        expect(['denied', 'restored']).toContain(names.at(-1));
        expect(names.filter((name) => name === 'issued').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
