/** Denies one session by inline policies of the role, so that any number of jobs that end at once lose nothing. */

import { type Log, UpstreamError } from '@leasehold/core';
import { denyPolicy, INLINE_LIMIT, mergeEntries, policySize, roomyDenyPolicy } from '../deny-list.ts';
import { type Denial, type DeniedSession, listFull, pause, ROUND_TRIP_MS, SETTLE_MS, type Waiting } from './denial.ts';
import { fold } from './fold.ts';
import type { Iam } from './iam.ts';
import {
  deleteExpired,
  ownPolicyName,
  ownPolicyNames,
  readOwnPolicies,
  SHARED_POLICY,
  sharedEntries,
} from './inline-policies.ts';

/** How many own policies may lie about before they are folded into the shared one. */
export interface FoldAt {
  readonly alone: number;
  /** While others are at work it is left to a quieter moment, unless there are this many. */
  readonly crowded: number;
  /** When room is short, even among others. */
  readonly tight: number;
}
const FOLD_AT: FoldAt = { alone: 8, crowded: 24, tight: 2 };
/** Characters that policies which are not ours are thought to take. */
const OTHERS_SIZE = 1_000;
/** Milliseconds for which a full list is left to those who fold. */
const PATIENCE_MS = 6_000;
/** Milliseconds that folding may take; with less left it is left to a later lease. */
const FOLD_TIME_MS = 8_000;
const FOLD_ATTEMPTS = 4;
/** Milliseconds over which those who fold in a crowd spread. */
const SPREAD_MS = 4_000;

/**
 * Denies a session in a policy of its own, which a later lease folds into the shared list.
 *
 * INVARIANT: from the first write on, the session is denied by its own policy or by the shared one.
 * 1. Its own policy is written by its own ending only, and deleted only by whoever holds the right to fold, or once the lease is over.
 * 2. The shared policy is written by whoever holds the right to fold, and by nobody else. The right is taken by marking one's own policy and *then* looking at all others: of two that mark, the later one sees the mark of the earlier, so at most one sees no other, and only who sees none goes on; of several the first by name waits, and all others take their marks back.
 * 3. Who holds the right deletes an own policy only after a read of the shared one has shown its entry, and gives the right up last.
 * So no writer of the shared list can be holding an older copy of it, and a crash at any point leaves policies that deny too much, never too little.
 *
 * What rests on time rather than on this order: a mark older than two minutes counts as that of a dead job; a list that is full is pruned without the right (see `makeRoom`); and a server that rewrites all policies of a role at every write may lose one that it had confirmed. In these cases a write counts once it is still there after {@link SETTLE_MS}.
 */
