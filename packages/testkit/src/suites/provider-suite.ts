/** The conformance suite of the Provider contract: a provider's own test calls it with a world to live in. */

import {
  DeniedError,
  type Ended,
  type IdToken,
  type LeaseOrder,
  type Mint,
  type Plan,
  type Provider,
  Secret,
} from '@leasehold/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secretSearch } from '../secret-search.ts';
import type { ProviderWorld } from './provider-world.ts';
import { shownText } from './shown-text.ts';

export interface ProviderSuiteOptions {
  /** Characters that a name may have on the other side. */
  readonly maxName: number;
  /** A TTL that the provider grants, in seconds. */
  readonly ttl?: number;
}

const RUN = { platform: 'gh', run: '78123456789', attempt: '12' } as const;
const LEASE_ID = 'k3x9qabc123def';

/**
 * Describes what every provider must do.
 *
 * @param newWorld - a fresh world for each test
 */
export function providerSuite<O>(
  provider: Provider<O>,
  newWorld: () => Promise<ProviderWorld>,
  { maxName, ttl = 900 }: ProviderSuiteOptions,
): void {
  describe(`the provider ${provider.id}`, () => {
    let world: ProviderWorld;
    let options: O;
    beforeEach(async () => {
      world = await newWorld();
      options = provider.parse(world.raw, world.env);
    });
    afterEach(() => world.close());

    const order = (): LeaseOrder => ({
      leaseId: LEASE_ID,
      run: RUN,
      ttl,
      from: Math.floor(world.ports.clock.now() / 1000),
      reason: 'conformance',
    });
    const plan = (): Plan => provider.plan(options, order());
    const token = (mint: Mint = world.mint): Promise<IdToken> => mint(provider.audience(options));
    const deadline = (): number => world.ports.clock.now() + 45_000;

    /** Fails when anything in the world's secrets shows in what is about to be shown or stored. */
    function expectNoSecret(value: unknown): void {
      const text = shownText(value);
      for (const secret of world.secrets()) expect(secretSearch(text, secret), 'forms of a secret that were found').toEqual([]);
    }

    async function issue(): Promise<{ readonly plan: Plan; readonly issued: Awaited<ReturnType<typeof provider.exchange>> }> {
      const planned = plan();
      return { plan: planned, issued: await provider.exchange(planned, await token(), world.ports) };
    }

    async function end(handle: Plan['handle'], expiresAt: number, credential: Secret | undefined): Promise<Ended> {
      const audience = provider.audience(options);
      const ended = await provider.end(
        { handle, credential, expiresAt, audience, mint: world.mint, deadline: deadline() },
        world.ports,
      );
      expectNoSecret(ended);
      return ended;
    }

    it('describes each of its options once, in kebab case', () => {
      const names = provider.options.map((option) => option.name);
      expect(new Set(names).size).toBe(names.length);
      for (const option of provider.options) {
        expect(option.name).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
        expect(option.description).not.toBe('');
      }
    });

    it('refuses an option that it does not know, before any request', () => {
      expect(() => provider.parse({ ...world.raw, 'no-such-option': 'x' }, world.env)).toThrow(
        expect.objectContaining({ name: 'ConfigError' }),
      );
      expect(world.requestCount()).toBe(0);
    });

    it('says what is reached', () => {
      expect(provider.describe(options).target).not.toBe('');
    });

    it('plans the same for the same order, as JSON, without a request', () => {
      const first = plan();
      expect(plan()).toEqual(first);
      expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      expect(world.requestCount()).toBe(0);
    });

    it('gives the lease a name that carries platform, run, attempt and lease, and fits', () => {
      const { name } = plan();
      expect(name).toContain(`${RUN.platform}-${RUN.run}-${RUN.attempt}-${LEASE_ID}`);
      expect(name.length).toBeLessThanOrEqual(maxName);
    });

    it('promises an ending with its reason, and a time after which nothing works', () => {
      const { ending, notAfter } = plan();
      expect(ending.why).not.toBe('');
      expect(notAfter).toBeGreaterThan(world.ports.clock.now());
    });

    it('exchanges a token for a credential that prints as nothing', async () => {
      const { plan: planned, issued } = await issue();
      expect(issued.credential).toBeInstanceOf(Secret);
      expect(issued.mark.hash).toMatch(/^[A-Za-z0-9+/]{43}=$/);
      expect(issued.expiresAt).toBeGreaterThan(world.ports.clock.now());
      expect(issued.expiresAt).toBeLessThanOrEqual(planned.notAfter);
      expect(JSON.parse(JSON.stringify(issued.handle))).toEqual(issued.handle);
      expect(world.secrets()).not.toEqual([]);
      expectNoSecret({ planned, issued, log: world.ports.log.text() });
    });

    it('delivers in every way, secrets as secrets', async () => {
      const { issued } = await issue();
      const delivered = provider.deliver(issued.handle, issued.credential, '/private');
      expect(Object.keys(delivered).sort()).toEqual(['env', 'file', 'output']);
      expectNoSecret(delivered);
      const values = Object.values(delivered).flatMap((way) =>
        [way.env, way.outputs, way.files].flatMap((part) => Object.values(part)),
      );
      expect(values.some((value) => value instanceof Secret)).toBe(true);
      const known = provider.outputs.map((output) => output.name);
      expect(known).toEqual(expect.arrayContaining(Object.values(delivered).flatMap((way) => Object.keys(way.outputs))));
    });

    it('takes a refusal as a no that is not asked again', async () => {
      const refused = await caught(provider.exchange(plan(), await token(world.refused), world.ports));
      expect(refused).toBeInstanceOf(DeniedError);
      expect(refused).toMatchObject({ code: expect.stringMatching(/^ERR_/), message: expect.stringMatching(/^[^A-Z].*[^.]$/) });
      expect(world.requestCount()).toBe(1);
      expectNoSecret({ refused, log: world.ports.log.text() });
    });

    it.each([429, 500, 502, 503])(
      'takes status %i as a failure that may pass, and leaves the retry to its caller',
      async (status) => {
        world.failNext(status);
        const failed = await caught(provider.exchange(plan(), await token(), world.ports));
        expect(failed).toMatchObject({ name: 'UpstreamError', retryable: true, status });
        expect(world.requestCount()).toBe(1);
        expectNoSecret({ failed, log: world.ports.log.text() });
      },
    );

    it('ends what it issued, verified, as it promised, and says until when it lives where only time ends it', async () => {
      const { plan: planned, issued } = await issue();
      expect(await world.alive(issued.credential)).toBe(true);
      const ended = await end(issued.handle, issued.expiresAt, issued.credential);
      expect(await world.alive(issued.credential)).toBe(planned.ending.kind === 'expires');
      expect(ended.kind).toBe(planned.ending.kind);
      if (planned.ending.kind === 'expires') {
        expect(ended).toMatchObject({ outcome: 'expires', verified: false, liveUntil: issued.expiresAt });
      } else {
        expect(ended).toMatchObject({ outcome: 'ended', verified: true });
        expect(ended.liveUntil).toBeUndefined();
      }
    });

    it('takes ending twice as success', async () => {
      const { issued } = await issue();
      await end(issued.handle, issued.expiresAt, issued.credential);
      const again = await end(issued.handle, issued.expiresAt, issued.credential);
      expect(['ended', 'already-dead', 'expires']).toContain(again.outcome);
    });

    it('ends without the credential, unverified, and says so', async () => {
      const { plan: planned, issued } = await issue();
      const ended = await end(planned.handle, issued.expiresAt, undefined);
      expect(await world.alive(issued.credential)).toBe(planned.ending.kind === 'expires');
      expect(ended).toMatchObject({ verified: false, kind: planned.ending.kind });
      expect(ended.outcome).toBe(planned.ending.kind === 'expires' ? 'expires' : 'ended');
      expect(ended.detail).not.toBe('');
    });

    it('ends a lease whose exchange never happened', async () => {
      const planned = plan();
      const ended = await end(planned.handle, planned.notAfter, undefined);
      expect(ended.outcome).not.toBe('failed');
      expect(ended.verified).toBe(false);
    });

    it('ends one lease and no other', async () => {
      const first = await issue();
      const other = provider.plan(options, { ...order(), leaseId: 'k3x9qabc123deg' });
      const second = await provider.exchange(other, await token(), world.ports);
      await end(first.issued.handle, first.issued.expiresAt, first.issued.credential);
      expect(await world.alive(second.credential)).toBe(true);
    });

    it('takes a lease that has expired as over', async () => {
      const { plan: planned, issued } = await issue();
      world.ports.clock.advance(planned.notAfter - world.ports.clock.now() + 1_000);
      const ended = await end(issued.handle, issued.expiresAt, issued.credential);
      expect(['ended', 'already-dead', 'expires']).toContain(ended.outcome);
      expect(ended.liveUntil ?? 0).toBeLessThanOrEqual(world.ports.clock.now());
    });

    it('does not throw when the other side fails while it ends', async () => {
      const { issued } = await issue();
      for (let count = 0; count < 200; count++) world.failNext(503);
      const ended = await end(issued.handle, issued.expiresAt, issued.credential);
      expect(['failed', 'expires']).toContain(ended.outcome);
      expect(ended.verified).toBe(false);
      expect(ended.liveUntil).toBe(issued.expiresAt);
      expectNoSecret(world.ports.log.text());
    });
  });
}

async function caught(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail('nothing was thrown'),
    (error: unknown) => error,
  );
}
