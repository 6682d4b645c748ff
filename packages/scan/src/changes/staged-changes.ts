/** Lists what is staged: by its own reading, and by git where the repository is of a form that is not read here. */

import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { parseCommit, readRef } from '@leasehold/git/objects';
import { openable, readable } from '../byte-path.ts';
import { openGitIndex } from '../git-index.ts';
import type { Repository } from '../repository.ts';
import type { Env, Git } from './git-command.ts';
import type { Objects } from './objects.ts';
import { newPathLookup, type PathLookup } from './path-lookup.ts';
import { type Change, type ChangingCommit, RAW_WORDS, readRawOutput } from './raw-output.ts';
import { compareWithTree } from './tree-comparison.ts';

/** Where it is looked for. */
export interface StagedGround {
  readonly repository: Repository;
  /** Absolute, with links followed. */
  readonly cwd: string;
  readonly env: Env;
  readonly git: Git;
  readonly objects: Objects;
}

/** How git writes the mode of a file; whether it can be run plays no part in what it says. */
const FILE = '100644';

/** Variables by which parts of the repository lie elsewhere. */
const ELSEWHERE = ['GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES'] as const;

/**
 * Lists how the index differs from the last commit.
 *
 * @throws UpstreamError `ERR_LINT_GIT` when git is needed and fails
 */
export function listStaged(ground: StagedGround): readonly ChangingCommit[] {
  const changes = ownReading(ground) ?? gitsReading(ground);
  const merged = mergedHeads(ground);
  const own = merged.length === 0 ? changes : changesOfMerge(changes, merged, newPathLookup(ground.objects));
  return own.length === 0 ? [] : [{ id: '', changes: own }];
}

function gitsReading({ git }: StagedGround): readonly Change[] {
  return readRawOutput(git.run(['diff', '--cached', ...RAW_WORDS])).flatMap(({ changes }) => changes);
}

/** The other parents that the next commit will have, while a merge waits for it (git-merge, "MERGE_HEAD"). */
function mergedHeads({ repository, cwd, env }: StagedGround): readonly string[] {
  if (isElsewhere(repository, cwd, env)) return [];
  const text = bytesAt(openable(`${repository.gitFolder}/MERGE_HEAD`))?.toString('latin1') ?? '';
  return text.match(/^[0-9a-f]{40,64}$/gm) ?? [];
}

/** Of a merge only that counts which none of its parents has, since the rest came by other commits. */
function changesOfMerge(changes: readonly Change[], merged: readonly string[], lookup: PathLookup): readonly Change[] {
  return changes.flatMap((change) => {
    const ids = merged.flatMap((commit) => lookup(commit, change.path) ?? []);
    if (change.after !== undefined && ids.includes(change.after.id)) return [];
    return [{ ...change, before: [...change.before, ...ids.map((id) => ({ mode: FILE, id }))] }];
  });
}

function ownReading({ repository, cwd, env, objects }: StagedGround): readonly Change[] | undefined {
  const top = readable(repository.top);
  const gitFolder = readable(repository.gitFolder);
  if (isElsewhere(repository, cwd, env)) return undefined;
  const named = env.GIT_INDEX_FILE;
  // What is not absolute counts from where git goes to.
  if (named !== undefined && !isAbsolute(named) && cwd !== top) return undefined;
  const head = readRef(gitFolder, 'HEAD');
  const bytes = head && bytesAt(named === undefined ? openable(`${repository.gitFolder}/index`) : resolve(top, named));
  const index = bytes && openGitIndex(bytes, head.idLength);
  if (index === undefined || head === undefined) return undefined;
  if (head.id === undefined) return compareWithTree(index, undefined, objects.read);
  const commit = objects.read(head.id);
  const tree = commit && parseCommit(commit)?.tree;
  return tree === undefined ? undefined : compareWithTree(index, tree, objects.read);
}

function isElsewhere({ gitFolder }: Repository, cwd: string, env: Env): boolean {
  if (ELSEWHERE.some((name) => env[name] !== undefined)) return true;
  return env.GIT_DIR !== undefined && resolve(cwd, env.GIT_DIR) !== resolve(readable(gitFolder));
}

/** Undefined when there is none, or it cannot be read: git knows better what that means. */
function bytesAt(path: string | Buffer): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
