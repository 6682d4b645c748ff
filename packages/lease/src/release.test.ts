import { ConfigError, type Ended, type LeaseRecord, UpstreamError } from '@leasehold/core';
import { describe, expect, test } from 'vitest';
import { acquire } from './acquire.ts';
import { LAYER_FILE } from './environment.ts';
import { parseRecord, STATE_KEY } from './record.ts';
import { END_BUDGET_MS, type Released, release } from './release.ts';
import { newWorld, START, type World } from './test-world.ts';

/** Leases as main does, and gives back what its post step finds; main may have broken off. */
async function leased(world: World, changes: Parameters<World['ask']>[0] = {}): Promise<LeaseRecord> {
  await acquire(world.ask(changes), world.parts, world.ports).catch(() => undefined);
  return parseRecord(world.state.get(STATE_KEY) ?? '');
}

const end = (world: World, record: LeaseRecord): Promise<Released> => release(record, world.bank, world.parts, world.ports);
const since = (world: World, event: string): readonly string[] => {
  const names = world.events.map((line) => line.event as string);
  return names.slice(names.lastIndexOf(event) + 1);
};

describe('a lease that ends as promised', () => {
  test('is ended, written down, restored and its folder removed, in this order', async () => {
    const world = newWorld();
    const record = await leased(world);
    const before = world.effects.length;
    const released = await end(world, record);
    expect(world.effects.slice(before)).toEqual([
      'read credential.json',
      'end',
      'mint bank.example',
      'mask',
      'record revoked',
      'record verified',
      'read environment.json',
      'export BANK_TOKEN',
      'export BANK_REGION',
      'remove folder',
      'record restored',
    ]);
    expect(released).toEqual({
      ended: { outcome: 'ended', kind: 'revoked', verified: true, detail: 'refused after it was answered' },
      restored: ['BANK_TOKEN', 'BANK_REGION'],
      foreign: [],
      ledger: '/private/ledger.jsonl',
    });
    expect([world.live.size, world.folders.size, world.env.size]).toEqual([0, 0, 0]);
  });

  test('has the whole life in the ledger, under one id', async () => {
    const world = newWorld();
    const record = await leased(world);
    await end(world, record);
    expect(world.events.map(({ event }) => event)).toEqual([
      'requested',
      'issued',
      'delivered',
      'revoked',
      'verified',
      'restored',
    ]);
    expect(new Set(world.events.map(({ lease }) => lease))).toEqual(new Set([record.leaseId]));
    expect(world.events.at(-1)).toMatchObject({
      detail: 'restored BANK_TOKEN, BANK_REGION',
      credential: record.credential,
      name: record.name,
    });
  });

  test('is written down by the issuer’s clock', async () => {
    const world = newWorld();
    world.script.skewMs = 3_600_000;
    await end(world, await leased(world));
    expect(new Set(world.events.map(({ time }) => time))).toEqual(new Set([new Date(START).toISOString()]));
  });

  test('is given a deadline and a time by the issuer’s clock', async () => {
    const world = newWorld();
    world.script.skewMs = -3_600_000;
    const record = await leased(world);
    const seen: number[] = [];
    const bank: World['bank'] = {
      ...world.bank,
      end: (order, ports) => {
        seen.push(order.deadline, ports.clock.now(), order.expiresAt);
        return world.bank.end(order, ports);
      },
    };
    await release(record, bank, world.parts, world.ports);
    expect(seen).toEqual([START + END_BUDGET_MS, START, START + 600_000]);
  });

  test('a second time is gone already, and restores nothing', async () => {
    const world = newWorld();
    world.env.set('BANK_REGION', 'south');
    const record = await leased(world);
    await end(world, record);
    world.env.set('BANK_REGION', 'north');
    const again = await end(world, record);
    expect(again).toMatchObject({ ended: { outcome: 'already-dead', verified: false }, restored: [], foreign: [] });
    expect(world.env.get('BANK_REGION')).toBe('north');
    expect(since(world, 'verified')).toEqual(['restored', 'revoked', 'restored']);
    expect(world.events.at(-1)?.detail).toBe('no variable had to be restored');
  });
});

