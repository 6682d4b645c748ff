/** Where a walk begins: what a named path is, and which ignore rules already hold there. */

import { realpathSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { bytePath } from './byte-path.ts';
import { type FolderRules, isIgnored, rulesOfFolder, rulesOfRepository } from './folder-rules.ts';
import { type Repository, repositoryAround } from './repository.ts';
import { unreadable } from './visitor.ts';

/** A path that was named; all paths are latin1, with slashes. */
export interface NamedPath {
  /** Absolute, with links resolved, without a slash at the end; undefined when it cannot be reached. */
  readonly absolute: string | undefined;
  /** Relative to the current folder; empty for the current folder. */
  readonly shown: string;
  readonly kind: 'file' | 'folder' | 'other';
  /** The reason why it cannot be reached, else empty. */
  readonly error: string;
}

/** Looks at a path that a person wrote. A link is followed, since it was named. */
export function namedPath(cwd: string, path: string): NamedPath {
  const full = resolve(cwd, path);
  const shown = bytePath(relative(cwd, full));
  try {
    const stats = statSync(full);
    const absolute = bytePath(realpathSync.native(full)).replace(/\/$/, '');
    return { absolute, shown, kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other', error: '' };
  } catch (error) {
    return { absolute: undefined, shown, kind: 'other', error: unreadable(error) };
  }
}

/** The rules that hold in a folder before its own are read. */
export interface FolderStart {
  readonly repository: Repository;
  /** From the top of the repository, with a slash at the end unless it is empty. */
  readonly path: string;
  readonly rules: FolderRules;
  /** Whether the folder itself is ignored: naming it means that its contents are wanted. */
  readonly ignored: boolean;
}

/** Finds the repository around a named folder, and reads the rules of the folders above it; undefined outside of a repository. */
export function folderStart(absolute: string): FolderStart | undefined {
  const repository = repositoryAround(absolute);
  if (repository === undefined) return undefined;
  const segments = absolute.slice(repository.top.length).split('/').slice(1);
  let rules = rulesOfRepository(repository);
  let path = '';
  let ignored = false;
  for (const segment of segments) {
    rules = rulesOfFolder(rules, `${repository.top}/${path}`, path, { ignore: true, attributes: true });
    ignored ||= isIgnored(rules, path + segment, segment, true);
    path += `${segment}/`;
  }
  return { repository, path, rules, ignored };
}
