/** Repositories as tests of changes need them, with a forge to fetch from. */

import { pathToFileURL } from 'node:url';
import { exampleMaker, ruleById } from '@leasehold/checks';
import { type TestTree, testTree } from '../test-tree.ts';
import type { Env } from './git-command.ts';
import type { ChangesPorts } from './ground.ts';

/** A secret that is made when the test runs. */
export function madeSecret(seed: number): string {
  return ruleById('github-token')?.examples(exampleMaker(seed)).positive[0] as string;
}

/** A working tree with a repository. */
export interface TestRepository extends TestTree {
  /** Writes files, takes out those whose content is null, commits all, and tells the id. */
  commit(files: Readonly<Record<string, string | null>>, message?: string): string;
  /** Commits to the branch that is checked out, one commit after the other. */
  series(commits: readonly Readonly<Record<string, string>>[]): void;
  /** Id of a revision. */
  id(revision?: string): string;
}

/** Makes an empty repository. */
export function testRepository(...words: readonly string[]): TestRepository {
  const tree = testTree();
  tree.git('init', ...words);
  const id = (revision = 'HEAD'): string => tree.git('rev-parse', '--verify', revision).trim();
  return {
    ...tree,
    id,
    series(commits) {
      const branch = tree.git('symbolic-ref', 'HEAD').trim();
      const stream = commits.map((files, at) => {
        const from = at > 0 || tree.git('for-each-ref', branch) === '' ? '' : `from ${branch}^0\n`;
        const changes = Object.entries(files).map(([path, content]) => `M 100644 inline ${path}\n${data(content)}`);
        return `commit ${branch}\ncommitter a <a@example.com> ${at} +0000\n${data('change')}${from}${changes.join('')}\n`;
      });
      tree.write({ '.git/stream': stream.join('') });
      tree.git('-c', 'alias.import=!git fast-import --quiet < .git/stream', 'import');
      tree.git('reset', '-q', '--hard');
    },
    commit(files, message = 'change') {
      const kept = Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null);
      tree.write(Object.fromEntries(kept));
      for (const [path, content] of Object.entries(files)) if (content === null) tree.git('rm', '-q', '--', path);
      const paths = kept.map(([path]) => path);
      if (paths.length > 0) tree.git('add', '-f', '--', ...paths);
      tree.git('commit', '-q', '--allow-empty', '-m', message);
      return id();
    },
  };
}

/** Variables of a process in which nobody's own configuration has a part. */
export function testPorts(more: Env = {}): ChangesPorts {
  // biome-ignore lint/style/noProcessEnv: git must be found where it is.
  const { PATH } = process.env;
  return { now: () => 0, env: { PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...more } };
}

/** Makes a checkout of one commit without what came before, as a step of a workflow does. */
export function shallowCheckout(server: TestRepository, revision: string): TestRepository {
  const checkout = testRepository();
  const id = server.id(revision);
  server.git('update-ref', 'refs/heads/to-check-out', id);
  checkout.git('remote', 'add', 'origin', String(pathToFileURL(server.root)));
  checkout.git('fetch', '-q', '--no-tags', '--depth=1', 'origin', '+refs/heads/to-check-out:refs/remotes/origin/here');
  server.git('update-ref', '-d', 'refs/heads/to-check-out');
  checkout.git('checkout', '-q', '--detach', id);
  return checkout;
}

function data(content: string): string {
  return `data ${Buffer.byteLength(content)}\n${content}\n`;
}
