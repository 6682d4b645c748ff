/** The repository that a change is looked at in. */

import { ConfigError } from '@leasehold/core';
import { bytePath } from '../byte-path.ts';
import { bareRepositoryAt, type Repository, repositoryAround } from '../repository.ts';
import type { ScanPorts, ScanRequest } from '../scan-request.ts';
import type { Env } from './git-command.ts';

/** What every scan of changes is told. */
export interface ChangesRequest extends ScanRequest {
  /** Files and folders that the scan is limited to; all of the repository when there are none. */
  readonly paths?: readonly string[];
}

/** What a scan of changes needs of the world. */
export interface ChangesPorts extends ScanPorts {
  /** Variables of the process, for git: where the index is, how it connects. */
  readonly env: Env;
}

/**
 * The repository whose working tree the current folder is in.
 *
 * @throws ConfigError `ERR_LINT_REPOSITORY` outside of any
 */
export function repositoryOf(cwd: string): Repository {
  return found(repositoryAround(bytePath(cwd)));
}

/**
 * The repository whose commits are asked for: the bare one that the current folder is, or the one around it.
 *
 * @throws ConfigError `ERR_LINT_REPOSITORY` outside of any
 */
export function repositoryOfCommits(cwd: string): Repository {
  return found(bareRepositoryAt(bytePath(cwd)) ?? repositoryAround(bytePath(cwd)));
}

function found(repository: Repository | undefined): Repository {
  if (repository !== undefined) return repository;
  throw new ConfigError('this folder is in no git repository', {
    code: 'ERR_LINT_REPOSITORY',
    help: 'change into one, or lint files and folders by their names',
  });
}
