/** The hook as git runs it: installed where git looks for it, stopping a commit, and gone again without a trace. */

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { madeSecret } from '../lint/test-tree.ts';
import { called, type SpawnedResult } from '../spawned.ts';
import { HOOK_SCRIPT, hookOrigin, KEPT_SUFFIX } from './hook-script.ts';

// Each waits for other processes, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const SETTINGS = ['user.name=a', 'user.email=a@example.com', 'commit.gpgSign=false'].flatMap((setting) => ['-c', setting]);

const home = process.cwd();
const before = { ...process.env };
let root = '';
let bin = '';

/** Stands for the command on the path: writes down its words, and finds what has `SECRET` in it. */
const COMMAND = `#!/bin/sh
echo "$@" >> "$RECORD"
if grep -q SECRET file; then exit 1; fi
`;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'leasehold hook ')));
  bin = join(root, 'bin of mine');
  mkdirSync(bin);
  writeFileSync(join(bin, 'leasehold'), COMMAND, { mode: 0o755 });
  process.env = {
    ...before,
    PATH: `${bin}:${before.PATH}`,
    HOME: root,
    GIT_CONFIG_NOSYSTEM: '1',
    RECORD: join(root, 'record'),
  };
  delete process.env.GIT_DIR;
  delete process.env.GIT_INDEX_FILE;
  enter(made('repository'));
});
afterEach(() => {
  process.chdir(home);
  process.env = { ...before };
  rmSync(root, { recursive: true, force: true });
});

