/** The inline policies of ours on a role: what they are called and what they say. */

import { leaseIdExpiry } from '@leasehold/core';
import { PRUNE_MARGIN_MS, readDenyList } from '../deny-list.ts';
import type { Iam } from './iam.ts';

/** Lists the sessions that were folded together. */
export const SHARED_POLICY = 'leasehold-ended';

/** A mark of folding that is older than this is that of a job that died; folding itself gives up long before. */
const STALE_FOLD_MS = 120_000;

/** Reads that are sent at once: IAM allows few calls a second for a whole account. */
const BATCH = 8;

const OWN_PREFIX = `${SHARED_POLICY}-`;

/** One session's own policy, as it was read. */
export interface OwnPolicy {
  readonly name: string;
  readonly entries: readonly string[];
  /** Whether its owner is rewriting the shared list. */
  readonly folding: boolean;
  readonly document: string;
}

export function ownPolicyName(leaseId: string): string {
  return OWN_PREFIX + leaseId;
}

/** Those of the names that are own policies of leases. */
export function ownPolicyNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => expiryOf(name) !== undefined);
}

/** The sessions in the shared policy. */
export async function sharedEntries(iam: Iam): Promise<readonly string[]> {
  return readDenyList((await iam.policy(SHARED_POLICY)) ?? '')?.entries ?? [];
}

/** Reads all own policies; one that vanishes meanwhile is left out. */
export async function readOwnPolicies(names: readonly string[], iam: Iam): Promise<readonly OwnPolicy[]> {
  const read: OwnPolicy[] = [];
  const left = [...ownPolicyNames(names)];
  while (left.length > 0) {
    const batch = left.splice(0, BATCH).map(async (name) => ({ name, document: await iam.policy(name) }));
    for (const { name, document = '' } of await Promise.all(batch)) {
      const list = readDenyList(document);
      if (list === undefined) continue;
      const folding = list.foldingSince !== undefined && list.foldingSince * 1_000 + STALE_FOLD_MS >= iam.now();
      read.push({ name, entries: list.entries, folding, document });
    }
  }
  return read;
}

/**
 * Deletes the own policies of leases that are over: nothing is left for them to deny.
 *
 * @returns the names that stay
 */
export async function deleteExpired(names: readonly string[], iam: Iam): Promise<readonly string[]> {
  const over = names.filter((name) => (expiryOf(name) ?? Number.POSITIVE_INFINITY) + PRUNE_MARGIN_MS < iam.now());
  for (const name of over) await iam.deletePolicy(name);
  return names.filter((name) => !over.includes(name));
}

function expiryOf(name: string): number | undefined {
  return name.startsWith(OWN_PREFIX) ? leaseIdExpiry(name.slice(OWN_PREFIX.length)) : undefined;
}
