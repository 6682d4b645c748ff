/** Folders of a repository: that of a linked working tree points to the one where objects and refs are. */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where `objects/`, `packed-refs` and `config` lie for a git folder, which is itself but for linked working trees (gitrepository-layout, "commondir"). */
export function commonFolder(gitFolder: string): string {
  const common = textOf(join(gitFolder, 'commondir'))?.trim();
  return common ? resolve(gitFolder, common) : gitFolder;
}

/** Bytes of an id: 32 where the repository's configuration says so (`extensions.objectFormat`), 20 otherwise. */
export function idLengthOf(common: string): 20 | 32 {
  return /^\s*objectformat\s*=\s*"?sha256"?\s*$/im.test(textOf(join(common, 'config')) ?? '') ? 32 : 20;
}

/** Whether refs are kept in another form than files, such as a reftable (`extensions.refStorage`). */
export function hasForeignRefs(common: string): boolean {
  return /^\s*refstorage\s*=[ \t"]*(?!files\b)[a-z]/im.test(textOf(join(common, 'config')) ?? '');
}

/** A small file as text; undefined when it cannot be read. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
