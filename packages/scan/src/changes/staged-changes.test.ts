import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newGit } from './git-command.ts';
import { repositoryOf } from './ground.ts';
import { openRepositoryObjects } from './objects.ts';
import { type ChangingCommit, RAW_WORDS, readRawOutput } from './raw-output.ts';
import { listStaged } from './staged-changes.ts';
import { type TestRepository, testPorts, testRepository } from './test-repository.ts';

const { env } = testPorts();
const NOWHERE = { ...env, PATH: '/nowhere' };
const RUNS = Number(process.env.STAGED_RUNS ?? 12);

function own(repository: TestRepository, variables = NOWHERE, cwd = repository.root): readonly ChangingCommit[] {
  const found = repositoryOf(cwd);
  const git = newGit({ cwd, env: variables });
  const objects = openRepositoryObjects(found.commonFolder, git);
  return listStaged({ repository: found, cwd, env: variables, git, objects });
}

function byGit(repository: TestRepository, cwd = repository.root): readonly ChangingCommit[] {
  return readRawOutput(newGit({ cwd, env }).run(['diff', '--cached', ...RAW_WORDS]));
}

const PATHS = ['a', 'a-b', 'a.b', 'a/b', 'a/b/c', 'a/c', 'a0', 'b/a/c', 'b/a/d', 'b/b', 'é/ü', 'z z'];
const MODES = ['100644', '100755', '120000', '160000'];

/** Entries of one index: at each path nothing, a file, a conflict, or what is only meant to be added. */
const entries = fc.uniqueArray(
  fc.record({
    path: fc.constantFrom(...PATHS),
    mode: fc.constantFrom(...MODES),
    content: fc.nat({ max: 3 }),
    kind: fc.constantFrom('file', 'file', 'file', 'file', 'conflict', 'intended'),
  }),
  { selector: ({ path }) => path, maxLength: PATHS.length },
);

type Entry = typeof entries extends fc.Arbitrary<(infer One)[]> ? One : never;

function lines(wanted: readonly Entry[], ids: readonly string[], conflicts: boolean): string {
  return wanted
    .filter(({ kind }) => kind !== 'intended')
    .flatMap(({ path, mode, content, kind }) =>
      (conflicts && kind === 'conflict' ? [1, 2, 3] : [0]).map((stage) => `${mode} ${ids[content]} ${stage}\t${path}\n`),
    )
    .join('');
}

/** Puts entries into the index, which is made empty before. */
function fill(repository: TestRepository, text: string, empty: boolean): void {
  writeFileSync(join(repository.root, '.git/lines'), text);
  if (empty) repository.git('read-tree', '--empty');
  repository.git('-c', 'alias.fill=!git update-index --index-info < .git/lines', 'fill');
}

describe('what is staged', () => {
  test('is to our own reading what it is to git, whatever was and is there', () => {
    using repository = testRepository();
    const ids = [0, 1, 2, 3].map((content) => {
      repository.write({ blob: `${content}` });
      return repository.git('hash-object', '-w', 'blob').trim();
    });
    mkdirSync(join(repository.root, 'meant'));
    repository.write({ 'meant/a': 'x' });
    fc.assert(
      fc.property(entries, entries, fc.boolean(), fc.constantFrom(2, 4), (before, after, empty, version) => {
        fill(repository, lines(before, ids, false), true);
        repository.git('commit', '-q', '--allow-empty', '-m', 'before');
        fill(repository, lines(after, ids, true), empty);
        if (after.some(({ kind }) => kind === 'intended')) repository.git('add', '-N', 'meant/a');
        repository.git('update-index', '--index-version', String(version));
        expect(own(repository)).toEqual(byGit(repository));
      }),
      { numRuns: RUNS },
    );
  });

  test.each([
    ['a branch that is packed', (repository: TestRepository) => repository.git('pack-refs', '--all')],
    ['a head that is no branch', (repository: TestRepository) => repository.git('checkout', '-q', '--detach')],
    ['a branch without commits', (repository: TestRepository) => repository.git('checkout', '-q', '--orphan', 'new')],
    ['trees that no index remembers', (repository: TestRepository) => repository.git('read-tree', 'HEAD')],
    ['nothing staged', (repository: TestRepository) => repository.git('reset', '-q')],
  ])('is read without git from %s', (_what, prepare) => {
    using repository = testRepository();
    repository.commit({ 'a/b.txt': 'x', 'a/c/d.txt': 'y', 'e.txt': 'z' });
    repository.write({ 'a/c/d.txt': 'changed', 'a/new.txt': 'n' });
    prepare(repository);
    repository.git('rm', '-q', '--cached', 'e.txt');
    repository.git('add', 'a');
    expect(own(repository)).toEqual(byGit(repository));
  });

  test('is read without git in a linked working tree, to which a hook is told the folders', () => {
    using repository = testRepository('--object-format=sha256');
    repository.commit({ 'a.txt': 'x' });
    repository.git('worktree', 'add', '-q', 'linked', '-b', 'side');
    repository.write({ 'linked/b.txt': 'y' });
    repository.git('-C', 'linked', 'add', '.');
    const cwd = join(repository.root, 'linked');
    const GIT_DIR = repository.git('-C', 'linked', 'rev-parse', '--absolute-git-dir').trim();
    const variables = { ...NOWHERE, GIT_DIR, GIT_INDEX_FILE: join(GIT_DIR, 'index') };
    expect(own(repository, variables, cwd)).toEqual(byGit(repository, cwd));
  });

  test.each([
    ['an index in two parts', {}, ['update-index', '--split-index']],
    ['an index whose path counts from elsewhere', { GIT_INDEX_FILE: '.git/index' }, ['status']],
    ['another repository', { GIT_DIR: '/nowhere' }, ['status']],
    ['objects that are kept elsewhere', { GIT_OBJECT_DIRECTORY: '/nowhere' }, ['status']],
    ['a head that cannot be read', {}, ['symbolic-ref', 'HEAD', 'refs/heads/a@b']],
  ])('is told by git for %s', (what, variables, words) => {
    using repository = testRepository();
    repository.commit({ 'a.txt': 'x', 'b/c.txt': 'x' });
    repository.git(...words);
    if (what.startsWith('a head')) writeFileSync(join(repository.root, '.git/HEAD'), 'ref: ../HEAD\n');
    expect(() => own(repository, { ...NOWHERE, ...variables }, join(repository.root, 'b'))).toThrowCode('ERR_LINT_GIT');
  });
});
