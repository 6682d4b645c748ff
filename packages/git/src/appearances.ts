/** Where files appeared first in a history. */

import type { TreeLog } from './tree-log.ts';
import type { Ways } from './ways.ts';

/** Told of a file: its number, the turn of the commit in which it appeared first, and its path there (latin1, from the top). */
export type Appearance = (file: number, turn: number, path: string) => void;

/**
 * Goes through the trees of one commit after the other as git does, each tree and each file once.
 *
 * @param ways - to the files that are to be told of
 * @param roots - numbers of the trees of the commits, in the order of these
 */
export function firstAppearances(log: TreeLog, ways: Ways, roots: Iterable<number>, visit: Appearance): void {
  const seen = new Uint8Array(log.places.length);
  /** Ranges of entries that are gone through, the innermost last, and the paths of their folders. */
  const nexts: number[] = [];
  const ends: number[] = [];
  const folders: string[] = [];

  const enter = (tree: number, path: string): void => {
    const place = log.places[tree] as number;
    if (seen[tree] !== 0) return;
    seen[tree] = 1;
    nexts.push(ways.begins[place] as number);
    ends.push(ways.ends[place] as number);
    folders.push(path);
  };

  let turn = 0;
  for (const root of roots) {
    enter(root, '');
    while (nexts.length > 0) {
      const top = nexts.length - 1;
      const at = nexts[top] as number;
      if (at === ends[top]) {
        nexts.pop();
        ends.pop();
        folders.pop();
        continue;
      }
      nexts[top] = at + 1;
      const child = ways.children[at] as number;
      if (seen[child] !== 0) continue;
      const path = `${folders[top]}${log.list[ways.names[at] as number]}`;
      if ((log.places[child] as number) >= 0) enter(child, path);
      else {
        seen[child] = 1;
        visit(child, turn, path);
      }
    }
    turn++;
  }
}
