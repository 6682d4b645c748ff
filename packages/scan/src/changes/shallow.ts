/** Where a clone that has not the whole history is cut off. */

import { readFileSync } from 'node:fs';
import { openable } from '../byte-path.ts';

/**
 * Reads the commits whose parents were not fetched.
 *
 * @param gitFolder - the one that all working trees of the repository share; latin1
 * @returns none when the history is whole
 * @see https://git-scm.com/docs/shallow
 */
export function shallowCommits(gitFolder: string): ReadonlySet<string> {
  try {
    return new Set(readFileSync(openable(`${gitFolder}/shallow`), 'latin1').match(/^[0-9a-f]{40,64}$/gm) ?? []);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return new Set();
    throw error;
  }
}
