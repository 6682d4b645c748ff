import { ConfigError, DeniedError, leaseIdExpiry, secretForms, UpstreamError } from '@leasehold/core';
import { describe, expect, test } from 'vitest';
import { acquire } from './acquire.ts';
import { parseRecord, STATE_KEY } from './record.ts';
import { newWorld, START, type World } from './test-world.ts';

const refusal = (): DeniedError =>
  new DeniedError('the bank said no', { code: 'ERR_BANK_REFUSED', help: 'ask the owner of the vault' });
const failure = (retryAfterMs?: number): UpstreamError =>
  new UpstreamError('the bank is busy', {
    code: 'ERR_BANK_BUSY',
    retryable: true,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
const saved = (world: World): ReturnType<typeof parseRecord> => parseRecord(world.state.get(STATE_KEY) ?? '');
const instant = (ms: number): string => new Date(ms).toISOString();

describe('a lease that is given', () => {
  test('goes through mint, decide, remember, exchange, mask, save and publish, in this order', async () => {
    const world = newWorld();
    const acquired = await acquire(world.ask({ decide: world.decide({}) }), world.parts, world.ports);
    expect(acquired.kind).toBe('leased');
    expect(world.effects).toEqual([
      'mint bank.example',
      'mask',
      'decide',
      'record requested',
      'remember planned',
      'exchange token-1',
      'mask',
      'write credential.json',
      'remember issued',
      'record issued',
      'write environment.json',
      'export BANK_TOKEN',
      'export BANK_REGION',
      'remember delivered',
      'record delivered',
    ]);
  });

  test('is saved as delivered, with the handle that only the answer told', async () => {
    const world = newWorld();
    const acquired = await acquire(world.ask(), world.parts, world.ports);
    const record = saved(world);
    expect(acquired).toEqual({ kind: 'leased', record, ledger: '/private/ledger.jsonl' });
    expect(record).toMatchObject({
      version: 1,
      stage: 'delivered',
      provider: 'bank',
      name: `lh-gh-7812345678-1-${record.leaseId}`,
      handle: { vault: 'main', name: record.name },
      requestedAt: START,
      expiresAt: START + 600_000,
      audience: 'bank.example',
      skewMs: 0,
      subject: {
        target: 'vault main',
        scope: ['open'],
        ttl: 600,
        identity: { sub: 'repo:acme/site:ref:refs/heads/main', repository: 'acme/site' },
      },
    });
    expect(world.live.has(record.name)).toBe(true);
  });

  test('has an id that promises no earlier end than the credential’s', async () => {
    const world = newWorld();
    await acquire(world.ask(), world.parts, world.ports);
    expect(leaseIdExpiry(saved(world).leaseId)).toBeGreaterThanOrEqual(saved(world).expiresAt);
  });

  test.each([
    ['env', ['write environment.json', 'export BANK_TOKEN', 'export BANK_REGION']],
    ['file', ['write token', 'write environment.json', 'export BANK_FILE']],
    ['output', ['write environment.json', 'output bank-token', 'output region']],
  ] as const)('is delivered by %s, and by nothing else', async (delivery, effects) => {
    const world = newWorld();
    await acquire(world.ask({ delivery }), world.parts, world.ports);
    expect(world.effectsOf('write', 'export', 'output')).toEqual(['write credential.json', ...effects]);
  });

  test.each(['env', 'file', 'output'] as const)(
    'is masked in every form that any delivery has, also with %s',
    async (delivery) => {
      const world = newWorld();
      await acquire(world.ask({ delivery }), world.parts, world.ports);
      const [token = '', credential = ''] = world.secrets;
      expect([...world.masks]).toEqual(expect.arrayContaining([token, ...secretForms(credential)]));
    },
  );

  test('has the TTL of the decision, whatever was asked', async () => {
    const world = newWorld();
    await acquire(world.ask({ ttl: 3_600, decide: world.decide({ ttl: 300 }) }), world.parts, world.ports);
    expect([saved(world).subject.ttl, saved(world).expiresAt]).toEqual([300, START + 300_000]);
  });

  test('carries its reason to the provider and to the ledger', async () => {
    const world = newWorld();
    const reasons: unknown[] = [];
    const provider: World['bank'] = {
      ...world.bank,
      plan: (options, order) => {
        reasons.push(order.reason);
        return world.bank.plan(options, order);
      },
    };
    await acquire(world.ask({ provider, about: { breakGlass: true, reason: 'outage' } }), world.parts, world.ports);
    expect([reasons, world.events.map((event) => event.reason)]).toEqual([
      ['outage', 'outage'],
      ['outage', 'outage', 'outage'],
    ]);
  });
});

describe('before anything is sent', () => {
  test('what cannot be issued is refused', async () => {
    const world = newWorld();
    const provider: World['bank'] = {
      ...world.bank,
      plan: () => {
        throw new ConfigError('the session policy is too large', { code: 'ERR_POLICY_SIZE' });
      },
    };
    await expect(acquire(world.ask({ provider }), world.parts, world.ports)).rejects.toThrowCode('ERR_POLICY_SIZE');
    expect(world.effects).toEqual([]);
  });

  test('a job that may not have an ID token gets no lease', async () => {
    const world = newWorld();
    world.script.tokens.push(new ConfigError('this job may not ask for an ID token', { code: 'ERR_ID_TOKEN_PERMISSION' }));
    await expect(acquire(world.ask(), world.parts, world.ports)).rejects.toThrowCode('ERR_ID_TOKEN_PERMISSION');
    expect(world.effects).toEqual(['mint bank.example']);
  });

  test('the ID token is asked for again while its service fails', async () => {
    const world = newWorld();
    world.script.tokens.push(failure(), failure());
    expect((await acquire(world.ask(), world.parts, world.ports)).kind).toBe('leased');
    expect(world.effectsOf('mint')).toHaveLength(3);
  });
});

describe('a no of the policy', () => {
  test('is written down with what did not match, and sends no exchange', async () => {
    const world = newWorld();
    const mismatches = [{ claim: 'ref', actual: 'refs/heads/dev', expected: ['refs/heads/main'], source: 'subjects[0].ref' }];
    const rules = [
      { rule: 'grant', passed: true, detail: 'it is there' },
      { rule: 'subjects', passed: false, detail: 'none matches' },
      { rule: 'when', passed: false, detail: 'it is false' },
    ];
    const decide = world.decide({ allowed: false, ttl: 0, rules, mismatches });
    const acquired = await acquire(world.ask({ decide }), world.parts, world.ports);
    expect(acquired).toMatchObject({
      kind: 'denied',
      decision: { allowed: false, rules },
      identity: { subject: 'repo:acme/site:ref:refs/heads/main' },
    });
    expect(world.effects).toEqual(['mint bank.example', 'mask', 'decide', 'record requested', 'record denied']);
    expect(world.events[1]).toMatchObject({ code: 'ERR_POLICY_DENIED', detail: 'denied by subjects, when', mismatches });
    expect(world.live.size).toBe(0);
  });

  test('that comes as an exception is a no too: nothing is sent and nothing is saved', async () => {
    const world = newWorld();
    const decide = (): never => {
      throw new TypeError('a defect');
    };
    await expect(acquire(world.ask({ decide }), world.parts, world.ports)).rejects.toThrow(TypeError);
    expect(world.effectsOf('remember', 'exchange')).toEqual([]);
  });
});

describe('a no of the provider', () => {
  test('is not asked again, is written down, and leaves nothing for the post step to end', async () => {
    const world = newWorld();
    world.script.exchanges.push(refusal());
    const acquired = await acquire(world.ask(), world.parts, world.ports);
    expect(acquired).toMatchObject({
      kind: 'refused',
      error: { code: 'ERR_BANK_REFUSED' },
      identity: { issuer: 'https://issuer.example' },
    });
    expect(world.effects.slice(2)).toEqual([
      'record requested',
      'remember planned',
      'exchange token-1',
      'record denied',
      'remember nothing',
    ]);
    expect(world.events[1]).toMatchObject({ code: 'ERR_BANK_REFUSED', detail: 'the bank said no' });
    expect(world.parts.platform.recall(STATE_KEY)).toBeUndefined();
  });

  test('that blames the token may be the fault of the other side, and leaves nothing to end either', async () => {
    const world = newWorld();
    const error = new UpstreamError('the token is from tomorrow', { code: 'ERR_CLOCK_SKEW', retryable: false, status: 400 });
    world.script.exchanges.push(error);
    expect(await acquire(world.ask(), world.parts, world.ports)).toMatchObject({ kind: 'refused', error });
    expect(world.parts.platform.recall(STATE_KEY)).toBeUndefined();
  });

  test('to what was asked is a mistake of the author, and leaves nothing to end either', async () => {
    const world = newWorld();
    world.script.exchanges.push(new ConfigError('there is no such vault', { code: 'ERR_VAULT' }));
    await expect(acquire(world.ask(), world.parts, world.ports)).rejects.toThrowCode('ERR_VAULT');
    expect(world.parts.platform.recall(STATE_KEY)).toBeUndefined();
  });

  test.each([500, 200])('with status %i may hide that something was issued', async (status) => {
    const world = newWorld();
    world.script.exchanges.push(new UpstreamError('not the whole answer', { code: 'ERR_X', retryable: false, status }));
    await expect(acquire(world.ask(), world.parts, world.ports)).rejects.toThrowCode('ERR_X');
    expect(saved(world).stage).toBe('planned');
  });

  test('after an attempt whose answer was lost leaves the post step something to end', async () => {
    const world = newWorld();
    world.script.exchanges.push({ lost: failure() }, refusal());
    const acquired = await acquire(world.ask(), world.parts, world.ports);
    expect(acquired.kind).toBe('refused');
    expect(saved(world)).toMatchObject({ stage: 'planned', name: [...world.live.keys()][0] });
  });
});

describe('a failure of the provider', () => {
  test('is tried again, each time with a token of its own', async () => {
    const world = newWorld();
    world.script.exchanges.push(failure(), failure());
    expect((await acquire(world.ask(), world.parts, world.ports)).kind).toBe('leased');
    expect(world.effectsOf('mint', 'exchange')).toEqual([
      'mint bank.example',
      'exchange token-1',
      'mint bank.example',
      'exchange token-2',
      'mint bank.example',
      'exchange token-3',
    ]);
    expect([...world.masks]).toEqual(expect.arrayContaining(world.secrets.slice(0, 3)));
  });

  test('that lasts is written down, and the state stays for the post step', async () => {
    const world = newWorld();
    world.script.exchanges.push(...Array.from({ length: 6 }, () => failure()));
    await expect(acquire(world.ask(), world.parts, world.ports)).rejects.toThrowCode('ERR_BANK_BUSY');
    expect(world.effectsOf('exchange')).toHaveLength(6);
    expect(world.events.map(({ event, code }) => [event, code])).toEqual([
      ['requested', undefined],
      ['failed', 'ERR_BANK_BUSY'],
    ]);
    expect(saved(world).stage).toBe('planned');
  });

  test('that asks for a longer wait than there is time is told at once', async () => {
    const world = newWorld();
    world.script.exchanges.push(failure(600_000));
    await expect(acquire(world.ask(), world.parts, world.ports)).rejects.toThrowCode('ERR_BANK_BUSY');
    expect([world.effectsOf('exchange').length, world.ports.clock.now()]).toEqual([1, START]);
  });

  test('that is a defect of ours is thrown as it is, and the state stays', async () => {
    const world = newWorld();
    world.script.exchanges.push(new TypeError('a defect'));
    await expect(acquire(world.ask(), world.parts, world.ports)).rejects.toThrow(TypeError);
    expect(saved(world).stage).toBe('planned');
  });
});

describe('what breaks on our side after the bank has issued', () => {
  test.each([
    ['write credential.json', 'planned', ['requested']],
    ['write environment.json', 'issued', ['requested', 'issued']],
    ['export BANK_TOKEN', 'issued', ['requested', 'issued']],
  ])('at `%s` leaves a state of stage %s, so that the post step ends the lease', async (effect, stage, events) => {
    const world = newWorld();
    world.script.broken.set(effect, new Error('no space left'));
    await expect(acquire(world.ask(), world.parts, world.ports)).rejects.toThrow('no space left');
    expect([saved(world).stage, world.events.map(({ event }) => event), world.live.has(saved(world).name)]).toEqual([
      stage,
      events,
      true,
    ]);
  });
});

describe('a clock that is not the issuer’s', () => {
  test.each([4_999, -4_999])('by %i ms is noise', async (skewMs) => {
    const world = newWorld();
    world.script.skewMs = skewMs;
    await acquire(world.ask(), world.parts, world.ports);
    expect([saved(world).skewMs, world.log]).toEqual([0, []]);
  });

  test.each([30_000, -60_000])('by %i ms is corrected without a word', async (skewMs) => {
    const world = newWorld();
    world.script.skewMs = skewMs;
    await acquire(world.ask(), world.parts, world.ports);
    expect([saved(world).skewMs, world.log]).toEqual([skewMs, []]);
  });

  test.each([
    [3_600_000, '3600 s ahead of'],
    [-61_000, '61 s behind'],
  ])('by %i ms is told, and expiry and ledger go by the issuer’s', async (skewMs, words) => {
    const world = newWorld();
    world.script.skewMs = skewMs;
    await acquire(world.ask(), world.parts, world.ports);
    expect(world.log).toEqual([`warning: this machine's clock is ${words} the issuer's`]);
    expect(saved(world)).toMatchObject({ skewMs, requestedAt: START, expiresAt: START + 600_000 });
    expect(world.events.map(({ time }) => time)).toEqual(world.events.map(() => instant(START)));
  });
});
