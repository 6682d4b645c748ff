/** Files that git tracks although a rule ignores them: they were added by force, or before the rule. */

import { lstatSync } from 'node:fs';
import { openable } from './byte-path.ts';
import { type Repository, trackedFiles } from './repository.ts';

/** A file or, with a slash at the end of its paths, a folder that a rule ignores; `path` is from the top of the repository, all are latin1. */
export interface Ignored {
  readonly path: string;
  readonly absolute: string;
  readonly shown: string;
}

/**
 * Picks the tracked files out of what is ignored.
 *
 * @param skipped - told when the repository's index cannot be read
 */
export function trackedThoughIgnored(
  repository: Repository,
  ignored: readonly Ignored[],
  skipped: (shown: string, reason: string) => void,
): readonly Ignored[] {
  if (ignored.length === 0) return [];
  let tracked: readonly string[];
  try {
    tracked = trackedFiles(repository);
  } catch {
    skipped(`${repository.gitFolder}/index`, 'unreadable: not an index that is understood');
    return [];
  }
  return ignored.flatMap((entry) => {
    const found: Ignored[] = [];
    for (let i = firstNotBefore(tracked, entry.path); i < tracked.length; i++) {
      const path = tracked[i] ?? '';
      const inside = entry.path.endsWith('/') ? path.startsWith(entry.path) : path === entry.path;
      if (!inside) break;
      const rest = path.slice(entry.path.length);
      const absolute = entry.absolute + rest;
      // What is tracked may have been deleted, or be a link by now.
      if (isFile(absolute)) found.push({ path, absolute, shown: entry.shown + rest });
    }
    return found;
  });
}

function isFile(path: string): boolean {
  try {
    return lstatSync(openable(path), { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

function firstNotBefore(sorted: readonly string[], path: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return low;
}
