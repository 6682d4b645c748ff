/** What stands on a forge when the step runs: a branch, a pull request from a fork, a push, a queue; and the checkouts of jobs. */

import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { madeSecret } from '../../packages/cli/src/lint/test-tree.ts';
import { type GitServer, startGitServer } from './git-server.ts';
import { gitSettings } from './published.ts';

const run = promisify(execFile);

/** Where the step that checks out leaves its credentials, if it leaves any. */
export type Persisted =
  /** In the configuration of the checkout. */
  | 'configuration'
  /** In a file of the runner's that the configuration includes. */
  | 'included file'
  | 'nowhere';

/** Commits by what they are called here. */
export interface Commits {
  /** Of the branch, before and after somebody else pushed to it. */
  readonly base: string;
  readonly later: string;
  /** Of the pull request, and of its merge. */
  readonly head: string;
  readonly merge: string;
  /** What is pushed in place of `pushed`. */
  readonly pushed: string;
  readonly forced: string;
}

/** The forge with one repository. */
export interface Forge extends AsyncDisposable {
  readonly server: GitServer;
  readonly commits: Commits;
  /** In the branch all along, brought and taken out again by the pull request, and pushed. */
  readonly secrets: { readonly old: string; readonly pull: string; readonly push: string };
  /** What only the forge and the job may know. */
  readonly token: string;
  /** Sets an option of the repository on the forge. */
  configure(key: string, value: string): void;
  /** Checks a commit out as `actions/checkout` does: one commit, by its id. */
  checkout(commit: string, ref: string, persisted: Persisted): Promise<string>;
}

/** Builds it; about a second. */
export async function openForge(): Promise<Forge> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'leasehold-forge-')));
  const home = join(root, 'home');
  mkdirSync(home);
  writeFileSync(join(home, '.gitconfig'), gitSettings());
  const env = { PATH: process.env.PATH, HOME: home, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' };
  const git = (folder: string, ...words: readonly string[]): string =>
    execFileSync('git', words, { cwd: join(root, folder), env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

  const [old, pull, push] = [1, 2, 3].map((seed) => madeSecret('github-token', seed)) as [string, string, string];
  mkdirSync(join(root, 'work'));
  mkdirSync(join(root, 'forge'));
  git('work', 'init', '--quiet');
  const commit = (files: Readonly<Record<string, string>>): string => {
    for (const [path, content] of Object.entries(files)) writeFileSync(join(root, 'work', path), content);
    git('work', 'add', '.');
    git('work', 'commit', '--quiet', '--message', 'change');
    return git('work', 'rev-parse', 'HEAD');
  };
  for (let at = 0; at < 20; at++) commit({ 'story.txt': `chapter ${at}\n` });
  const base = commit({ 'old.env': `TOKEN=${old}\n` });
  git('work', 'switch', '--quiet', '--create', 'fix');
  commit({ 'new.env': `TOKEN=${pull}\n` });
  const head = commit({ 'new.env': 'TOKEN=\n', 'old.env': `# moved\nTOKEN=${old}\n` });
  git('work', 'switch', '--quiet', 'main');
  const later = commit({ 'other.txt': 'meanwhile\n' });
  git('work', 'switch', '--quiet', '--detach');
  git('work', 'merge', '--quiet', '--no-edit', 'fix');
  const merge = git('work', 'rev-parse', 'HEAD');
  git('work', 'switch', '--quiet', '--create', 'topic', later);
  const pushed = commit({ 'topic.txt': 'first\n' });
  git('work', 'reset', '--quiet', '--hard', later);
  const forced = commit({ 'topic.env': `TOKEN=${push}\n` });
  git('forge', 'clone', '--quiet', '--bare', join(root, 'work'), 'site.git');
  git('forge/site.git', 'update-ref', 'refs/pull/7/head', head);
  git('forge/site.git', 'update-ref', 'refs/pull/7/merge', merge);
  git('forge/site.git', 'update-ref', 'refs/heads/gh-readonly-queue/main/pr-7', merge);
  git('forge/site.git', 'update-ref', 'refs/heads/topic', forced);
  git('forge/site.git', 'update-ref', '-d', 'refs/heads/fix');

  const token = madeSecret('github-token', 4);
  const authorization = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const server = await startGitServer(join(root, 'forge'), authorization);
  const configure = (key: string, value: string): void => void git('forge/site.git', 'config', key, value);
  configure('uploadpack.allowFilter', 'true');
  configure('uploadpack.allowAnySHA1InWant', 'true');

  let made = 0;
  return {
    server,
    token,
    secrets: { old, pull, push },
    commits: { base, later, head, merge, pushed, forced },
    configure,
    async checkout(id, ref, persisted) {
      const name = `checkout-${++made}`;
      const path = join(root, name);
      // The forge answers from this process, so that none may be waited for while it stands still.
      const beside = (...words: readonly string[]): Promise<unknown> => run('git', words, { cwd: path, env });
      mkdirSync(path);
      git(name, 'init', '--quiet');
      git(name, 'remote', 'add', 'origin', `${server.url}site.git`);
      git(name, 'config', '--local', 'gc.auto', '0');
      const header = [`http.${server.url}.extraheader`, `AUTHORIZATION: ${authorization}`] as const;
      if (persisted === 'included file') {
        const file = join(root, `${name}.config`);
        git('.', 'config', '--file', file, ...header);
        git(name, 'config', '--local', `includeIf.gitdir:${path}/.git.path`, file);
      } else {
        git(name, 'config', '--local', ...header);
      }
      await beside('fetch', '--no-tags', '--prune', '--no-recurse-submodules', '--depth=1', 'origin', `+${id}:${ref}`);
      git(name, 'checkout', '--quiet', '--force', ref);
      if (persisted === 'nowhere') git(name, 'config', '--local', '--unset-all', header[0]);
      return path;
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
