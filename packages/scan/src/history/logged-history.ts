/** The history as it is read from the files of the repository. */

import { type Appearance, firstAppearances, type HistoryLog } from '@leasehold/git';
import type { MainlineCommit, ObjectHistory, Version } from './object-history.ts';

/**
 * Answers from a log. Where an answer would take too much memory, as it may in a repository that was made for it, no paths and no versions are told.
 *
 * @param most - entries of trees that an answer may be worked out from
 */
export function loggedHistory({ ids, commits, trees, order, tags }: HistoryLog, most?: number): ObjectHistory {
  const { places } = trees;
  const total = ids.count + trees.missing;
  const reached = new Set(order);
  let curtailed = false;

  const numberOf = (id: string): number => ids.find(Buffer.from(id, 'hex'), 0);
  const commitAt = (turn: number): string => ids.hexOf(commits.numbers[order[turn] as number] as number);

  function* roots(): Iterable<number> {
    for (const commit of order) yield commits.trees[commit] as number;
  }

  /** Tells of the files, unless they are too many to be told of. */
  function tellOf(files: Uint8Array, visit: Appearance): boolean {
    const told = firstAppearances(trees, roots(), files, visit, most);
    if (!told) curtailed = true;
    return told;
  }

  function isFile(number: number): boolean {
    return number >= 0 && number < ids.count && (places[number] as number) < 0;
  }

  /** All files that stand somewhere under one of these names. */
  function filesNamed(names: ReadonlySet<string>): Uint8Array {
    const named = Uint8Array.from(trees.list, (name) => (names.has(name) ? 1 : 0));
    const files = new Uint8Array(total);
    for (let at = 0; at < trees.names.length; at++) {
      const child = trees.children[at] as number;
      if (named[trees.names[at] as number] === 1 && isFile(child)) files[child] = 1;
    }
    return files;
  }

  return {
    origins(wanted) {
      const found = new Map<string, string>();
      const files = new Uint8Array(total);
      for (const id of wanted) {
        const number = numberOf(id);
        if (tags.has(id) || (number >= 0 && reached.has(commits.places[number] as number))) found.set(id, '');
        else if (isFile(number)) files[number] = 1;
      }
      const told = tellOf(files, (file, _, path) => found.set(ids.hexOf(file), path));
      return told ? found : new Map([...wanted].map((id) => [id, '']));
    },
    versions(paths) {
      const found = new Map<string, Version[]>([...paths].map((path) => [path, []]));
      const names = new Set([...paths].map((path) => path.slice(path.lastIndexOf('/') + 1)));
      tellOf(filesNamed(names), (file, turn, path) => {
        found.get(path)?.push({ commit: commitAt(turn), content: ids.hexOf(file) });
      });
      return found;
    },
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