/** A new repository. */
function made(name: string, ...words: readonly string[]): string {
  const folder = join(root, name);
  execFileSync('git', ['init', '-q', ...words, folder]);
  return folder;
}
const enter = (folder: string): void => process.chdir(folder);
const git = (...words: readonly string[]): string =>
  execFileSync('git', [...SETTINGS, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const install = (...words: readonly string[]): Promise<SpawnedResult> => called(['hook', 'install', ...words]);
const recorded = (): string => (existsSync(join(root, 'record')) ? readFileSync(join(root, 'record'), 'utf8') : '');

/** Stages a file and commits; the exit code of git. */
function commit(content: string, ...words: readonly string[]): number | null {
  writeFileSync('file', content);
  git('add', 'file');
  return spawnSync('git', [...SETTINGS, 'commit', '-qm', 'x', ...words], { encoding: 'utf8' }).status;
}

describe('hook install', () => {
  it('stops a commit with a secret, and lets others pass', async () => {
    expect(await install()).toMatchObject({ code: 0, out: expect.stringContaining('installed') as string, err: '' });
    expect(commit('fine')).toBe(0);
    expect(commit('SECRET')).toBe(1);
    expect(commit('SECRET', '--no-verify')).toBe(0);
    expect(recorded()).toBe('lint --staged\nlint --staged\n');
  });

  it('runs lint itself on what is to be committed, also when that is not all that is staged', async () => {
    const main = fileURLToPath(new URL('../main.ts', import.meta.url));
    writeFileSync(join(bin, 'leasehold'), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`, { mode: 0o755 });
    const secret = madeSecret('github-token');
    writeFileSync('other', 'fine');
    git('add', 'other');
    git('commit', '-qm', 'x');
    await install();
    writeFileSync('other', `token = ${secret}`);
    const tried = spawnSync('git', [...SETTINGS, 'commit', '-qam', 'x'], { encoding: 'utf8' });
    expect([tried.status, tried.stdout + tried.stderr]).toEqual([1, expect.stringContaining('other:1:9')]);
    expect(tried.stdout + tried.stderr).not.toContain(secret);
    expect(git('status', '--porcelain')).toBe(' M other\n');
  });

  it('changes nothing when it is called again', async () => {
    await install();
    expect((await install()).out).toContain('there already');
    expect(readFileSync('.git/hooks/pre-commit', 'utf8')).toBe(HOOK_SCRIPT);
  });

  it('renews a hook of another version, and one with other ends of lines', async () => {
    await install();
    const body = 'exec leasehold lint --staged\n';
    const older = `#!/bin/sh\n# leasehold-hook ${createHash('sha256').update(body).digest('hex').slice(0, 16)}\n${body}`;
    for (const text of [older, HOOK_SCRIPT.replaceAll('\n', '\r\n')]) {
      writeFileSync('.git/hooks/pre-commit', text);
      expect(hookOrigin(text)).toBe('ours');
      expect((await install()).out).toContain('renewed');
      expect(readFileSync('.git/hooks/pre-commit', 'utf8')).toBe(HOOK_SCRIPT);
    }
  });

  it('finds the command of the repository before that on the path', async () => {
    await install();
    mkdirSync('node_modules/.bin', { recursive: true });
    writeFileSync('node_modules/.bin/leasehold', '#!/bin/sh\necho own >> "$RECORD"\n', { mode: 0o755 });
    expect(commit('SECRET')).toBe(0);
    expect(recorded()).toBe('own\n');
  });

  it('stops the commit when there is no command to run', async () => {
    await install();
    // Only what git and the hook themselves need.
    rmSync(join(bin, 'leasehold'));
    for (const name of ['git', 'sh'])
      symlinkSync(execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim(), join(bin, name));
    process.env.PATH = bin;
    writeFileSync('file', 'fine');
    git('add', 'file');
    const { status, stderr } = spawnSync('git', [...SETTINGS, 'commit', '-qm', 'x'], { encoding: 'utf8' });
    expect(stderr).toContain('leasehold: not found, so that this commit was not looked at');
    expect(status).toBe(1);
  });

  it('keeps a hook that is there, unless it is told to let it run first', async () => {
    const foreign = '#!/bin/sh\necho "foreign $#" >> "$RECORD"\nif [ -e stop ]; then exit 7; fi\n';
    writeFileSync('.git/hooks/pre-commit', foreign, { mode: 0o755 });
    const { code, err } = await install();
    expect([code, err]).toEqual([2, expect.stringContaining('there is a hook at `')]);
    expect(readFileSync('.git/hooks/pre-commit', 'utf8')).toBe(foreign);
    expect((await install('--force')).out).toContain(KEPT_SUFFIX);
    expect(commit('fine')).toBe(0);
    expect(recorded()).toBe('foreign 0\nlint --staged\n');
    writeFileSync('stop', '');
    expect(commit('finer')).toBe(1);
    expect((await install('--uninstall')).out).toContain('is back');
    expect(readFileSync('.git/hooks/pre-commit', 'utf8')).toBe(foreign);
    expect(existsSync(`.git/hooks/pre-commit${KEPT_SUFFIX}`)).toBe(false);
  });

  it('overwrites no hook that was kept before', async () => {
    writeFileSync('.git/hooks/pre-commit', 'mine');
    writeFileSync(`.git/hooks/pre-commit${KEPT_SUFFIX}`, 'older');
    expect(await install('--force')).toMatchObject({ code: 2, err: expect.stringContaining('ERR_HOOK_KEPT') as string });
    expect(readFileSync('.git/hooks/pre-commit', 'utf8')).toBe('mine');
  });

  it('follows core.hooksPath, from a folder below the top too', async () => {
    git('config', 'core.hooksPath', 'my hooks');
    mkdirSync('deep/er', { recursive: true });
    enter('deep/er');
    expect((await install()).code).toBe(0);
    enter('../..');
    expect(existsSync('my hooks/pre-commit')).toBe(true);
    expect(existsSync('.git/hooks/pre-commit')).toBe(false);
    expect(commit('SECRET')).toBe(1);
  });

  it('writes to a folder of all repositories only when it is told to', async () => {
    git('config', '--global', 'core.hooksPath', join(root, 'everywhere'));
    expect(await install()).toMatchObject({ code: 2, err: expect.stringContaining('ERR_HOOK_EVERYWHERE') as string });
    expect(existsSync(join(root, 'everywhere'))).toBe(false);
    expect((await install('--force')).code).toBe(0);
    expect(commit('SECRET')).toBe(1);
  });

  it('works from a linked working tree, for all of them', async () => {
    commit('fine');
    git('worktree', 'add', '-q', '../linked');
    enter('../linked');
    expect((await install()).code).toBe(0);
    expect(commit('SECRET')).toBe(1);
    enter('../repository');
    expect(commit('SECRET')).toBe(1);
  });

  it.each([
    ['in a bare repository', () => made('bare.git', '--bare'), 'no working tree'],
    ['outside of any', () => root, 'git knows no repository here'],
  ])('is refused %s', async (_where, folder, message) => {
    enter(folder());
    expect(await install()).toMatchObject({ code: 2, err: expect.stringContaining(message) as string });
  });

  it.each([
    ['.pre-commit-config.yaml', '- id: leasehold-lint'],
    ['.husky/pre-commit', 'npx --no-install leasehold lint --staged'],
    ['.lefthook.yml', 'run: npx --no-install leasehold lint --staged'],
  ])('writes nothing beside %s, and says what to add', async (file, line) => {
    mkdirSync('.husky');
    writeFileSync(file, '');
    if (!file.startsWith('.husky')) rmSync('.husky', { recursive: true });
    const { code, out, err } = await install();
    expect([code, out, err]).toEqual([2, expect.stringContaining(line), expect.stringContaining('not installed')]);
    expect(existsSync('.git/hooks/pre-commit')).toBe(false);
    expect((await install('--force')).code).toBe(0);
  });
});

describe('hook install --uninstall', () => {
  it('takes away what it wrote', async () => {
    await install();
    expect((await install('--uninstall')).out).toContain('taken away');
    expect(existsSync('.git/hooks/pre-commit')).toBe(false);
    expect((await install('--uninstall')).out).toContain('nothing to take away');
  });

  it('leaves alone what somebody else wrote, or changed', async () => {
    writeFileSync('.git/hooks/pre-commit', 'mine');
    expect((await install('--uninstall')).code).toBe(0);
    expect(readFileSync('.git/hooks/pre-commit', 'utf8')).toBe('mine');
    writeFileSync('.git/hooks/pre-commit', `${HOOK_SCRIPT}echo more\n`);
    expect(await install('--uninstall')).toMatchObject({
      code: 2,
      err: expect.stringContaining('somebody has changed') as string,
    });
    expect((await install('--uninstall', '--force')).code).toBe(0);
    expect(existsSync('.git/hooks/pre-commit')).toBe(false);
  });

  it('takes a link for somebody else’s', async () => {
    writeFileSync('elsewhere', HOOK_SCRIPT);
    chmodSync('elsewhere', 0o755);
    symlinkSync(join(process.cwd(), 'elsewhere'), '.git/hooks/pre-commit');
    expect((await install('--uninstall')).out).toContain('nothing to take away');
    expect(existsSync('elsewhere')).toBe(true);
  });
});
