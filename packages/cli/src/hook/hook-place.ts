/** Where git looks for the hooks of a repository, as git itself says it. */

import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ConfigError } from '@leasehold/core';

/** The place of the hook. */
export interface HookPlace {
  /** Top of the working tree, absolute. */
  readonly top: string;
  /** Of the hook, absolute. */
  readonly file: string;
  /** Whether `core.hooksPath` stands in the settings of the user or the machine, so that the folder is that of every repository. */
  readonly everywhere: boolean;
}

/**
 * Asks git.
 *
 * @param cwd - somewhere in the working tree
 * @throws ConfigError `ERR_HOOK_REPOSITORY` when there is no repository with a working tree, or no git
 */
export function hookPlace(cwd: string): HookPlace {
  if (ask(cwd, 'rev-parse', '--is-inside-work-tree') !== 'true') {
    throw new ConfigError('there is no working tree here, so that nothing is committed here', {
      code: 'ERR_HOOK_REPOSITORY',
      help: 'call it in a folder of the working tree; a bare repository has none',
    });
  }
  const top = ask(cwd, 'rev-parse', '--show-toplevel');
  // From the top, since a relative `core.hooksPath` counts from there.
  const folder = resolve(top, ask(top, 'rev-parse', '--git-path', 'hooks'));
  return { top, file: join(folder, 'pre-commit'), everywhere: isSetEverywhere(top) };
}

function isSetEverywhere(top: string): boolean {
  try {
    return /^(?:global|system)\s/.test(run(top, 'config', '--show-scope', '--get', 'core.hooksPath'));
  } catch {
    return false;
  }
}

function ask(cwd: string, ...words: readonly string[]): string {
  try {
    return run(cwd, ...words).replace(/\r?\n$/, '');
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ConfigError(missing ? 'there is no git here' : 'git knows no repository here', {
      code: 'ERR_HOOK_REPOSITORY',
      help: missing ? 'install git, or add its folder to `PATH`' : 'call it in a folder of the repository',
      cause,
    });
  }
}

function run(cwd: string, ...words: readonly string[]): string {
  return execFileSync('git', words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
