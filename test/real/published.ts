/** This checkout as others get it: a repository with the tag that the documentation names. */

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FILES, ROOT } from '../repository.ts';

/** Where the documentation says that it is. */
const PUBLISHED_AT = 'https://github.com/leasehold/leasehold';
const TAG = 'v1';

/** Settings with which a commit is made on any machine, and by which that address leads to the repository at a path. */
export function gitSettings(published?: string): string {
  const who = '[user]\n\tname = Octo\n\temail = octo@example.com\n[commit]\n\tgpgSign = false\n[init]\n\tdefaultBranch = main\n';
  return published === undefined ? who : `${who}[url "${pathToFileURL(published)}"]\n\tinsteadOf = ${PUBLISHED_AT}\n`;
}

/** Makes the repository in a folder that does not exist yet: all files as they are now, whether they are committed or not. */
export function publish(to: string, env: Readonly<Record<string, string>>): void {
  mkdirSync(to, { recursive: true });
  for (const path of FILES.filter((path) => existsSync(join(ROOT, path)))) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(ROOT, path), join(to, path));
  }
  const git = (...words: readonly string[]): void => {
    execFileSync('git', words, { cwd: to, env, stdio: 'ignore' });
  };
  git('init', '--quiet');
  git('add', '--force', '.');
  git('commit', '--quiet', '--message', TAG);
  git('tag', TAG);
}
