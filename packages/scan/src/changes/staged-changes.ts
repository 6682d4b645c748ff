/** Lists what is staged: by its own reading, and by git where the repository is of a form that is not read here. */

import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { parseCommit, readRef } from '@leasehold/git';
import { openable, readable } from '../byte-path.ts';
import { openGitIndex } from '../git-index.ts';
import type { Repository } from '../repository.ts';
import type { Env, Git } from './git-command.ts';
import type { Objects } from './objects.ts';
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

/** Variables by which parts of the repository lie elsewhere. */
const ELSEWHERE = ['GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES'] as const;

/**
 * Lists how the index differs from the last commit.
 *
 * @throws UpstreamError `ERR_LINT_GIT` when git is needed and fails
 */
export function listStaged(ground: StagedGround): readonly ChangingCommit[] {
  const changes = ownReading(ground);
  if (changes === undefined) return readRawOutput(ground.git.run(['diff', '--cached', ...RAW_WORDS]));
  return changes.length === 0 ? [] : [{ id: '', changes }];
}

function ownReading({ repository, cwd, env, objects }: StagedGround): readonly Change[] | undefined {
  const top = readable(repository.top);
  const gitFolder = readable(repository.gitFolder);
  if (ELSEWHERE.some((name) => env[name] !== undefined)) return undefined;
  if (env.GIT_DIR !== undefined && resolve(cwd, env.GIT_DIR) !== resolve(gitFolder)) return undefined;
  const named = env.GIT_INDEX_FILE;
  // What is not absolute counts from where git goes to.
  if (named !== undefined && !isAbsolute(named) && cwd !== top) return undefined;
  const head = readRef(gitFolder, 'HEAD');
  const bytes = head && indexAt(named === undefined ? openable(`${repository.gitFolder}/index`) : resolve(top, named));
  const index = bytes && openGitIndex(bytes, head.idLength);
  if (index === undefined || head === undefined) return undefined;
  if (head.id === undefined) return compareWithTree(index, undefined, objects.read);
  const commit = objects.read(head.id);
  const tree = commit && parseCommit(commit)?.tree;
  return tree === undefined ? undefined : compareWithTree(index, tree, objects.read);
}

/** Undefined when there is none, or it cannot be read: git knows better what that means. */
function indexAt(path: string | Buffer): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
