/** Walks the working tree: visits each file that git tracks or would track once, without running git. */

import { type Dirent, readdirSync } from 'node:fs';
import { openable } from './byte-path.ts';
import { type FolderRules, isIgnored, rulesOfFolder, rulesOfRepository, skippingAttribute } from './folder-rules.ts';
import { type Repository, repositoryAt } from './repository.ts';
import { folderStart, namedPath } from './starting-point.ts';
import { type Ignored, trackedThoughIgnored } from './tracked-though-ignored.ts';
import { unreadable, type Visitor } from './visitor.ts';

const NOT_A_FILE = 'not a regular file';

/** A repository that the walk is in, and the ignored paths that it left out there. */
interface WalkedRepository {
  readonly repository: Repository;
  /** Whether ignored paths are left out; not below a named folder that is ignored itself. */
  readonly ignoring: boolean;
  readonly ignored: Ignored[];
}

/** A folder to enter; paths are latin1. */
interface Folder {
  readonly absolute: string;
  /** From the current folder, with a slash at the end unless it is empty. */
  readonly shown: string;
  /** From the top of the repository, with a slash at the end unless it is empty. */
  readonly path: string;
  readonly within: WalkedRepository | undefined;
  readonly rules: FolderRules | undefined;
}

/**
 * Walks the named files and folders.
 *
 * Within a repository, ignored paths are left out unless they are tracked. A file marked `linguist-generated` or `linguist-vendored`, a symbolic link, a submodule or other nested repository, and what cannot be read are reported as skipped. Outside of a repository nothing is ignored, and a repository below is walked by its own rules. `.git` is never entered. A named file is visited whatever the rules say; a named folder that is ignored is walked whole.
 *
 * `core.ignoreCase` is not read: patterns are case-sensitive, so that at most more is scanned.
 *
 * @param cwd - absolute
 * @param paths - relative to `cwd` or absolute, as a person wrote them
 * @param visitor - receives each path once, even where named paths overlap
 */
export function walk(cwd: string, paths: readonly string[], visitor: Visitor): void {
  const seen = paths.length > 1 ? once(visitor) : visitor;
  const repositories: WalkedRepository[] = [];
  const stack: Folder[] = [];
  for (const path of paths) {
    const { absolute, shown, kind, error } = namedPath(cwd, path);
    if (absolute === undefined) seen.skipped(shown, error);
    else if (kind === 'file') seen.file(absolute, shown);
    else if (kind === 'folder') stack.push(namedFolder(absolute, shown === '' ? '' : `${shown}/`, repositories));
    // Somebody asked for it: a pipe is no clean file.
    else seen.skipped(shown, `unreadable: ${NOT_A_FILE}`);
  }
  for (let folder = stack.pop(); folder; folder = stack.pop()) readFolder(folder, stack, repositories, seen);
  for (const { repository, ignored } of repositories) {
    for (const { absolute, shown } of trackedThoughIgnored(repository, ignored, seen.skipped)) seen.file(absolute, shown);
  }
}

function namedFolder(absolute: string, shown: string, repositories: WalkedRepository[]): Folder {
  const start = folderStart(absolute);
  if (start === undefined) return { absolute, shown, path: '', within: undefined, rules: undefined };
  const within = { repository: start.repository, ignoring: !start.ignored, ignored: [] };
  repositories.push(within);
  return { absolute, shown, path: start.path, within, rules: start.rules };
}

/** Reads one folder: visits its files, and pushes its subfolders on the stack. */
function readFolder(folder: Folder, stack: Folder[], repositories: WalkedRepository[], visitor: Visitor): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(openable(folder.absolute === '' ? '/' : folder.absolute), { withFileTypes: true, encoding: 'latin1' });
  } catch (error) {
    visitor.skipped(folder.shown, unreadable(error));
    return;
  }
  const here = withOwnRules(folder, entries, repositories);
  if (here === undefined) {
    visitor.skipped(folder.shown, 'another repository');
    return;
  }
  const { path, within, rules } = here;
  const prefix = `${folder.absolute}/`;
  for (const entry of entries) {
    const { name } = entry;
    if (name === '.git') continue;
    const isFolder = entry.isDirectory();
    const absolute = prefix + name;
    const shown = folder.shown + name;
    if (rules && within?.ignoring && isIgnored(rules, path + name, name, isFolder)) {
      const slash = isFolder ? '/' : '';
      within.ignored.push({ path: path + name + slash, absolute: absolute + slash, shown: shown + slash });
    } else if (isFolder) {
      stack.push({ absolute, shown: `${shown}/`, path: `${path}${name}/`, within, rules });
    } else if (!entry.isFile()) {
      visitor.skipped(shown, entry.isSymbolicLink() ? 'symbolic link' : NOT_A_FILE);
    } else {
      const attribute = rules && skippingAttribute(rules, path + name, name);
      if (attribute) visitor.skipped(shown, `marked ${attribute}`);
      else visitor.file(absolute, shown);
    }
  }
}

/** Adds to a folder the rules in its own entries; undefined when it is the top of a nested repository. */
function withOwnRules(folder: Folder, entries: readonly Dirent[], repositories: WalkedRepository[]): Folder | undefined {
  const has = { git: false, ignore: false, attributes: false };
  for (const { name } of entries) {
    if (!name.startsWith('.git')) continue;
    if (name === '.git') has.git = true;
    else if (name === '.gitignore') has.ignore = true;
    else if (name === '.gitattributes') has.attributes = true;
  }
  let { path, within, rules } = folder;
  if (has.git && within?.repository.top !== folder.absolute) {
    const repository = repositoryAt(folder.absolute);
    if (repository && within) return undefined;
    if (repository) {
      path = '';
      within = { repository, ignoring: true, ignored: [] };
      repositories.push(within);
      rules = rulesOfRepository(repository);
    }
  }
  return rules ? { ...folder, path, within, rules: rulesOfFolder(rules, folder.absolute, path, has) } : folder;
}

/** Passes on each file and each skipped path once, since named paths may overlap. */
function once(visitor: Visitor): Visitor {
  const seen = new Set<string>();
  const first = (key: string): boolean => seen.size < seen.add(key).size;
  return {
    file: (absolute, shown) => {
      if (first(shown)) visitor.file(absolute, shown);
    },
    skipped: (shown, reason) => {
      if (first(`${shown}\0`)) visitor.skipped(shown, reason);
    },
  };
}
