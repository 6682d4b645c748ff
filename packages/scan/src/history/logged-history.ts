/** The history as it is read from the files of the repository. */

import { type Appearance, firstAppearances, type HistoryLog, type Ways, waysTo } from '@leasehold/git';
import type { PathLookup } from '../changes/path-lookup.ts';
import type { MainlineCommit, ObjectHistory, Trace, Version } from './object-history.ts';

/** Memory for more ways to files is dearer than the answer. */
const MOST = 1 << 26;

/**
 * Answers from a log. Where an answer would take too much memory, as it may in a repository that was made for it, no paths and no versions are told.
 *
 * @param most - entries of trees that an answer may be worked out from
 */
export function loggedHistory({ ids, commits, trees, order, tags }: HistoryLog, most: number = MOST): ObjectHistory {
  const { places } = trees;
  const total = ids.count + trees.missing;
  const reached = new Set(order);
  let curtailed = false;

  const numberOf = (id: string): number => ids.find(Buffer.from(id, 'hex'), 0);
  const commitAt = (turn: number): string => ids.hexOf(commits.numbers[order[turn] as number] as number);

  function* roots(): Iterable<number> {
    for (const commit of order) yield commits.trees[commit] as number;
  }

  /** The ways to files, and all of these at their first appearance, unless they are too many to be told of. */
  function tellOf(files: Uint8Array, visit: Appearance): Ways | undefined {
    const ways = waysTo(trees, files, most);
    if (ways === undefined) curtailed = true;
    else firstAppearances(trees, ways, roots(), visit);
    return ways;
  }

  function isFile(number: number): boolean {
    return number >= 0 && number < ids.count && (places[number] as number) < 0;
  }

  /** All files that stand somewhere under a name that one of these has. */
  function namedAs(files: Uint8Array): Uint8Array {
    const { names, children, list } = trees;
    const named = new Uint8Array(list.length);
    for (let at = 0; at < names.length; at++) if (files[children[at] as number] === 1) named[names[at] as number] = 1;
    const all = new Uint8Array(total);
    for (let at = 0; at < names.length; at++) {
      const child = children[at] as number;
      if (named[names[at] as number] === 1 && isFile(child)) all[child] = 1;
    }
    return all;
  }

  function trace(wanted: ReadonlySet<string>): Trace {
    const origins = new Map<string, string>();
    const files = new Uint8Array(total);
    for (const id of wanted) {
      const number = numberOf(id);
      if (tags.has(id) || (number >= 0 && reached.has(commits.places[number] as number))) origins.set(id, '');
      else if (isFile(number)) files[number] = 1;
    }
    /** By path, of each version its file and its turn. */
    const appearances = new Map<string, number[]>();
    const ways = tellOf(namedAs(files), (file, turn, path) => {
      if (files[file] === 1) origins.set(ids.hexOf(file), path);
      const known = appearances.get(path);
      if (known === undefined) appearances.set(path, [file, turn]);
      else known.push(file, turn);
    });
    if (ways === undefined) return { origins: new Map([...wanted].map((id) => [id, ''])), versions: () => new Map() };
    const versionsOf = (path: string): readonly Version[] =>
      (appearances.get(path) ?? []).flatMap((file, at, all) =>
        at % 2 === 0 ? [{ commit: commitAt(all[at + 1] as number), content: ids.hexOf(file) }] : [],
      );
    return {
      origins,
      versions: (paths) => new Map([...paths].map((path) => [path, versionsOf(path)])),
      lookup: lookupBy(ways),
    };
  }

  function lookupBy({ begins, ends, names, children }: Ways): PathLookup {
    const ranks = new Map(trees.list.map((name, rank) => [name, rank]));
    const steps = new Map<string, readonly (number | undefined)[]>();
    const tops = new Map<string, number>();

    function stepsOf(path: string): readonly (number | undefined)[] {
      const known = steps.get(path);
      if (known !== undefined) return known;
      const made = path.split(/(?<=\/)/).map((name) => ranks.get(name));
      steps.set(path, made);
      return made;
    }

    function topOf(commit: string): number {
      const known = tops.get(commit);
      if (known !== undefined) return known;
      const top = commits.trees[commits.places[numberOf(commit)] ?? -1] ?? -1;
      tops.set(commit, top);
      return top;
    }

    /** What stands in a tree under a name; -1 for nothing. */
    function childOf(tree: number, rank: number): number {
      const place = places[tree] ?? -1;
      if (place < 0) return -1;
      for (let entry = begins[place] as number; entry < (ends[place] as number); entry++)
        if (names[entry] === rank) return children[entry] as number;
      return -1;
    }

    return (commit, path) => {
      let at = topOf(commit);
      for (const rank of stepsOf(path)) at = rank === undefined ? -1 : childOf(at, rank);
      return isFile(at) ? ids.hexOf(at) : undefined;
    };
  }

  return {
    trace,
    mainline(head) {
      const line: MainlineCommit[] = [];
      let number = numberOf(head);
      while (number >= 0 && line.length <= order.length) {
        const place = commits.places[number] as number;
        if (place < 0) break;
        line.push({ id: ids.hexOf(number), time: commits.times[place] as number });
        const first = commits.begins[place] as number;
        number = first < (commits.begins[place + 1] as number) ? (commits.parents[first] as number) : -1;
      }
      return line;
    },
    missing() {
      if (trees.missing === 0) return 0;
      let missing = 0;
      const gone = new Uint8Array(total).fill(1, ids.count);
      tellOf(gone, () => missing++);
      return missing;
    },
    curtailed: () => curtailed,
  };
}