export function inlineDenial(
  session: DeniedSession,
  iam: Iam,
  ports: Waiting & { readonly log: Log },
  foldAt: FoldAt = FOLD_AT,
): Denial {
  const { clock } = ports;
  const { entry, leaseId, deadline } = session;
  const name = ownPolicyName(leaseId);
  const own = roomyDenyPolicy(entry);
  let contended = false;
  const chance = (): number => (ports.random(1)[0] ?? 0) / 256;
  /** Names of all policies but ours, as they were before we wrote. */
  let others = '';

  const stands = async (names: readonly string[]): Promise<boolean> =>
    names.includes(name) || (await sharedEntries(iam)).includes(entry);

  const write = async (): Promise<'written' | 'gone'> => {
    const outcome = await iam.putPolicy(name, own);
    return outcome === 'full' ? makeRoom() : outcome;
  };

  /**
   * The role has no room for one more policy. Expired own policies go, and while somebody folds, what that frees is left to him. Else the shared list is written with this session and without its expired ones, at once when that makes it no longer, otherwise after time enough for others to fold. That write may cross another's: both look again after {@link SETTLE_MS}, and who folds deletes nothing before he has seen the list stand.
   */
  const makeRoom = async (): Promise<'written' | 'gone'> => {
    contended = true;
    const patience = clock.now() + PATIENCE_MS;
    for (;;) {
      const policies = await readOwnPolicies(await deleteExpired(await iam.policyNames(), iam), iam);
      const readAt = clock.now();
      const listed = await sharedEntries(iam);
      const merged = mergeEntries([listed, [entry]], iam.now());
      if (!policies.some((policy) => policy.folding)) {
        let outcome = await iam.putPolicy(name, own);
        const last = merged.length <= listed.length || clock.now() >= patience;
        if (outcome === 'full' && last && clock.now() - readAt < SETTLE_MS / 2) {
          outcome = await iam.putPolicy(SHARED_POLICY, denyPolicy(merged));
        }
        if (outcome !== 'full') return outcome;
      }
      if (clock.now() + 2 * SETTLE_MS >= deadline) {
        throw listFull('the inline policies of the role', INLINE_LIMIT, merged.length - 1 + policies.length);
      }
      await pause(SETTLE_MS, ports);
    }
  };

  /** Whether a few more would fill the role. A server that keeps a role in one record knows no limit, and every write that is saved is one that undoes nothing. */
  const isTight = async (count: number): Promise<boolean> =>
    !session.rewritesWhole &&
    policySize(denyPolicy(await sharedEntries(iam))) + (count + 3) * policySize(own) > INLINE_LIMIT - OTHERS_SIZE;

  /** Looks at the role: others that came or went since the first look, or a denial that is gone, mean that others write. */
  const look = async (): Promise<{ readonly names: readonly string[]; readonly standing: boolean }> => {
    const names = await iam.policyNames();
    const standing = await stands(names);
    if (!standing || othersIn(names, name) !== others) contended = true;
    return { names, standing };
  };

  /** Among others, the denial holds once it stands {@link SETTLE_MS} after it was written last. */
  const hold = async (before: boolean): Promise<void> => {
    let standing = before;
    for (let settled = !contended; !standing || !settled; settled = true) {
      if (clock.now() + 2 * SETTLE_MS >= deadline) {
        if (standing) return;
        throw lost();
      }
      if (!standing) {
        ports.log.debug(`aws: the denial of \`${leaseId}\` was lost to another write; writing it again`);
        await write();
      }
      await pause(SETTLE_MS, ports);
      standing = (await look()).standing;
    }
  };

  return {
    contended: () => contended,
    async deny() {
      others = othersIn(await iam.policyNames(), name);
      if ((await write()) === 'gone') return 'gone';
      await hold((await look()).standing);
      return 'denied';
    },
    async confirm() {
      const { standing } = await look();
      if (!standing) await write();
      return standing;
    },
    async tidy() {
      if (session.rewritesWhole) await pause(ROUND_TRIP_MS, ports);
      let { names, standing } = await look();
      if (contended) await hold(standing);
      for (let attempt = 1; attempt <= FOLD_ATTEMPTS && deadline - clock.now() >= FOLD_TIME_MS; attempt++) {
        const count = ownPolicyNames(await deleteExpired(names, iam)).length;
        const enough = (await isTight(count)) ? foldAt.tight : contended ? foldAt.crowded : foldAt.alone;
        if (!names.includes(name) || count < enough) break;
        if (contended) {
          // In a crowd as many try as would one by one, and not all at the same moment.
          if (chance() >= foldAt.alone / count) break;
          await clock.sleep(chance() * SPREAD_MS);
        }
        if (await fold(session, iam, ports)) return true;
        names = (await look()).names;
      }
      return contended;
    },
  };
}

function othersIn(names: readonly string[], name: string): string {
  return names
    .filter((each) => each !== name)
    .toSorted()
    .join();
}

function lost(): UpstreamError {
  return new UpstreamError('the denial was written, and lost to other writes each time', {
    code: 'ERR_AWS_DENY_LOST',
    help: 'let fewer jobs end on one role at the same time, or move the list into a permissions boundary',
    retryable: false,
  });
}
