/** The files that ignored secrets stood in: as they are now, or as they were in a commit. */

import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Env, type Git, newGit } from '../changes/git-command.ts';
import type { IgnoredSecret } from './ignored-secret.ts';

/** Larger ones hold data. */
const LARGEST = 64 << 20;

/** Reads files of one repository. */
export type OldFiles = (secret: Pick<IgnoredSecret, 'path' | 'commit'>) => Uint8Array | undefined;

/**
 * Opens the files.
 *
 * Nothing outside of the folder is read, whatever an entry says. A commit that is not here, as in a shallow clone, leaves the file as it is now.
 *
 * @param top - of the repository, or a folder outside of any; absolute, with links followed
 * @param env - the variables that git gets
 */
export function oldFiles(top: string, env: Env): OldFiles {
  const git = newGit({ cwd: top, env });
  return ({ path, commit }) => (commit === undefined ? undefined : committed(git, commit, path)) ?? present(top, path);
}

function committed(git: Git, commit: string, path: string): Uint8Array | undefined {
  try {
    // The commit is hex, so that the word can be no option.
    return git.run(['cat-file', 'blob', `${commit}:${path.replace(/^(?:\.?\/)+/, '')}`]);
  } catch {
    return undefined;
  }
}

function present(top: string, path: string): Uint8Array | undefined {
  const file = join(top, path);
  try {
    const real = realpathSync.native(file);
    if (!real.startsWith(top.endsWith(sep) ? top : top + sep)) return undefined;
    const found = lstatSync(real);
    return found.isFile() && found.size <= LARGEST ? readFileSync(real) : undefined;
  } catch {
    return undefined;
  }
}
