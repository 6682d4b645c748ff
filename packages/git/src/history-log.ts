/** What a history is made of, read from the files of a store: its commits in git's order, and all trees. */

import { setImmediate } from 'node:timers/promises';
import { type CommitLog, newCommitLogger } from './commit-log.ts';
import { oldestFirst } from './commit-order.ts';
import { type IdTable, newIdTable } from './id-table.ts';
import type { ObjectStore } from './object-store.ts';
import type { PackPlan } from './pack-plan.ts';
import type { Ref } from './refs.ts';
import { parseTag } from './tag.ts';
import { newTreeLogger, type TreeLog } from './tree-log.ts';
import { walkPack } from './walk-pack.ts';

/** The history that refs lead to. */
export interface HistoryLog {
  readonly ids: IdTable;
  readonly commits: CommitLog;
  readonly trees: TreeLog;
  /** Places of commits, the oldest first. */
  readonly order: Int32Array;
  /** Ids of annotated tags. */
  readonly tags: ReadonlySet<string>;
}

/** What is known of the repository beside its objects. */
export interface HistoryLogRequest {
  readonly refs: readonly Ref[];
  /** Ids of commits whose parents are not wanted: where a shallow clone is cut off. */
  readonly cut: ReadonlySet<string>;
  /** Of all packs, by their paths. */
  readonly plans: readonly { readonly path: string; readonly plan: PackPlan }[];
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
}

/** Parts in which packs are walked, so that others can work in between. */
const PARTS = 4;

/** A tag may stand for a tag. */
const TAGS = 100;

/**
 * Reads it; of a million objects that takes some three seconds, and some sixty bytes of memory for each.
 *
 * @returns undefined when it is not whole or not in the form that git writes: what is missing, broken, or led to by a ref that stands for a tree or a file, git itself must be asked for
 * @throws the signal's reason
 */
export async function readHistoryLog(
  store: ObjectStore,
  { refs, cut, plans, signal }: HistoryLogRequest,
): Promise<HistoryLog | undefined> {
  const { idLength, packs } = store;
  if (store.unread.length > 0) return undefined;
  const loose = [...new Set(store.loose())].sort();
  const lists = packs.map(({ index }) => index.ids());
  const ids = newIdTable(loose.length === 0 ? lists : [...lists, Buffer.from(loose.join(''), 'hex')], idLength);
  const single = loose.length === 0 && lists.length === 1;
  const commits = newCommitLogger(ids);
  const trees = newTreeLogger(ids);
  const cuts = new Set([...cut].map((id) => numberOf(id)));

  function numberOf(id: string): number {
    return id.length === idLength * 2 ? ids.find(Buffer.from(id, 'hex'), 0) : -1;
  }

  for (const [at, pack] of packs.entries()) {
    const own = lists[at] as Uint8Array;
    const plan = plans.find(({ path }) => path === pack.path)?.plan;
    if (plan === undefined) return undefined;
    for (let part = 0; part < PARTS; part++) {
      const summary = walkPack(
        pack,
        { part, parts: PARTS, plan, types: ['commit', 'tree'], compare: true },
        ({ position, type, bytes, base, inherited, changes }) => {
          // Where there is but one pack, its positions are the numbers.
          const number = single ? position : ids.find(own, position * idLength);
          if (type === 'commit') {
            commits.add(number, bytes, cuts.has(number));
            return 0;
          }
          if (changes !== undefined && inherited >= 0) return trees.add(number, base < 0 ? -1 : inherited, changes);
          trees.addWhole(number, bytes);
          // Nothing can be told by what it has not.
          return -1;
        },
      );
      if (summary.failed > 0 || summary.large.length > 0) return undefined;
      await setImmediate();
      signal?.throwIfAborted();
    }
  }
  for (const id of loose) {
    const object = store.read(id);
    if (object === undefined) return undefined;
    const number = numberOf(id);
    if (object.type === 'commit') commits.add(number, object.bytes, cuts.has(number));
    else if (object.type === 'tree') trees.addWhole(number, object.bytes);
  }
  return ordered();

  function ordered(): HistoryLog | undefined {
    const log = commits.finish();
    const known = trees.finish();
    const ends = known && tipsOf(log);
    const order = ends && oldestFirst(log, ends.tips);
    if (known === undefined || ends === undefined || order === undefined) return undefined;
    const rooted = order.every((commit) => (known.places[log.trees[commit] as number] ?? -1) >= 0);
    return rooted ? { ids, commits: log, trees: known, order, tags: ends.tags } : undefined;
  }

  /** The commits that refs stand for, heads last, as git is told of them by `--all`. */
  function tipsOf({ places }: CommitLog): { readonly tips: readonly number[]; readonly tags: ReadonlySet<string> } | undefined {
    const tags = new Set<string>();
    const tips: number[] = [];
    const below = refs.filter(({ name }) => name.startsWith('refs/'));
    for (const { id } of [...below, ...refs.filter((ref) => !ref.name.startsWith('refs/'))]) {
      let at = id;
      // A ref that stands for nothing is none.
      if (numberOf(id) < 0) continue;
      for (let step = 0; (places[numberOf(at)] ?? -1) < 0; step++) {
        const object = store.read(at);
        const next = object?.type === 'tag' && step < TAGS ? parseTag(object.bytes)?.object : undefined;
        if (next === undefined) return undefined;
        tags.add(at);
        at = next;
      }
      tips.push(places[numberOf(at)] as number);
    }
    return { tips, tags };
  }
}
