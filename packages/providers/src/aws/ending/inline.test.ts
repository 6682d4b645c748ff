import { newLeaseId } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denyEntry, denyPolicy, readDenyList } from '../deny-list.ts';
import type { DeniedSession } from './denial.ts';
import { type FoldAt, inlineDenial } from './inline.ts';
import { ownPolicyName, SHARED_POLICY } from './inline-policies.ts';
import { type IamModel, Killed, newIamModel } from './test-iam-model.ts';
import { newVirtualTime, runInOrder } from './test-turns.ts';

const NOW = Date.UTC(2026, 10, 1);
const MINUTE = 60_000;
const quiet = { debug() {}, info() {}, notice() {}, warning() {}, error() {} };

function session(
  number: number,
  expiry: number = NOW + 15 * MINUTE,
  deadline: number = NOW + 1_000 * MINUTE,
  rewritesWhole = false,
): DeniedSession {
  const leaseId = newLeaseId(expiry, (length) =>
    new Uint8Array(length).map((_, index) => (index === 0 ? number % 36 : Math.floor(number / 36) % 36)),
  );
  return {
    leaseId,
    entry: denyEntry('AROAABCDEFGHIJKLMNOPQ', `lh-gh-${78_123_456_789 + number}-1-${leaseId}`),
    deadline,
    rewritesWhole,
  };
}

/** Folds at every occasion, so that few jobs show what many would. */
const EAGER: FoldAt = { alone: 2, crowded: 2, tight: 2 };

/** Time stands still but for sleeping. */
function still(): { now: () => number; sleep: (ms: number) => Promise<void> } {
  let time = NOW;
  return {
    now: () => time,
    async sleep(ms) {
      time += ms;
    },
  };
}

interface Job {
  readonly turn?: () => Promise<void>;
  readonly killedAtCall?: number | undefined;
  readonly random?: (length: number) => Uint8Array;
  readonly foldAt?: FoldAt;
}

/** One post step, as far as the deny list goes. Zeros for chance: whoever may fold does. */
async function end(
  model: IamModel,
  of: DeniedSession,
  clock: { now: () => number; sleep: (ms: number) => Promise<void> },
  job: Job = {},
): Promise<void> {
  const { turn = async () => {}, killedAtCall = Number.POSITIVE_INFINITY, random = (length) => new Uint8Array(length) } = job;
  const denial = inlineDenial(of, model.port({ turn, killedAtCall }), { clock, random, log: quiet }, job.foldAt);
  try {
    await denial.deny();
    await denial.tidy();
    await denial.confirm();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}

describe('denying by inline policies', () => {
  it('writes one policy that denies this session alone', async () => {
    const clock = still();
    const model = newIamModel({ now: clock.now, policies: { site: '{}' } });
    const one = session(1);
    await end(model, one, clock);
    expect([...model.policies.keys()]).toEqual(['site', ownPolicyName(one.leaseId)]);
    expect(JSON.parse(model.policies.get(ownPolicyName(one.leaseId)) ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'LeaseholdEnded',
          Effect: 'Deny',
          Action: '*',
          Resource: '*',
          Condition: { StringEquals: { 'aws:userid': [one.entry, expect.stringMatching(/^-+$/)] } },
        },
      ],
    });
  });

  it('folds what lies about into one shared statement', async () => {
    const clock = still();
    const model = newIamModel({ now: clock.now });
    const all = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => session(number));
    for (const each of all) await end(model, each, clock);
    expect([...model.policies.keys()]).toEqual([SHARED_POLICY]);
    expect(readDenyList(model.policies.get(SHARED_POLICY) ?? '')?.entries.toSorted()).toEqual(
      all.map(({ entry }) => entry).toSorted(),
    );
  });

  it('holds at least 150 sessions that are ended and unexpired, then says that it is full, and takes more once they have expired', async () => {
    const clock = still();
    const model = newIamModel({ now: clock.now });
    const expiry = NOW + 60 * MINUTE;
    const endNext = (number: number, until: number): Promise<void> =>
      end(model, session(number, until, clock.now() + MINUTE), clock);
    let count = 0;
    let refusal: unknown;
    while (refusal === undefined && count < 400) {
      await endNext(count, expiry).then(
        () => count++,
        (error: unknown) => {
          refusal = error;
        },
      );
    }
    expect(count).toBeGreaterThanOrEqual(150);
    expect(refusal).toMatchObject({ code: 'ERR_AWS_DENY_LIST_FULL' });
    expect([...model.lost]).toEqual([]);
    await clock.sleep(65 * MINUTE);
    for (const number of [900, 901]) await endNext(number, clock.now() + 15 * MINUTE);
    expect(model.denied().size).toBe(2);
  });
});

