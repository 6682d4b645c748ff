/** Looks files up in commits by walking down their trees; most folders of many commits are the same. */

import { parseCommit, treeEntry } from '@leasehold/git/objects';
import type { Objects } from './objects.ts';

/** The content under a path (latin1, from the top) in a commit; undefined when there is no file, or its tree is not here. */
export type PathLookup = (commit: string, path: string) => string | undefined;

/** The types that a mode begins with. */
const FILE = 0o10;
const FOLDER = 0o4;
/** Trees that are kept. */
const KEPT = 2048;

/** Opens the trees of a repository; those that were used lately are not read again. */
export function newPathLookup(objects: Objects): PathLookup {
  const tops = new Map<string, string | undefined>();
  const trees = new Map<string, Uint8Array | undefined>();

  function topOf(commit: string): string | undefined {
    if (tops.has(commit)) return tops.get(commit);
    const bytes = objects.read(commit);
    const top = bytes && parseCommit(bytes)?.tree;
    tops.set(commit, top);
    return top;
  }

  function tree(id: string): Uint8Array | undefined {
    const known = trees.get(id);
    if (known !== undefined) return known;
    const bytes = objects.read(id);
    if (trees.size === KEPT) trees.delete(trees.keys().next().value as string);
    trees.set(id, bytes);
    return bytes;
  }

  return (commit, path) => {
    const names = path.split('/');
    let at = topOf(commit);
    for (const [depth, name] of names.entries()) {
      const bytes = at === undefined ? undefined : tree(at);
      const entry = bytes && treeEntry(bytes, name, commit.length === 64 ? 32 : 20);
      at = entry !== undefined && entry.mode >>> 12 === (depth === names.length - 1 ? FILE : FOLDER) ? entry.id : undefined;
    }
    return at;
  };
}
