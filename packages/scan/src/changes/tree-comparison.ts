/** How an index differs from a tree. */

import { type TreeEntry, treeEntries } from '@leasehold/git/objects';
import type { CachedTree } from '../cached-tree.ts';
import type { GitIndex } from '../git-index.ts';
import type { Change, Side } from './raw-output.ts';

/** Folders in folders that are gone into; what lies deeper was not made by git. */
const DEPTH = 1000;
/** From so many trees on git is faster. */
const MOST_READ = 32;
const FOLDER = 0o040000;
const TYPE = 0o170000;
const REGULAR = 0o100000;
const LINK = 0o120000;
const SUBMODULE = 0o160000;

/** Ids of the tree that has no entries; git knows it without keeping it. */
const EMPTY: ReadonlySet<string> = new Set([
  '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
]);

/**
 * Compares an index with a tree, as `git diff --cached` does; a folder that the index knows to be as in the tree is not looked into.
 *
 * @param tree - id; undefined before the first commit
 * @param read - reads trees
 * @returns in the order of the bytes of their paths; undefined when a tree is not here, or so much differs that git is better asked
 */
export function compareWithTree(
  index: GitIndex,
  tree: string | undefined,
  read: (id: string) => Uint8Array | undefined,
): readonly Change[] | undefined {
  const changes: Change[] = [];
  let whole = true;
  let trees = 0;

  function entriesOf(id: string): readonly TreeEntry[] {
    if (EMPTY.has(id)) return [];
    const bytes = ++trees > MOST_READ ? undefined : read(id);
    if (bytes === undefined) whole = false;
    return bytes === undefined ? [] : treeEntries(bytes, id.length === 64 ? 32 : 20);
  }

  /** Compares the entries that begin with a path, and tells where the others go on. */
  function folder(id: string | undefined, path: string, from: number, cached: CachedTree | undefined, depth: number): number {
    const same = id === undefined ? undefined : passedOver(index, id, path, from, cached);
    if (same !== undefined) return same;
    if (depth > DEPTH) whole = false;
    if (!whole) return index.length;
    const before = new Map<string, TreeEntry>();
    for (const entry of id === undefined ? [] : entriesOf(id)) before.set(keyOf(entry), entry);
    let at = from;
    while (at < index.length) {
      const full = index.path(at);
      if (!full.startsWith(path)) break;
      const slash = full.indexOf('/', path.length);
      const key = slash < 0 ? full.slice(path.length) : full.slice(path.length, slash + 1);
      const entry = before.get(key);
      if (slash >= 0) {
        before.delete(key);
        at = folder(entry?.id, full.slice(0, slash + 1), at, cached?.folder(key.slice(0, -1)), depth + 1);
        continue;
      }
      if (!index.intended(at)) {
        before.delete(key);
        file(at, full, entry);
      }
      at++;
    }
    for (const [key, entry] of before) gone(entry, path + key, depth + 1);
    return at;
  }

  function file(at: number, path: string, entry: TreeEntry | undefined): void {
    const before = entry === undefined ? [] : [sideOf(entry)];
    if (index.stage(at) !== 0) {
      if (changes.at(-1)?.path !== path) changes.push({ path, before, after: undefined, unmerged: true });
      return;
    }
    const after: Side = { mode: written(index.mode(at)), id: index.id(at) };
    if (before[0]?.id !== after.id || before[0].mode !== after.mode) changes.push({ path, before, after, unmerged: false });
  }

  function gone(entry: TreeEntry, path: string, depth: number): void {
    if (!isFolder(entry)) changes.push({ path, before: [sideOf(entry)], after: undefined, unmerged: false });
    else if (depth > DEPTH) whole = false;
    else for (const below of entriesOf(entry.id)) gone(below, path + keyOf(below), depth + 1);
  }

  folder(tree, '', 0, index.trees, 0);
  return whole ? changes.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0)) : undefined;
}

/** Where the entries behind a folder begin, if the index knows the folder to be this tree. */
function passedOver(index: GitIndex, id: string, path: string, from: number, cached: CachedTree | undefined): number | undefined {
  if (cached?.id !== id) return undefined;
  const next = from + cached.entries;
  const isIn = (at: number): boolean => at < index.length && index.path(at).startsWith(path);
  // Nothing is left out because of a number that cannot be right.
  return next <= index.length && (next === from || isIn(next - 1)) && !isIn(next) ? next : undefined;
}

/** A folder has a slash at its end, for a file may take the place of a folder of the same name. */
function keyOf(entry: TreeEntry): string {
  return isFolder(entry) ? `${entry.name}/` : entry.name;
}

function isFolder({ mode }: TreeEntry): boolean {
  return (mode & TYPE) === FOLDER;
}

/** A file of a tree, with the mode that git makes of what old versions wrote. */
function sideOf({ mode, id }: TreeEntry): Side {
  const type = mode & TYPE;
  if (type === REGULAR) return { mode: (mode & 0o100) === 0 ? '100644' : '100755', id };
  return { mode: written(type === LINK ? LINK : SUBMODULE), id };
}

function written(mode: number): string {
  return mode.toString(8).padStart(6, '0');
}
