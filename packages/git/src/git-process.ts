/** Asks git for what is in a form that is not read here: a pack of a later version, an index that is broken. */

import { spawnSync } from 'node:child_process';
import { newBatchReader } from './batch-output.ts';
import type { GitObject, Unread } from './git-object.ts';
import type { ObjectStore } from './object-store.ts';

/** What running git takes from its surroundings. */
export interface GitPorts {
  /** Variables of the process; those that git reads are not handed on. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Nothing that the repository's configuration names is to be run, and nothing fetched. */
const SAFE = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** Objects of one process together. */
const TOGETHER = 64 << 20;

/** Ids handed to one process. */
const IDS = 50_000;

const MINUTES = 60_000;

/**
 * Reads objects through `git cat-file`, some 64 MiB at a time.
 *
 * @param ids - in hexadecimal digits
 * @param largest - bytes that an object may have
 * @returns what git has not either, or what is too large; all of it when there is no git
 */
export function readByGit(
  gitFolder: string,
  ids: readonly string[],
  largest: number,
  visit: (id: string, object: GitObject) => void,
  ports: GitPorts,
): readonly Unread[] {
  const missed: Unread[] = [];
  for (let from = 0; from < ids.length; from += IDS) {
    const checked = checkedIds(gitFolder, ids.slice(from, from + IDS), largest, missed, ports);
    for (let at = 0; at < checked.length; ) {
      const together: string[] = [];
      for (let size = 0; at < checked.length; at++) {
        const [id, bytes] = checked[at] as [string, number];
        if (size > 0 && size + bytes > TOGETHER) break;
        size += bytes;
        together.push(id);
      }
      readTogether(gitFolder, together, visit, missed, ports);
    }
  }
  return missed;
}

/**
 * Reads, through git, every object that a store has not: those of packs that it could not open.
 *
 * @returns what git has not either
 */
export function readUnread(
  gitFolder: string,
  store: ObjectStore,
  largest: number,
  visit: (id: string, object: GitObject) => void,
  ports: GitPorts,
): readonly Unread[] {
  const listed = runGit(gitFolder, ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectname)'], '', ports);
  if (typeof listed === 'string') return [{ what: 'git', reason: listed }];
  const known = new Set(store.loose());
  const ids = listed
    .toString('latin1')
    .split('\n')
    .filter(
      (id) => id !== '' && !known.has(id) && !store.packs.some(({ index }) => index.find(Buffer.from(id, 'hex')) !== undefined),
    );
  return readByGit(gitFolder, ids, largest, visit, ports);
}

/** Those that git has, with their sizes. */
function checkedIds(
  gitFolder: string,
  ids: readonly string[],
  largest: number,
  missed: Unread[],
  ports: GitPorts,
): readonly [string, number][] {
  const out = runGit(gitFolder, ['cat-file', '--batch-check'], `${ids.join('\n')}\n`, ports);
  const lines = typeof out === 'string' ? [] : out.toString('latin1').split('\n');
  return ids.flatMap((id, index): [string, number][] => {
    const [, , size] = /^\S+ (commit|tree|blob|tag) (\d+)$/.exec(lines[index] ?? '') ?? [];
    if (size !== undefined && Number(size) <= largest) return [[id, Number(size)]];
    const reason = typeof out === 'string' ? out : size === undefined ? 'the object is not here' : 'the object is too large';
    missed.push({ what: id, reason });
    return [];
  });
}

function readTogether(
  gitFolder: string,
  ids: readonly string[],
  visit: (id: string, object: GitObject) => void,
  missed: Unread[],
  ports: GitPorts,
): void {
  const out = runGit(gitFolder, ['cat-file', '--batch', '--buffer'], `${ids.join('\n')}\n`, ports);
  const left = new Set(ids);
  const read = newBatchReader(Number.POSITIVE_INFINITY, (id, object) => {
    if (object !== undefined && left.delete(id)) visit(id, object);
  });
  if (typeof out !== 'string') read(out);
  const reason = typeof out === 'string' ? out : 'git cannot read the object';
  for (const what of left) missed.push({ what, reason });
}

/** Runs git on a repository; answers what it wrote, or why it did not. */
export function runGit(gitFolder: string, command: readonly string[], input: string, { environment }: GitPorts): Buffer | string {
  const own = Object.entries(environment).filter(([name]) => !name.startsWith('GIT_'));
  const { stdout, error, status } = spawnSync('git', [...SAFE, `--git-dir=${gitFolder}`, ...command], {
    input,
    env: {
      ...Object.fromEntries(own),
      GIT_NO_LAZY_FETCH: '1',
      // What keeps a git from before that variable from fetching: no way to fetch is allowed.
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
    },
    maxBuffer: 2 ** 31 - 1,
    timeout: 10 * MINUTES,
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  // It ended before it had read what it was asked.
  const early = (error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE';
  if (error !== undefined && !early) return `git cannot be run: ${error.message}`;
  return status === 0 || stdout.length > 0 ? stdout : 'git cannot read the repository';
}
