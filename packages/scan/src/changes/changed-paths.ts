/** The paths of a change: which of them are wanted, and how a report shows them. */

import { posix, relative, resolve } from 'node:path';
import type { SkippingAttribute } from '../attributes-file.ts';
import { bytePath, readable } from '../byte-path.ts';
import { type FolderRules, rulesOfFolder, rulesOfRepository, skippingAttribute } from '../folder-rules.ts';
import type { Repository } from '../repository.ts';

/** Paths are latin1; those asked about count from the top of the repository. */
export interface ChangedPaths {
  /** Whether some of the repository is not wanted. */
  readonly limited: boolean;
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
    wanted: (path) => !limited || wanted.some((one) => path === one || path.startsWith(`${one}/`)),
    shown: (path) => (below === '' ? path : posix.relative(`/${below}`, `/${path}`)),
    marked(path) {
      if (wanted.includes(path)) return undefined;
      const cut = path.lastIndexOf('/');
      return skippingAttribute(rulesOf(path.slice(0, Math.max(0, cut))), path, path.slice(cut + 1));
    },
  };
}
