/** Where objects stand in the tree of a commit. */

import { parseCommit, treeEntries } from '@leasehold/git';
import type { Objects } from '../changes/objects.ts';

const FOLDER = 0o040000;
const SUBMODULE = 0o160000;

/**
 * Lists the files in the tree of one commit.
 *
 * @returns all paths (latin1, from the top) of each content, by its id
 */
export function pathsInTree(objects: Objects, commit: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const idLength = commit.length === 64 ? 32 : 20;
  const top = objects.read(commit);
  const folders = [{ id: (top && parseCommit(top)?.tree) ?? '', path: '' }];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const bytes = folder.id === '' ? undefined : objects.read(folder.id);
    if (bytes === undefined) continue;
    for (const { mode, name, id } of treeEntries(bytes, idLength)) {
      const path = folder.path + name;
      if (mode === FOLDER) folders.push({ id, path: `${path}/` });
      else if (mode !== SUBMODULE) {
        const paths = found.get(id);
        if (paths === undefined) found.set(id, [path]);
        else paths.push(path);
      }
    }
  }
  return found;
}
