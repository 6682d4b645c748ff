/** Refs that are kept in another form than files: git is asked, of any version. */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRefs } from './index.ts';
import { type TestRepository, testRepository } from './test-repository.ts';

/** Older ones refuse the format. */
const [major = 0, minor = 0] = execFileSync('git', ['version'], { encoding: 'utf8' }).match(/\d+/g)?.map(Number) ?? [];
const KNOWS_REFTABLES = major > 2 || minor >= 45;

/** Names the form in the configuration; before version 1 git heeds no extension. */
function name({ git }: TestRepository, form: string): void {
  git('config', 'core.repositoryFormatVersion', '1');
  git('config', 'extensions.refStorage', form);
}

/** Takes the refs of a repository away as `git refs migrate --ref-format=reftable` does, and tells where a git is that finds them all the same. */
function migrate(repository: TestRepository): string {
  const { gitFolder } = repository;
  const twin = `${gitFolder}-twin`;
  cpSync(gitFolder, twin, { recursive: true });
  // Nothing of this git is asked any more, since it may be too old.
  name(repository, 'reftable');
  rmSync(join(gitFolder, 'refs'), { recursive: true });
  rmSync(join(gitFolder, 'packed-refs'), { force: true });
  mkdirSync(join(gitFolder, 'refs'));
  writeFileSync(join(gitFolder, 'refs/heads'), 'this repository uses the reftable format\n');
  writeFileSync(join(gitFolder, 'HEAD'), 'ref: refs/heads/.invalid\n');
  const bin = join(dirname(gitFolder), 'bin');
  const script = `#!/bin/sh\nfor word; do shift; set -- "$@" "$(echo "$word" | sed 's|^--git-dir=.*|--git-dir=${twin}|')"; done\nexec git "$@"\n`;
  mkdirSync(bin);
  writeFileSync(join(bin, 'git'), script.replace('exec git', `PATH='${process.env.PATH}' exec git`), { mode: 0o755 });
  return bin;
}

describe('refs of a reftable', () => {
  it('are what git says that they are', () => {
    using repository = testRepository(KNOWS_REFTABLES ? ['--ref-format=reftable'] : []);
    const { git, gitFolder } = repository;
    git('branch', 'é/deep', 'main~3');
    git('symbolic-ref', 'refs/heads/alias', 'refs/heads/é/deep');
    git('worktree', 'add', '-q', '--detach', '../tree', 'main~2');
    const listed = git('for-each-ref', '--format=%(refname) %(objectname)').trim().split('\n');
    const heads = [`HEAD ${git('rev-parse', 'main').trim()}`, `worktrees/tree/HEAD ${git('rev-parse', 'main~2').trim()}`];
    const path = KNOWS_REFTABLES ? process.env.PATH : [migrate(repository), process.env.PATH].join(delimiter);
    const { refs, unread } = readRefs(gitFolder, { environment: { PATH: path } });
    expect(refs.map(({ name, id }) => `${Buffer.from(name).toString('latin1')} ${id}`)).toEqual([...heads, ...listed]);
    expect(unread).toEqual([]);
  });

  it('are said to be unread where git does not understand them, or is not there', () => {
    using repository = testRepository();
    name(repository, 'another');
    for (const [PATH, reason] of [
      [process.env.PATH, 'git cannot read the repository'],
      ['/nowhere', 'git cannot be run'],
    ]) {
      const { refs, unread } = readRefs(repository.gitFolder, { environment: { PATH } });
      expect(refs).toEqual([]);
      expect(unread).toEqual([{ what: 'refs', reason: expect.stringContaining(reason as string) as string }]);
    }
  });

  it('are read from their files where the format is named and is that of files', () => {
    using repository = testRepository();
    name(repository, 'files');
    expect(readRefs(repository.gitFolder, { environment: { PATH: '/nowhere' } }).refs.map(({ name }) => name)).toContain('HEAD');
  });
});
