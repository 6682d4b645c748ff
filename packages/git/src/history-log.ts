/** What a history is made of, read from the files of a store: its commits in git's order, and all trees. */

import { setImmediate } from 'node:timers/promises';
import { type CommitLog, newCommitLogger } from './commit-log.ts';
import { oldestFirst } from './commit-order.ts';
import { OBJECT_TYPES, type ObjectType } from './git-object.ts';
import { type IdTable, newIdTable } from './id-table.ts';
import type { ObjectStore } from './object-store.ts';
import type { Pack } from './pack.ts';
import { type PackPlan, UNKNOWN } from './pack-plan.ts';
import type { Ref } from './refs.ts';
import { parseTag } from './tag.ts';
import { newTreeLogger, type TreeLog } from './tree-log.ts';
import { openWalk } from './walk-pack.ts';
import { turnsOf } from './walk-turns.ts';

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
}

/** A history that is being read. */
export interface HistoryReader {
  /** Takes in a commit of a pack that was met with elsewhere; where all of a pack were, they are not read once more. */
  commit(pack: Pack, position: number, bytes: Uint8Array): void;
  /**
   * Reads what is left; of a million objects that takes some three seconds, and some sixty bytes of memory for each.
   *
   * @returns undefined when it is not whole or not in the form that git writes: what is missing, broken, or led to by a ref that stands for a tree or a file, git itself must be asked for
   * @throws the signal's reason
   */
  read(signal?: AbortSignal): Promise<HistoryLog | undefined>;
}

/** What a turn has at the least, in bytes of the pack, so that others can work in between. */
const TURN = 8 << 20;

/** A tag may stand for a tag. */
const TAGS = 100;

/** Begins with the ids of all objects. */
export function newHistoryReader(store: ObjectStore, { refs, cut, plans }: HistoryLogRequest): HistoryReader {
  const { idLength, packs } = store;
  const loose = [...new Set(store.loose())].sort();
  const lists = new Map(packs.map((pack) => [pack, pack.index.ids()]));
  const ids = newIdTable([...lists.values(), ...(loose.length === 0 ? [] : [Buffer.from(loose.join(''), 'hex')])], idLength);
  // Where there is but one list, its positions are the numbers.
  const single = loose.length === 0 && packs.length === 1;
  const commits = newCommitLogger(ids);
  const trees = newTreeLogger(ids);
  const cuts = new Set([...cut].map((id) => numberOf(id)));
  /** How many commits of each pack were met with elsewhere. */
  const met = new Map<Pack, number>();

  function numberOf(id: string): number {
    return id.length === idLength * 2 ? ids.find(Buffer.from(id, 'hex'), 0) : -1;
  }

  function numberIn(pack: Pack, position: number): number {
    return single ? position : ids.find(lists.get(pack) as Uint8Array, position * idLength);
  }

  function add(number: number, bytes: Uint8Array): void {
    commits.add(number, bytes, cuts.has(number));
  }

  async function read(signal?: AbortSignal): Promise<HistoryLog | undefined> {
    if (store.unread.length > 0) return undefined;
    for (const pack of packs) {
      const plan = plans.find(({ path }) => path === pack.path)?.plan;
      if (plan === undefined || !(await readTrees(pack, plan, signal))) return undefined;
    }
    for (const id of loose) {
      const object = store.read(id);
      if (object === undefined) return undefined;
      if (object.type === 'commit') add(numberOf(id), object.bytes);
      else if (object.type === 'tree') trees.addWhole(numberOf(id), object.bytes);
    }
    return ordered();
  }

  /** Reads the trees of a pack, and the commits unless all were met with; answers whether all can be read. */
  async function readTrees(pack: Pack, plan: PackPlan, signal: AbortSignal | undefined): Promise<boolean> {
    const types: readonly ObjectType[] = met.get(pack) === commitsOf(plan) ? ['tree'] : ['commit', 'tree'];
    const walk = openWalk(pack, { plan, types, compare: true }, ({ position, type, bytes, base, inherited, changes }) => {
      const number = numberIn(pack, position);
      if (type === 'commit') {
        add(number, bytes);
        return 0;
      }
      if (changes !== undefined && inherited >= 0) return trees.add(number, base < 0 ? -1 : inherited, changes);
      trees.addWhole(number, bytes);
      // Nothing can be told by what it has not.
      return -1;
    });
    try {
      const turns = turnsOf(plan, types, TURN);
      for (let turn = 1; turn < turns.length; turn++) {
        walk.go(turns[turn - 1] as number, turns[turn] as number);
        await setImmediate();
        signal?.throwIfAborted();
      }
    } finally {
      walk.close();
    }
    const { failed, large } = walk.summary();
    return failed === 0 && large.length === 0;
  }

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

  return {
    commit(pack, position, bytes) {
      met.set(pack, (met.get(pack) ?? 0) + 1);
      add(numberIn(pack, position), bytes);
    },
    read,
  };
}

/** How many there are; not to be told, so that all are read, where the type of an object is known only when it is read. */
function commitsOf({ types }: PackPlan): number {
  let commits = 0;
  for (const type of types) {
    if (type === UNKNOWN) return -1;
    if (OBJECT_TYPES[type] === 'commit') commits++;
  }
  return commits;
}
