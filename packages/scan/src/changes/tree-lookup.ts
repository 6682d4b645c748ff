/** Finds the version of a file in a commit by walking down its trees. */

import { parseCommit, type TreeEntry, treeEntries } from '@leasehold/git';
import type { Objects } from './objects.ts';
import type { Version } from './versions.ts';

/** Looks files up in one commit, by their path from its top in latin1; undefined when there is none, or its tree is not here. */
export type TreeLookup = (path: string) => Version | undefined;

/** The types that a mode begins with. */
const FILE = 0o10;
const FOLDER = 0o4;

/** Opens the tree of a commit; each folder is read once. */
export function treeLookup(objects: Objects, commit: string): TreeLookup {
  const folders = new Map<string, ReadonlyMap<string, TreeEntry>>();

  function folder(path: string): ReadonlyMap<string, TreeEntry> {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const id = path === '' ? treeOf(objects.read(commit)) : entry(path, FOLDER)?.id;
    const bytes = id === undefined ? undefined : objects.read(id);
    const listed = bytes === undefined ? [] : treeEntries(bytes, commit.length === 64 ? 32 : 20);
    const entries = new Map(listed.map((found) => [found.name, found]));
    folders.set(path, entries);
    return entries;
  }

  function entry(path: string, type: number): TreeEntry | undefined {
    const cut = path.lastIndexOf('/');
    const found = folder(path.slice(0, Math.max(0, cut))).get(path.slice(cut + 1));
    return found !== undefined && found.mode >>> 12 === type ? found : undefined;
  }

  return (path) => {
    const found = entry(path, FILE);
    return found && { id: found.id, path };
  };
}

function treeOf(commit: Uint8Array | undefined): string | undefined {
  return commit && parseCommit(commit)?.tree;
}
