/** The working tree: every file that is tracked or would be, each once, without running git. */

import { type Dirent, readdirSync } from 'node:fs';
import { openable } from './byte-path.ts';
import { type FolderRules, isIgnored, rulesOfFolder, rulesOfRepository, skippingAttribute } from './folder-rules.ts';
import { type Repository, repositoryAt } from './repository.ts';
import { folderStart, namedPath } from './starting-point.ts';
import { type Ignored, trackedThoughIgnored } from './tracked-though-ignored.ts';
import { unreadable, type Visitor } from './visitor.ts';

/** A repository that the walk is in, and what it left out there because it is ignored. */
interface Ground {
  readonly repository: Repository;
  /** Whether to leave out what is ignored. */
  readonly ignoring: boolean;
  readonly ignored: Ignored[];
}

interface Folder {
  readonly absolute: string;
  /** With a slash at the end unless it is empty, as `path`. */
  readonly shown: string;
  readonly path: string;
  readonly ground: Ground | undefined;
  readonly rules: FolderRules | undefined;
}

/**
 * Walks over files and folders that were named.
 *
 * Within a repository it leaves out what git would not track, unless it is tracked all the same. A file marked `linguist-generated` or `linguist-vendored`, a symbolic link, a submodule or other repository within, and what cannot be read are skipped and said. Outside of any repository nothing is ignored, and a repository within is walked by its own rules. `.git` is never entered. A file that is named is visited whatever the rules say; a named folder that is ignored is walked whole.
 *
 * Not read: `core.excludesFile`, and `core.ignoreCase`: patterns are told apart by case, so that at most more is scanned.
 *
 * @param cwd - absolute
 * @param paths - from the current folder, as a person wrote them
 */
export function walk(cwd: string, paths: readonly string[], visitor: Visitor): void {
  const seen = paths.length > 1 ? once(visitor) : visitor;
  const grounds: Ground[] = [];
  const stack: Folder[] = [];
  for (const path of paths) {
    const { absolute, shown, kind, error } = namedPath(cwd, path);
    if (absolute === undefined) seen.skipped(shown, error);
    else if (kind === 'file') seen.file(absolute, shown);
    else if (kind === 'folder') stack.push(rootFolder(absolute, shown === '' ? '' : `${shown}/`, grounds));
    else seen.skipped(shown, NOT_A_FILE);
  }
  for (let folder = stack.pop(); folder; folder = stack.pop()) enter(folder, stack, grounds, seen);
  for (const { repository, ignored } of grounds) {
    for (const { absolute, shown } of trackedThoughIgnored(repository, ignored, seen.skipped)) seen.file(absolute, shown);
  }
}

const NOT_A_FILE = 'not a regular file';

function rootFolder(absolute: string, shown: string, grounds: Ground[]): Folder {
  const start = folderStart(absolute);
  if (start === undefined) return { absolute, shown, path: '', ground: undefined, rules: undefined };
  const ground = { repository: start.repository, ignoring: !start.ignored, ignored: [] };
  grounds.push(ground);
  return { absolute, shown, path: start.path, ground, rules: start.rules };
}

/** Reads one folder: visits its files, and puts its folders on the stack. */
function enter(folder: Folder, stack: Folder[], grounds: Ground[], visitor: Visitor): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(openable(folder.absolute === '' ? '/' : folder.absolute), { withFileTypes: true, encoding: 'latin1' });
  } catch (error) {
    visitor.skipped(folder.shown, unreadable(error));
    return;
  }
  const here = settle(folder, entries, grounds);
  if (here === undefined) {
    visitor.skipped(folder.shown, 'another repository');
    return;
  }
  const { path, ground, rules } = here;
  const prefix = `${folder.absolute}/`;
  for (const entry of entries) {
    const { name } = entry;
    if (name === '.git') continue;
    const isFolder = entry.isDirectory();
    const absolute = prefix + name;
    const shown = folder.shown + name;
    if (rules && ground?.ignoring && isIgnored(rules, path + name, name, isFolder)) {
      const slash = isFolder ? '/' : '';
      ground.ignored.push({ path: path + name + slash, absolute: absolute + slash, shown: shown + slash });
    } else if (isFolder) {
      stack.push({ absolute, shown: `${shown}/`, path: `${path}${name}/`, ground, rules });
    } else if (!entry.isFile()) {
      visitor.skipped(shown, entry.isSymbolicLink() ? 'symbolic link' : NOT_A_FILE);
    } else {
      const attribute = rules && skippingAttribute(rules, path + name, name);
      if (attribute) visitor.skipped(shown, `marked ${attribute}`);
      else visitor.file(absolute, shown);
    }
  }
}

/** Adds to a folder what its own entries say of it; undefined when it is the top of another repository. */
function settle(folder: Folder, entries: readonly Dirent[], grounds: Ground[]): Folder | undefined {
  const has = { git: false, ignore: false, attributes: false };
  for (const { name } of entries) {
    if (!name.startsWith('.git')) continue;
    if (name === '.git') has.git = true;
    else if (name === '.gitignore') has.ignore = true;
    else if (name === '.gitattributes') has.attributes = true;
  }
  let { path, ground, rules } = folder;
  if (has.git && ground?.repository.top !== folder.absolute) {
    const repository = repositoryAt(folder.absolute);
    if (repository && ground) return undefined;
    if (repository) {
      path = '';
      ground = { repository, ignoring: true, ignored: [] };
      grounds.push(ground);
      rules = rulesOfRepository(repository);
    }
  }
  return rules ? { ...folder, path, ground, rules: rulesOfFolder(rules, folder.absolute, path, has) } : folder;
}

/** Passes each file and each reason on once, where named paths lie within each other. */
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
