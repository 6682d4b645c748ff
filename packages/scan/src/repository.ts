/** The git repository that a folder belongs to, found without running git. */

import { execFileSync } from 'node:child_process';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { bytePath, openable, readable } from './byte-path.ts';
import { readGitIndex } from './git-index.ts';

/** A repository with a working tree; paths are absolute, latin1, without a slash at the end. */
export interface Repository {
  readonly top: string;
  /** Where the index of this working tree lies. */
  readonly gitFolder: string;
  /** Where `config` and `info/` lie: the same, except in a linked working tree. */
  readonly commonFolder: string;
}

/** Opens the repository whose working tree has exactly this folder at its top; undefined when there is none. */
export function repositoryAt(folder: string): Repository | undefined {
  const dotGit = `${folder}/.git`;
  const gitFolder = isFile(`${dotGit}/HEAD`) ? dotGit : linked(folder, textAt(dotGit));
  if (gitFolder === undefined) return undefined;
  const common = textAt(`${gitFolder}/commondir`)?.trim();
  return { top: folder, gitFolder, commonFolder: common === undefined ? gitFolder : from(gitFolder, common) };
}

/** Opens the repository that a folder is itself: a bare one, or a `.git`. */
export function bareRepositoryAt(folder: string): Repository | undefined {
  if (!isFile(`${folder}/HEAD`) || !isFolder(`${folder}/objects`) || !isFolder(`${folder}/refs`)) return undefined;
  const top = folder.endsWith('/.git') ? folder.slice(0, -'/.git'.length) : folder;
  return { top, gitFolder: folder, commonFolder: folder };
}

/** Finds the repository around a folder, going up from it; undefined outside of a repository. */
export function repositoryAround(folder: string): Repository | undefined {
  for (let at = folder; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = repositoryAt(at);
    if (found || !at.includes('/')) return found;
  }
}

/**
 * Tells where the files of Leasehold lie for a folder: at the top of the repository around it, or in the folder itself outside of a repository.
 *
 * @param cwd - absolute, with links resolved, as the system writes it
 * @returns absolute, as people read it
 */
export function topAround(cwd: string): string {
  return readable(repositoryAround(bytePath(cwd))?.top ?? bytePath(cwd));
}

/**
 * Lists the tracked files of a repository; git is run only when its index has a form that is not read here.
 *
 * @returns paths from the top, latin1, in the order of their bytes
 * @throws when the index is not understood and git does not answer
 */
export function trackedFiles(repository: Repository): readonly string[] {
  const index = bytesAt(`${repository.gitFolder}/index`);
  if (index === undefined) return [];
  const sha256 = /^\s*objectformat\s*=\s*sha256\s*$/im.test(textAt(`${repository.commonFolder}/config`) ?? '');
  return readGitIndex(index, sha256 ? 32 : 20) ?? listedByGit(repository);
}

function listedByGit(repository: Repository): readonly string[] {
  // `core.fsmonitor` names a command of the repository's own choosing: it must not run.
  const out = execFileSync('git', ['-c', 'core.fsmonitor=false', 'ls-files', '-z', '--cached', '--stage'], {
    cwd: readable(repository.top),
    encoding: 'latin1',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const regular = out.split('\0').filter((line) => line.startsWith('100'));
  return [...new Set(regular.map((line) => line.slice(line.indexOf('\t') + 1)))];
}

/** The git folder to which the `.git` file of a submodule or of a linked working tree points. */
function linked(folder: string, text: string | undefined): string | undefined {
  const target = /^gitdir: ([^\r\n]+)/.exec(text ?? '')?.[1];
  if (target === undefined) return undefined;
  const gitFolder = from(folder, target);
  return isFile(`${gitFolder}/HEAD`) ? gitFolder : undefined;
}

function from(folder: string, path: string): string {
  const slashed = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  return /^(?:\/|[A-Za-z]:\/)/.test(slashed) ? slashed : `${folder}/${slashed}`;
}

function isFile(path: string): boolean {
  return statusOf(path)?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() ?? false;
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(openable(path), { throwIfNoEntry: false });
  } catch {
    // A symlink loop, a name that is too long, a NUL: nothing that could be read.
    return undefined;
  }
}

function textAt(path: string): string | undefined {
  return bytesAt(path)?.toString('latin1');
}

function bytesAt(path: string): Buffer | undefined {
  try {
    return isFile(path) ? readFileSync(openable(path)) : undefined;
  } catch {
    return undefined;
  }
}
