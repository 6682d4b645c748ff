/** The paths of a change: which of them are wanted, and how a report shows them. */

import { existsSync } from 'node:fs';
import { posix, relative, resolve } from 'node:path';
import type { SkippedFile } from '@leasehold/core';
import type { SkippingAttribute } from '../attributes-file.ts';
import { bytePath, openable, readable } from '../byte-path.ts';
import { type FolderRules, rulesOfFolder, rulesOfRepository, skippingAttribute } from '../folder-rules.ts';
import type { Repository } from '../repository.ts';

/** Paths are latin1; those asked about count from the top of the repository. */
export interface ChangedPaths {
  /** Whether some of the repository is not wanted. */
  readonly limited: boolean;
  /** Those of the paths that were named which are not there, and why; a change may have taken them away. */
  readonly absent: readonly SkippedFile[];
  /** Whether it is, or lies in, one of the paths that were named; so does everything when none was. */
  wanted(path: string): boolean;
  /** The path from the current folder. */
  shown(path: string): string;
  /** The attribute by which nobody wrote the file by hand here; a file that was named by itself is looked at all the same. */
  marked(path: string): SkippingAttribute | undefined;
}

/**
 * Looks at paths from where the user stands.
 *
 * @param cwd - absolute, with links followed
 * @param named - as a person wrote them; they need not be there any more
 */
export function changedPaths(repository: Repository, cwd: string, named: readonly string[]): ChangedPaths {
  const top = readable(repository.top);
  const fromTop = (path: string): string => bytePath(relative(top, path));
  const below = fromTop(cwd);
  const wanted = named.map((path) => fromTop(resolve(cwd, path)));
  const limited = wanted.length > 0 && !wanted.includes('');
  const folders = new Map<string, FolderRules>();

  function rulesOf(folder: string): FolderRules {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const cut = folder.lastIndexOf('/');
    const above = folder === '' ? rulesOfRepository(repository) : rulesOf(cut < 0 ? '' : folder.slice(0, cut));
    const path = folder === '' ? '' : `${folder}/`;
    const rules = rulesOfFolder(above, `${repository.top}/${folder}`, path, { ignore: false, attributes: true });
    folders.set(folder, rules);
    return rules;
  }

  return {
    limited,
    absent: wanted.flatMap((path) => absence(repository.top, path)),
    wanted: (path) => !limited || wanted.some((one) => isWithin(path, one)),
    shown: (path) => (below === '' ? path : posix.relative(`/${below}`, `/${path}`)),
    marked(path) {
      if (wanted.includes(path)) return undefined;
      const cut = path.lastIndexOf('/');
      return skippingAttribute(rulesOf(path.slice(0, Math.max(0, cut))), path, path.slice(cut + 1));
    },
  };
}

/** Tells whether a path is, or lies in, another one. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** A pattern, a slip of the keyboard and a path of another repository have this in common: they limit a scan to nothing. */
function absence(top: string, path: string): readonly SkippedFile[] {
  if (isWithin(path, '..')) return [{ path, reason: 'unreadable: outside of the repository' }];
  return existsSync(openable(`${top}/${path}`)) ? [] : [{ path, reason: 'unreadable: not there' }];
}
