/** Folds the sessions' own policies into the shared one, under a right that only one job holds at a time. */

import type { Clock, Log } from '@leasehold/core';
import { denyPolicy, INLINE_LIMIT, mergeEntries, policySize, roomyDenyPolicy } from '../deny-list.ts';
import type { DeniedSession, Waiting } from './denial.ts';
import type { Iam } from './iam.ts';
import { type OwnPolicy, ownPolicyName, readOwnPolicies, SHARED_POLICY, sharedEntries } from './inline-policies.ts';

/** How long a write must stand before the next step builds on it. */
const STAND_MS = 500;
/** Milliseconds after which the right is not used any more; far below the age at which others ignore it. */
const WINDOW_MS = 20_000;
const ATTEMPTS = 3;
/** How often the first of several who marked looks whether the others gave way. */
const LOOKS = 10;

/**
 * Folds what lies about, prunes what has expired, and deletes what was folded.
 *
 * The session's own policy must be in place. Whatever fails on the way, it or the shared policy denies the session.
 *
 * @returns whether the session is denied by the shared policy now
 */
export async function fold(session: DeniedSession, iam: Iam, ports: Waiting & { readonly log: Log }): Promise<boolean> {
  const { clock } = ports;
  const name = ownPolicyName(session.leaseId);
  const until = Math.min(clock.now() + WINDOW_MS, session.deadline - 4 * STAND_MS);
  const since = iam.now() / 1_000;
  let roomy = true;
  const release = async (): Promise<false> => {
    await iam.putPolicy(name, roomy ? roomyDenyPolicy(session.entry) : denyPolicy([session.entry]));
    return false;
  };

  if ((await iam.putPolicy(name, roomyDenyPolicy(session.entry, since))) !== 'written') return false;
  let names: readonly string[];
  let policies: readonly OwnPolicy[];
  let mine: OwnPolicy | undefined;
  for (let looks = 1; ; looks++) {
    await clock.sleep(STAND_MS);
    // The names are read after the mark is written, and the shared list after the names: the order that the invariant of `inlineDenial` rests on.
    names = await iam.policyNames();
    policies = await readOwnPolicies(names, iam);
    mine = policies.find((policy) => policy.name === name);
    const others = policies.filter((policy) => policy.folding && policy !== mine);
    if (mine?.folding && others.length === 0) break;
    // Of those who marked at the same moment, the first by name waits until the others have taken their marks back.
    if (!mine?.folding || looks >= LOOKS || others.some((policy) => policy.name < name)) return release();
  }

  let listed = await sharedEntries(iam);
  // Its own session comes last, since with its policy the right goes.
  let rest = [...policies.filter((policy) => policy !== mine), mine];
  for (let tries = policies.length + ATTEMPTS; rest.length > 0; tries--) {
    if (tries === 0) return release();
    // Measured anew each time: what folding frees is taken at once by those who wait for room.
    const total = await used(await iam.policyNames(), rest.slice(0, -1), iam);
    const { batch, merged } = fitting(rest, listed, total, iam.now());
    if (batch.length === 0 && roomy) {
      // Full to the last character: the room that its own policy holds is where folding begins.
      roomy = false;
      await iam.putPolicy(name, denyPolicy([session.entry], since));
      continue;
    }
    // Whoever folds next has room of his own again.
    if (batch.length === 0) return release();
    const written = await writeShared(merged, until, iam, clock);
    if (written === 'lost') return release();
    if (written === 'full') continue;
    for (const policy of batch) if (policy !== mine) await iam.deletePolicy(policy.name);
    if (session.rewritesWhole) {
      // One of these deletions may have carried an older list along.
      await clock.sleep(STAND_MS);
      if (!(await sharedHolds(merged, iam)) && (await writeShared(merged, until, iam, clock)) !== 'stands') return release();
    }
    rest = rest.slice(batch.length);
    listed = merged;
  }
  await iam.deletePolicy(name);
  ports.log.debug(`aws: folded ${policies.length} sessions into \`${SHARED_POLICY}\`, ${listed.length} listed`);
  return true;
}

/** Writes the shared list and sees it stand. */
async function writeShared(
  entries: readonly string[],
  until: number,
  iam: Iam,
  clock: Clock,
): Promise<'stands' | 'full' | 'lost'> {
  for (let attempt = 1; attempt <= ATTEMPTS && clock.now() < until; attempt++) {
    const outcome = await iam.putPolicy(SHARED_POLICY, denyPolicy(entries));
    if (outcome !== 'written') return outcome === 'full' ? 'full' : 'lost';
    await clock.sleep(STAND_MS);
    if (await sharedHolds(entries, iam)) return 'stands';
  }
  return 'lost';
}

async function sharedHolds(entries: readonly string[], iam: Iam): Promise<boolean> {
  const there = new Set(await sharedEntries(iam));
  return entries.every((entry) => there.has(entry));
}

/** As many as fit into the shared list beside their own policies, which are deleted only after it. */
function fitting(
  rest: readonly OwnPolicy[],
  listed: readonly string[],
  total: number,
  now: number,
): { readonly batch: readonly OwnPolicy[]; readonly merged: readonly string[] } {
  const before = listed.length === 0 ? 0 : policySize(denyPolicy(listed));
  for (let count = rest.length; count > 0; count--) {
    const batch = rest.slice(0, count);
    const merged = mergeEntries([listed, ...batch.map((policy) => policy.entries)], now);
    if (total - before + policySize(denyPolicy(merged)) <= INLINE_LIMIT) return { batch, merged };
  }
  return { batch: [], merged: listed };
}

/** Characters of all inline policies of the role, those of others included. */
async function used(names: readonly string[], own: readonly OwnPolicy[], iam: Iam): Promise<number> {
  const known = new Map(own.map((policy) => [policy.name, policy.document]));
  const documents = await Promise.all(names.map(async (name) => known.get(name) ?? (await iam.policy(name)) ?? ''));
  return documents.reduce((sum, document) => sum + policySize(document), 0);
}