describe('ending many leases of one role at once', () => {
  const burst = fc.record({ job: fc.nat(3), steps: fc.integer({ min: 1, max: 60 }) });

  it('loses no denial at any step, in whatever order the steps of all jobs come, and whoever is killed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(burst, { maxLength: 40 }),
        fc.array(fc.option(fc.nat(40), { freq: 3, nil: undefined }), { minLength: 2, maxLength: 4 }),
        fc.nat(3),
        async (bursts, kills, left) => {
          const before = Array.from({ length: left }, (_, index) => session(100 + index));
          const policies = Object.fromEntries(before.map((each) => [ownPolicyName(each.leaseId), denyPolicy([each.entry])]));
          const model = newIamModel({ now: () => NOW, policies });
          const sessions = kills.map((_, number) => session(number));
          await runInOrder(
            sessions.map(
              (each, number) => (turn) =>
                end(model, each, { now: () => NOW, sleep: turn }, { turn, killedAtCall: kills[number], foldAt: EAGER }),
            ),
            bursts,
          );
          expect([...model.lost]).toEqual([]);
          const denied = model.denied();
          for (const [number, each] of sessions.entries()) if (kills[number] === undefined) expect(denied).toContain(each.entry);
          for (const each of before) expect(denied).toContain(each.entry);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('finds room for twenty at once beside 120 that are listed, which do not fit with a policy each', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.integer({ min: 1, max: 150 })), async (latencies) => {
        const time = newVirtualTime(NOW);
        const latency = (): number => latencies.next().value ?? 1;
        const listed = Array.from({ length: 120 }, (_, number) => session(100 + number).entry);
        const model = newIamModel({ now: time.now, policies: { [SHARED_POLICY]: denyPolicy(listed) } });
        const sessions = Array.from({ length: 20 }, (_, number) => session(number, undefined, NOW + MINUTE));
        const random = (length: number): Uint8Array => new Uint8Array(length).map(() => (latency() * 7) % 256);
        const turn = (): Promise<void> => time.sleep(latency());
        await time.run(Promise.all(sessions.map((each) => end(model, each, time, { turn, random }))));
        for (const each of listed) expect(model.lost).not.toContain(each);
        expect([...model.denied()].toSorted()).toEqual([...sessions.map(({ entry }) => entry), ...listed].toSorted());
      }),
      { numRuns: 25 },
    );
  });

  it('loses none where every write rewrites all policies of the role, as long as a write takes less than the settling time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.integer({ min: 1, max: 60 })),
        fc.integer({ min: 2, max: 20 }),
        async (latencies, count) => {
          const time = newVirtualTime(NOW);
          const latency = (): number => latencies.next().value ?? 1;
          const model = newIamModel({ now: time.now, rewritesWhole: true });
          const sessions = Array.from({ length: count }, (_, number) => session(number, undefined, undefined, true));
          const random = (length: number): Uint8Array => new Uint8Array(length).map(() => latency() % 256);
          const turn = (): Promise<void> => time.sleep(latency());
          await time.run(
            Promise.all(
              sessions.map(async (each) => {
                await time.sleep(latency() * 4);
                await end(model, each, time, { turn, random, foldAt: EAGER });
              }),
            ),
          );
          expect([...model.denied()].toSorted()).toEqual(sessions.map(({ entry }) => entry).toSorted());
        },
      ),
      { numRuns: 150 },
    );
  });
});
