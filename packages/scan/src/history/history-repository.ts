/** The repository whose history is scanned: around a folder, or one that was named, with or without a working tree. */

import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from '@leasehold/core';
import { bytePath, openable, readable } from '../byte-path.ts';
import { bareRepositoryAt, repositoryAround } from '../repository.ts';

/** Where it lies; paths are absolute. */
export interface HistoryRepository {
  /** Where its working tree begins, or its folder when it has none: where its allow list and its rules are looked for. */
  readonly top: string;
  readonly gitFolder: string;
  /** Where `objects/` and `shallow` lie, in latin1: the same folder, except in a linked working tree. */
  readonly commonFolder: string;
}

/**
 * Finds the repository.
 *
 * @param cwd - absolute, with links followed
 * @param named - a folder in a working tree, a bare repository or a `.git` folder; the current folder when it is left out
 * @throws ConfigError `ERR_LINT_REPOSITORY` when there is none; what is no folder is not taken for the repository around it
 */
export function historyRepository(cwd: string, named: string = '.'): HistoryRepository {
  const folder = bytePath(resolve(cwd, named));
  if (!existsSync(openable(folder)) || !statSync(openable(folder)).isDirectory()) {
    throw new ConfigError(`there is no folder at \`${named}\``, {
      code: 'ERR_LINT_REPOSITORY',
      help: 'name a folder that is here; what is elsewhere is to be cloned first',
    });
  }
  const found = bareRepositoryAt(folder) ?? repositoryAround(folder);
  if (found !== undefined) {
    return { top: readable(found.top), gitFolder: readable(found.gitFolder), commonFolder: found.commonFolder };
  }
  throw new ConfigError(
    named === '.' ? 'this folder is in no git repository' : `\`${named}\` is no git repository, and in none`,
    {
      code: 'ERR_LINT_REPOSITORY',
      help: 'name the folder of a repository, with or without a working tree',
    },
  );
}
