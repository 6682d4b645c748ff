import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testTree } from '../test-tree.ts';
import { scanStaged } from './scan-staged.ts';
import { madeSecret, type TestRepository, testPorts, testRepository } from './test-repository.ts';

const [A, B] = [madeSecret(1), madeSecret(2)];

/** The places at which something new was found. */
async function staged(
  repository: TestRepository,
  more: { readonly cwd?: string; readonly paths?: readonly string[] } = {},
): Promise<string[]> {
  const report = await scanStaged({ cwd: repository.root, failOn: 'prefixed', ...more }, testPorts());
  return report.findings.map(({ at }) => `${at.path}:${at.line}`);
}

describe('what is staged', () => {
  test('is not known to be clean below a path that is nowhere, unless the change took it away', async () => {
    using repository = testRepository();
    repository.commit({ 'src/a.txt': 'x\n', 'b.txt': 'x\n' });
    repository.git('rm', '-q', 'b.txt');
    const paths = ['src', 'b.txt', 'src/*.txt', 'scr', '../elsewhere'];
    const { skipped } = await scanStaged({ cwd: repository.root, failOn: 'prefixed', paths }, testPorts());
    expect(skipped).toEqual([
      { path: '../elsewhere', reason: 'unreadable: outside of the repository' },
      { path: 'scr', reason: 'unreadable: not there' },
      { path: 'src/*.txt', reason: 'unreadable: not there' },
    ]);
  });

  test('is all of it before the first commit', async () => {
    using repository = testRepository();
    repository.write({ 'a.txt': `x\n${A}\n`, 'b.txt': `${B}\n` });
    repository.git('add', 'a.txt');
    expect(await staged(repository)).toEqual(['a.txt:2']);
  });

  test('is the version of the index and not that of the folder', async () => {
    using repository = testRepository();
    repository.commit({ 'a.txt': 'x\n' });
    repository.write({ 'a.txt': `${A}\n` });
    repository.git('add', 'a.txt');
    repository.write({ 'a.txt': 'clean again\n' });
    expect(await staged(repository)).toEqual(['a.txt:1']);
    repository.git('add', 'a.txt');
    repository.write({ 'a.txt': `${B}\n` });
    expect(await staged(repository)).toEqual([]);
  });

  test('is not told again where its line moved or its file was renamed, and what is new beside it is', async () => {
    using repository = testRepository();
    repository.commit({ 'a.txt': `${A}\n` });
    repository.write({ 'a.txt': `one\ntwo\n  ${A}\n` });
    repository.git('add', '.');
    expect(await staged(repository)).toEqual([]);
    repository.write({ 'a.txt': `one\n${A}\n${B}\n` });
    repository.git('mv', 'a.txt', 'b.txt');
    repository.git('add', '.');
    expect(await staged(repository)).toEqual(['b.txt:3']);
  });

  test('is new where a known secret is copied to', async () => {
    using repository = testRepository();
    repository.commit({ 'a.txt': `${A}\n` });
    repository.write({ 'copy.txt': `${A}\n` });
    repository.git('add', '.');
    expect(await staged(repository)).toEqual(['copy.txt:1']);
  });

  test('of a merge is what none of its parents has', async () => {
    using repository = testRepository();
    repository.commit({ 'a.txt': 'x\n', 'both.txt': 'one\n' });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit({ 'side.txt': `${A}\n`, 'both.txt': `${A}\ntwo\n` });
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'both.txt': 'three\n' });
    expect(() => repository.git('merge', 'side')).toThrow();
    repository.write({ 'both.txt': `three\n${A}\n`, 'new.txt': `${A}\n` });
    repository.git('add', '.');
    expect(await staged(repository)).toEqual(['new.txt:1']);
    repository.write({ 'both.txt': `three\n${A}\n${B}\n`, 'side.txt': `${A}\n${B}\n` });
    repository.git('add', '.');
    expect(await staged(repository)).toEqual(['both.txt:3', 'new.txt:1', 'side.txt:2']);
    // Nothing is merged any more, and all that is staged is new to the only parent.
    repository.git('merge', '--quit');
    expect(await staged(repository)).toEqual(['both.txt:2', 'both.txt:3', 'new.txt:1', 'side.txt:1', 'side.txt:2']);
  });

  test('fails where a comment that allowed it was taken away', async () => {
    using repository = testRepository();
    repository.commit({ 'a.txt': `${A} # leasehold:allow github-token -- a fixture\n` });
    repository.write({ 'a.txt': `${A}\n` });
    repository.git('add', '.');
    expect(await staged(repository)).toEqual(['a.txt:1']);
  });

  test('is that of the index which git names to its hooks', async () => {
    using repository = testRepository();
    repository.commit({ 'a.txt': 'x\n' });
    repository.write({ 'a.txt': `${A}\n` });
    const ports = testPorts({ GIT_INDEX_FILE: join(repository.root, '.git', 'index') });
    repository.git('add', '.');
    repository.git('update-index', '--cacheinfo', `100644,${repository.id('HEAD:a.txt')},a.txt`);
    expect((await scanStaged({ cwd: repository.root, failOn: 'prefixed' }, ports)).findings).toEqual([]);
  });

  test('leaves out links, submodules, conflicts, and what is only meant to be added', async () => {
    using repository = testRepository();
    const base = repository.commit({ 'c.txt': 'x\n' });
    repository.git('checkout', '-q', '-b', 'other');
    repository.commit({ 'c.txt': `${A}\n` });
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'c.txt': `${B}\n` });
    expect(() => repository.git('merge', 'other')).toThrow();
    symlinkSync(A, join(repository.root, 'link'));
    repository.git('add', 'link');
    repository.git('update-index', '--add', '--cacheinfo', `160000,${base},module`);
    repository.write({ 'later.txt': `${A}\n` });
    repository.git('add', '--intent-to-add', 'later.txt');
    const report = await scanStaged({ cwd: repository.root, failOn: 'prefixed' }, testPorts());
    expect(report.findings).toEqual([]);
    expect(report.skipped).toEqual([
      { path: 'c.txt', reason: 'in conflict' },
      { path: 'link', reason: 'symbolic link' },
      { path: 'module', reason: 'another repository' },
    ]);
  });

  test('can be limited to paths, which count from the current folder as those of the report do', async () => {
    using repository = testRepository();
    repository.write({ 'one/a.txt': A, 'two/b.txt': B, 'two/wéb/c.txt': A });
    repository.git('add', '.');
    const cwd = join(repository.root, 'two');
    expect(await staged(repository, { cwd })).toEqual(['../one/a.txt:1', 'b.txt:1', 'wéb/c.txt:1']);
    expect(await staged(repository, { cwd, paths: ['wéb', 'gone'] })).toEqual(['wéb/c.txt:1']);
    expect(await staged(repository, { paths: ['one/a.txt'] })).toEqual(['one/a.txt:1']);
  });

  test('leaves out what nobody wrote by hand, and says so, unless it is named', async () => {
    using repository = testRepository();
    repository.write({ 'gen/a.txt': A, 'gen/b.txt': 'x', 'gen/.gitattributes': '*.txt linguist-generated\n' });
    repository.git('add', '.');
    const report = await scanStaged({ cwd: repository.root, failOn: 'prefixed' }, testPorts());
    expect(report.findings).toEqual([]);
    expect(report.skipped).toEqual([{ path: 'gen/a.txt', reason: 'marked linguist-generated' }]);
    expect(await staged(repository, { paths: ['gen/a.txt'] })).toEqual(['gen/a.txt:1']);
  });

  test('is read in a linked working tree, with SHA-256, and whatever the user has set', async () => {
    using repository = testRepository('--object-format=sha256');
    repository.commit({ 'a.txt': 'x\n' });
    for (const setting of [
      'color.ui=always',
      'diff.renames=copies',
      'diff.noprefix=true',
      'diff.relative=true',
      'core.quotePath=true',
    ])
      repository.git('config', ...(setting.split('=') as [string, string]));
    repository.git('worktree', 'add', '-q', 'linked', '-b', 'side');
    repository.write({ 'linked/new\nline.txt': `${A}\n` });
    repository.git('-C', 'linked', 'add', '.');
    expect(await staged(repository, { cwd: join(repository.root, 'linked') })).toEqual(['new\nline.txt:1']);
  });

  test('does not exist outside of a repository', async () => {
    using tree = testTree();
    await expect(scanStaged({ cwd: tree.root, failOn: 'prefixed' }, testPorts())).rejects.toThrowCode('ERR_LINT_REPOSITORY');
    // Where there is no working tree, nothing is staged, which is not the same as clean.
    tree.git('init', '-q', '--bare', 'bare.git');
    const cwd = join(tree.root, 'bare.git');
    await expect(scanStaged({ cwd, failOn: 'prefixed' }, testPorts())).rejects.toThrowCode('ERR_LINT_REPOSITORY');
  });

  test('is told without git, unless the index is of a form that only git reads', async () => {
    using repository = testRepository();
    repository.commit({ 'a.txt': 'x\n' });
    repository.write({ 'a.txt': `${A}\n` });
    repository.git('add', '.');
    const scan = async (): Promise<number> =>
      (await scanStaged({ cwd: repository.root, failOn: 'prefixed' }, testPorts({ PATH: '/nowhere' }))).findings.length;
    expect(await scan()).toBe(1);
    repository.git('update-index', '--split-index');
    await expect(scan()).rejects.toThrowCode('ERR_LINT_GIT');
    expect(await staged(repository)).toEqual(['a.txt:1']);
  });
});
