import { newLeaseId } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denyEntry, readDenyList, replaceEntries } from '../deny-list.ts';
import { boundaryDenial, isDenyBoundary } from './boundary.ts';
import type { DeniedSession } from './denial.ts';
import { type IamModel, Killed, newIamModel } from './test-iam-model.ts';
import { newVirtualTime, runInOrder } from './test-turns.ts';

const NOW = Date.UTC(2026, 10, 1);
const MINUTE = 60_000;
const ARN = 'arn:aws:iam::111122223333:policy/leasehold-boundary';
const quiet = { debug() {}, info() {}, notice() {}, warning() {}, error() {} };

const EMPTY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: '*', Resource: '*' },
    {
      Sid: 'LeaseholdEnded',
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:userid': ['nobody'] } },
    },
  ],
});

function session(number: number, expiry: number = NOW + 15 * MINUTE, deadline: number = NOW + 1_000 * MINUTE): DeniedSession {
  const leaseId = newLeaseId(expiry, (length) =>
    new Uint8Array(length).fill(number % 36, 0, 1).fill(Math.floor(number / 36), 1, 2),
  );
  const entry = denyEntry('AROAABCDEFGHIJKLMNOPQ', `lh-gh-${78_123_456_789 + number}-1-${leaseId}`);
  return { leaseId, entry, deadline, rewritesWhole: false };
}

interface Job {
  readonly turn?: () => Promise<void>;
  readonly killedAtCall?: number | undefined;
  readonly clock?: { now: () => number; sleep: (ms: number) => Promise<void> };
}

async function end(model: IamModel, of: DeniedSession, job: Job = {}): Promise<void> {
  const { turn = async () => {}, killedAtCall = Number.POSITIVE_INFINITY, clock = { now: () => NOW, sleep: turn } } = job;
  const denial = boundaryDenial(ARN, of, model.port({ turn, killedAtCall }), {
    clock,
    random: (length) => new Uint8Array(length),
    log: quiet,
  });
  try {
    await denial.deny();
    await denial.confirm();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}

const entriesOf = (model: IamModel): readonly string[] => readDenyList(model.versions.at(-1)?.document ?? '')?.entries ?? [];

describe('denying in the permissions boundary', () => {
  it('adds the session to the statement of ours and keeps the rest of the policy', async () => {
    const model = newIamModel({ now: () => NOW, boundary: EMPTY });
    const one = session(1);
    await end(model, one);
    expect(model.versions.map(({ id }) => id)).toEqual(['v1', 'v2']);
    expect(JSON.parse(model.versions[1]?.document ?? '')).toEqual(JSON.parse(replaceEntries(EMPTY, ['nobody', one.entry])));
  });

  it('writes nothing when the session is listed already', async () => {
    const one = session(1);
    const model = newIamModel({ now: () => NOW, boundary: replaceEntries(EMPTY, [one.entry]) });
    await end(model, one);
    expect(model.versions).toHaveLength(1);
  });

  it('keeps five versions at most, and the newest is the default', async () => {
    const model = newIamModel({ now: () => NOW, boundary: EMPTY });
    const all = Array.from({ length: 12 }, (_, number) => session(number));
    for (const each of all) await end(model, each);
    expect(model.versions.map(({ id }) => id)).toEqual(['v9', 'v10', 'v11', 'v12', 'v13']);
    expect(entriesOf(model)).toEqual(['nobody', ...all.map(({ entry }) => entry)]);
  });

  it('holds at least 90 sessions, then says that it is full, and takes more once they have expired', async () => {
    let now = NOW;
    const model = newIamModel({ now: () => now, boundary: EMPTY });
    const clock = { now: () => now, sleep: async () => {} };
    let count = 0;
    let refusal: unknown;
    while (refusal === undefined && count < 400) {
      await end(model, session(count), { clock }).then(
        () => count++,
        (error: unknown) => {
          refusal = error;
        },
      );
    }
    expect(count).toBeGreaterThanOrEqual(90);
    expect(refusal).toMatchObject({ code: 'ERR_AWS_DENY_LIST_FULL' });
    now += 21 * MINUTE;
    const next = session(1, now + 15 * MINUTE, now + 1_000 * MINUTE);
    await end(model, next, { clock });
    expect(entriesOf(model)).toEqual(['nobody', next.entry]);
  });

  it('does not undo what somebody edits in the rest of the policy meanwhile', async () => {
    const model = newIamModel({ now: () => NOW, boundary: EMPTY });
    const admin = model.port();
    const edited = EMPTY.replace('"Action":"*","Resource":"*"},', '"NotAction":"iam:*","Resource":"*"},');
    let steps = 0;
    const turn = async (): Promise<void> => {
      // After the policy was read and before it is written.
      if (++steps === 5) await admin.createVersion(ARN, edited);
    };
    const one = session(1);
    await end(model, one, { turn });
    expect(JSON.parse(model.versions.at(-1)?.document ?? '')).toEqual(JSON.parse(replaceEntries(edited, ['nobody', one.entry])));
  });

  it('looks again when others went on while it read', async () => {
    const model = newIamModel({ now: () => NOW, boundary: EMPTY });
    const admin = model.port();
    let steps = 0;
    const turn = async (): Promise<void> => {
      // After the versions were listed and before the first of them is read.
      if (++steps !== 3) return;
      const [first] = await admin.versions(ARN);
      await admin.createVersion(ARN, EMPTY);
      await admin.deleteVersion(ARN, (first as { readonly id: string }).id);
    };
    const one = session(1);
    await end(model, one, { turn });
    expect(entriesOf(model)).toEqual(['nobody', one.entry]);
  });

  it('is chosen only when the default version has the statement of ours', async () => {
    expect(await isDenyBoundary(ARN, newIamModel({ now: () => NOW, boundary: EMPTY }).port())).toBe(true);
    const other = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } });
    expect(await isDenyBoundary(ARN, newIamModel({ now: () => NOW, boundary: other }).port())).toBe(false);
    expect(await isDenyBoundary(ARN, newIamModel({ now: () => NOW }).port())).toBe(false);
  });
});