describe('from every stage that main may have reached', () => {
  test.each([
    ['planned', { exchanges: [{ lost: new TypeError('killed') }] }, undefined, false],
    ['planned', {}, 'write credential.json', false],
    ['issued', {}, 'write environment.json', true],
    ['issued', {}, 'export BANK_REGION', true],
    ['issued', {}, 'remember delivered', true],
    ['delivered', {}, 'record delivered', true],
  ] as const)(
    '%s (%j, broken at %s) the lease is ended, and what was changed is put back',
    async (stage, script, broken, verified) => {
      const world = newWorld();
      world.env.set('BANK_TOKEN', 'before');
      Object.assign(world.script, script);
      if (broken) world.script.broken.set(broken, new Error('killed'));
      const record = await leased(world);
      expect([record.stage, world.live.size]).toEqual([stage, 1]);
      // Without the answer the bank knows the lease by its name, as sweep would.
      const { ended } = await release(
        { ...record, handle: { ...record.handle, name: record.name } },
        world.bank,
        world.parts,
        world.ports,
      );
      expect(ended).toMatchObject({ outcome: 'ended', verified });
      expect([Object.fromEntries(world.env), world.live.size, world.folders.size]).toEqual([{ BANK_TOKEN: 'before' }, 0, 0]);
    },
  );
});

describe('a credential file that a step made unreadable', () => {
  test('costs the proof, never the ending', async () => {
    const world = newWorld();
    const record = await leased(world);
    world.script.broken.set('read credential.json', new Error('EACCES'));
    expect((await end(world, record)).ended).toMatchObject({ outcome: 'ended', verified: false });
    expect([world.live.size, since(world, 'delivered')]).toEqual([0, ['revoked', 'restored']]);
  });
});

describe('each outcome has its events', () => {
  const outcomes: [Ended, object[]][] = [
    [
      { outcome: 'ended', kind: 'denied', verified: true, detail: 'proved' },
      [{ event: 'revoked', verified: true, detail: 'proved' }, { event: 'verified', verified: true }, { event: 'restored' }],
    ],
    [
      { outcome: 'ended', kind: 'denied', verified: false, detail: 'no probe', help: 'choose one' },
      [{ event: 'revoked', verified: false, detail: 'no probe' }, { event: 'restored' }],
    ],
    [
      { outcome: 'already-dead', kind: 'denied', verified: false, detail: 'it had expired' },
      [{ event: 'revoked', detail: 'it had expired' }, { event: 'restored' }],
    ],
    [
      { outcome: 'expires', kind: 'expires', verified: false, detail: 'nothing but time ends it' },
      [{ event: 'restored', detail: 'nothing but time ends it; restored BANK_TOKEN, BANK_REGION' }],
    ],
    [
      {
        outcome: 'failed',
        kind: 'denied',
        verified: false,
        detail: 'the list is full',
        code: 'ERR_BANK_FULL',
        liveUntil: START + 900_000,
      },
      [
        {
          event: 'failed',
          verified: false,
          detail: 'the list is full',
          code: 'ERR_BANK_FULL',
          expires: new Date(START + 900_000).toISOString(),
        },
        { event: 'restored' },
      ],
    ],
    [
      { outcome: 'failed', kind: 'denied', verified: false, detail: 'no answer', code: 'ERR_BANK' },
      [{ event: 'failed', expires: new Date(START + 600_000).toISOString() }, { event: 'restored' }],
    ],
  ];
  test.each(outcomes)('%j', async (ended, events) => {
    const world = newWorld();
    const record = await leased(world);
    world.script.end = () => Promise.resolve(ended);
    const released = await end(world, record);
    expect(released.ended).toBe(ended);
    const last = world.events.slice(3);
    expect(last).toMatchObject(events);
    expect(last).toHaveLength(events.length);
  });
});

