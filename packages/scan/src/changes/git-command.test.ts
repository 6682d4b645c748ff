import { describe, expect, test } from 'vitest';
import { testTree } from '../test-tree.ts';
import { newGit } from './git-command.ts';
import { testPorts } from './test-repository.ts';

const { env } = testPorts();

/** What is told when a call fails. */
function failure(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('git as a command', () => {
  test('is told no more of the environment than where the repository is and how to connect', () => {
    using tree = testTree();
    const asked = {
      ...env,
      GIT_EXTERNAL_DIFF: 'x',
      GIT_TRACE: '1',
      GIT_PAGER: 'x',
      GIT_SSH_COMMAND: 'ssh -i key',
      GIT_WORK_TREE: '/w',
    };
    const seen = (gitFolder?: string): string =>
      String(
        newGit({ cwd: tree.root, env: asked, ...(gitFolder === undefined ? {} : { gitFolder }) }).run([
          '-c',
          'alias.seen=!env',
          'seen',
        ]),
      );
    expect(seen()).not.toMatch(/^GIT_(?:EXTERNAL_DIFF|TRACE|PAGER)=/m);
    expect(seen()).toMatch(/^GIT_SSH_COMMAND=ssh -i key$/m);
    expect(seen()).toMatch(/^GIT_WORK_TREE=\/w$/m);
    tree.git('init', '-q', '--bare', 'b.git');
    expect(seen(`${tree.root}/b.git`)).not.toMatch(/^GIT_WORK_TREE=/m);
  });

  test('connects to nothing unless it is asked to, and never by a program that an address names', () => {
    using tree = testTree();
    tree.git('init', '-q');
    const words = (address: string): string[] => ['fetch', address];
    const said = (connects: boolean, address: string): string =>
      failure(() => newGit({ cwd: tree.root, env, connects }).run(words(address)));
    expect(said(false, `file://${tree.root}`)).toContain("transport 'file' not allowed");
    expect(said(true, `file://${tree.root}`)).toContain("couldn't find remote ref HEAD");
    expect(said(true, 'ext::touch%20trapped')).toContain("transport 'ext' not allowed");
  });

  test('shows no credential of an address', () => {
    using tree = testTree();
    tree.git('init', '-q');
    const secret = 'not-to-be-shown';
    const said = failure(() =>
      newGit({ cwd: tree.root, env, connects: true }).run(['fetch', `http://user:${secret}@127.0.0.1:1/x.git`]),
    );
    expect(said).toMatch(/^`git fetch` failed: /);
    expect(said).not.toContain(secret);
  });
});