describe('ending many leases of one boundary at once', () => {
  const burst = fc.record({ job: fc.nat(3), steps: fc.integer({ min: 1, max: 40 }) });

  it('keeps every denial in the log at every step, and in the default in the end, whoever is killed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(burst, { maxLength: 40 }),
        fc.array(fc.option(fc.nat(25), { freq: 3, nil: undefined }), { minLength: 2, maxLength: 4 }),
        async (bursts, kills) => {
          const model = newIamModel({ now: () => NOW, boundary: EMPTY });
          const sessions = kills.map((_, number) => session(number));
          await runInOrder(
            sessions.map((each, number) => (turn) => end(model, each, { turn, killedAtCall: kills[number] })),
            bursts,
          );
          expect([...model.lost]).toEqual([]);
          const written = new Set(model.versions.flatMap(({ document }) => readDenyList(document)?.entries ?? []));
          for (const [number, each] of sessions.entries()) if (kills[number] === undefined) expect(written).toContain(each.entry);
          // Whatever dead jobs left undone, the next ending makes good.
          const next = session(50);
          await end(model, next);
          expect([...model.denied()].toSorted()).toEqual([...written, next.entry].toSorted());
        },
      ),
      { numRuns: 400 },
    );
  });

  it('lists all of twenty that end at the same moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.integer({ min: 1, max: 150 })), async (latencies) => {
        const time = newVirtualTime(NOW);
        const latency = (): number => latencies.next().value ?? 1;
        const model = newIamModel({ now: time.now, boundary: EMPTY });
        const sessions = Array.from({ length: 20 }, (_, number) => session(number, NOW + 15 * MINUTE, NOW + MINUTE));
        const turn = (): Promise<void> => time.sleep(latency());
        await time.run(Promise.all(sessions.map((each) => end(model, each, { turn, clock: time }))));
        expect([...model.denied()].toSorted()).toEqual([...sessions.map(({ entry }) => entry), 'nobody'].toSorted());
      }),
      { numRuns: 20 },
    );
  });
});