describe('an ending that does not keep its promise', () => {
  test.each([
    [
      new UpstreamError('the bank is closed', { code: 'ERR_BANK_CLOSED', retryable: false, help: 'wait' }),
      { code: 'ERR_BANK_CLOSED', detail: 'the bank is closed', help: 'wait' },
    ],
    [new ConfigError('there is no such vault', { code: 'ERR_VAULT' }), { code: 'ERR_VAULT', detail: 'there is no such vault' }],
    [new RangeError('s3cr/t+'), { code: 'ERR_INTERNAL', detail: 'the ending broke off: RangeError' }],
    ['thrown as text: s3cr/t+', { code: 'ERR_INTERNAL', detail: 'the ending broke off: unknown failure' }],
  ])('because %s was thrown is an answer, says until when the credential lives, and still restores', async (thrown, answer) => {
    const world = newWorld();
    const record = await leased(world);
    world.script.end = () => Promise.reject(thrown);
    const { ended } = await end(world, record);
    expect(ended).toEqual({ outcome: 'failed', kind: 'revoked', verified: false, liveUntil: START + 600_000, ...answer });
    expect([world.env.size, since(world, 'delivered')]).toEqual([0, ['failed', 'restored']]);
  });

  test('because no ID token is to be had any more says so', async () => {
    const world = newWorld();
    const record = await leased(world);
    world.script.tokens.push(new UpstreamError('refused with 400', { code: 'ERR_ID_TOKEN_REFUSED', retryable: false }));
    expect((await end(world, record)).ended).toMatchObject({
      outcome: 'failed',
      code: 'ERR_ID_TOKEN_REFUSED',
      detail: 'refused with 400',
    });
  });

  test('because the bank never answers is given up within the budget, and still restores', async () => {
    const world = newWorld();
    const record = await leased(world);
    let asked = (): void => undefined;
    const waiting = new Promise<void>((resolve) => {
      asked = resolve;
    });
    world.script.end = () => {
      asked();
      return new Promise(() => undefined);
    };
    const releasing = end(world, record);
    await waiting;
    world.ports.clock.advance(END_BUDGET_MS + 3_000);
    expect((await releasing).ended).toMatchObject({
      outcome: 'failed',
      code: 'ERR_END_BUDGET',
      detail: 'the ending did not finish in time',
    });
    expect([world.env.size, world.folders.size]).toEqual([0, 0]);
  });
});

describe('a ledger that cannot be written any more', () => {
  test('fails the step, and the environment is restored all the same', async () => {
    const world = newWorld();
    const record = await leased(world);
    world.script.broken.set('record revoked', new Error('no space left'));
    await expect(end(world, record)).rejects.toThrow('no space left');
    expect([world.live.size, world.env.size, world.folders.size]).toEqual([0, 0, 0]);
  });
});

describe('what breaks while the environment is put back', () => {
  test('leaves no credential in a file, and the ledger already knows how the lease ended', async () => {
    const world = newWorld();
    const record = await leased(world);
    world.script.broken.set('export BANK_TOKEN', new Error('no space left'));
    await expect(end(world, record)).rejects.toThrow('no space left');
    expect([world.folders.size, since(world, 'delivered')]).toEqual([0, ['revoked', 'verified']]);
  });
});

describe('several leases in one job', () => {
  test.each([
    ['last in, first out', [1, 0], 1_000],
    ['first in, first out', [0, 1], 1_000],
    ['first in, first out, though leased in the same millisecond', [0, 1], 0],
    ['first in, first out, though the clock was set back in between', [0, 1], -1_000],
  ])('end %s, and leave what was there before the first', async (_order, order, passed) => {
    const world = newWorld();
    world.env.set('BANK_REGION', 'south');
    const records = [await leased(world)];
    world.ports.clock.advance(passed);
    records.push(await leased(world));
    const second = world.env.get('BANK_TOKEN');
    for (const [place, index] of order.entries()) {
      const record = records[index];
      if (record) expect((await end(world, record)).ended.verified).toBe(true);
      // The one that lives still has its variables; a dead credential never comes back.
      if (place === 0) expect(world.env.get('BANK_TOKEN')).toBe(index === 0 ? second : world.live.get(records[0]?.name ?? ''));
    }
    expect(Object.fromEntries(world.env)).toEqual({ BANK_REGION: 'south' });
  });

  test('another lease whose files cannot be read any more keeps nobody from being restored', async () => {
    const world = newWorld();
    const records = [await leased(world), await leased(world)];
    const [first, second] = records.map(({ leaseId }) => world.folders.get(leaseId));
    if (!first || !second || !records[1]) throw new Error('two leases were expected');
    first.get = () => {
      throw new Error('EACCES');
    };
    expect((await end(world, records[1])).restored).toEqual(['BANK_TOKEN', 'BANK_REGION']);
    expect(world.env.get('BANK_TOKEN')).toBe(first.values().next().value);
  });

  test('a folder without a readable layer is none of ours to restore from', async () => {
    const world = newWorld();
    const record = await leased(world);
    world.folders.set('stranger', new Map([[LAYER_FILE, 'not JSON']]));
    expect((await end(world, record)).restored).toEqual(['BANK_TOKEN', 'BANK_REGION']);
    expect([...world.folders.keys()]).toEqual(['stranger']);
  });

  test('a variable that a step changed in between is left alone, and said', async () => {
    const world = newWorld();
    const record = await leased(world);
    world.env.set('BANK_REGION', 'a step set this');
    expect(await end(world, record)).toMatchObject({ restored: ['BANK_TOKEN'], foreign: ['BANK_REGION'] });
    expect(Object.fromEntries(world.env)).toEqual({ BANK_REGION: 'a step set this' });
  });
});
