/** The step on the checkouts that jobs have: of a pull request with nothing but its merge, of a push, of neither. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exampleMaker, ruleById } from '@leasehold/checks';
import { type ActionRun, githubClaims, runAction, secretSearch } from '@leasehold/testkit';
import { afterAll, describe, expect, test } from 'vitest';
import { type Inputs, readInputs } from './inputs.ts';
import { scan } from './scan.ts';

const [A, B] = [1, 2].map((seed) => ruleById('github-token')?.examples(exampleMaker(seed)).positive[0] as string) as [
  string,
  string,
];
const entry = { main: join(import.meta.dirname, 'main.ts') };
const root = realpathSync(mkdtempSync(join(tmpdir(), 'leasehold-checkout-')));
afterAll(() => rmSync(root, { recursive: true }));

const SETTINGS = ['user.name=a', 'user.email=a@example.com', 'init.defaultBranch=main', 'protocol.file.allow=always'];
const OWN = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

function git(folder: string, ...words: readonly string[]): string {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  return execFileSync('git', [...settings, ...words], { cwd: join(root, folder), env: OWN, encoding: 'utf8' }).trim();
}

function commit(files: Readonly<Record<string, string>>): string {
  for (const [path, content] of Object.entries(files)) writeFileSync(join(root, 'server', path), content);
  git('server', 'add', '.');
  git('server', 'commit', '-q', '-m', 'change');
  return git('server', 'rev-parse', 'HEAD');
}

for (const folder of ['server', 'checkout']) {
  mkdirSync(join(root, folder));
  git(folder, 'init', '-q');
}
git('server', 'config', 'uploadpack.allowFilter', 'true');
git('server', 'config', 'uploadpack.allowAnySHA1InWant', 'true');
const base = commit({ 'old.env': `TOKEN=${A}\n` });
commit({ 'new.env': `TOKEN=${B}\n` });
const head = commit({ 'new.env': 'TOKEN=\n', 'old.env': `# moved\nTOKEN=${A}\n` });
git('server', 'update-ref', 'refs/pull/7/head', head);
const FORGE = String(pathToFileURL(join(root, 'server')));
git('checkout', 'remote', 'add', 'origin', FORGE);
git('checkout', 'fetch', '-q', '--no-tags', '--depth=1', 'origin', `+${head}:refs/remotes/pull/7/merge`);
git('checkout', 'checkout', '-q', '--detach', 'refs/remotes/pull/7/merge');

/** What the branches are called is in the hands of whoever opens the pull request. */
const hostile = '$(touch>hostile)`touch>hostile`\'";&|--upload-pack=x';
const pull = { number: 7, commits: 2, head: { sha: head, ref: hostile }, base: { sha: base, ref: hostile } };

function step(event_name: string, event: object): Promise<ActionRun> {
  const claims = { ...githubClaims(), event_name };
  const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return runAction({ entry, workspace: join(root, 'checkout'), claims, event, env });
}

describe('the secret-lint step', () => {
  test('finds what a pull request added and took out again, on the checkout of its merge alone', async () => {
    const { main, outputs, summary, log } = await step('pull_request', { pull_request: pull });
    expect(outputs, main.stdout).toEqual({ mode: 'pull-request', findings: '1', failing: '1' });
    expect(main.stdout).toMatch(
      /^scanned the 2 commits of pull request 7 up to [0-9a-f]{12}, and left out what [0-9a-f]{12} has$/m,
    );
    expect(main.stdout).toMatch(/^::error title=.+,file=new\.env,line=1,/m);
    expect(main.code).toBe(1);
    expect(log).not.toContain('note:');
    for (const secret of [A, B]) expect(secretSearch(log + summary, secret)).toEqual([]);
    expect(git('checkout', 'status', '--short')).toBe('');
  });

  test('says what to change where nothing can be fetched, and reads the files', async () => {
    git('checkout', 'remote', 'set-url', 'origin', 'file:///nowhere/to/be/found');
    const { main, outputs } = await step('pull_request', { pull_request: pull });
    git('checkout', 'remote', 'set-url', 'origin', FORGE);
    expect(outputs).toMatchObject({ mode: 'pull-request', findings: '1' });
    expect(main.stdout).toMatch(/^note: the commits of pull request 7 could not be fetched .+ `fetch-depth: 0`$/m);
  });
});

describe('the mode', () => {
  const parent = git('server', 'rev-parse', 'HEAD^');
  const push = { ref: 'refs/heads/x', before: base, after: head, commits: [{}, {}] };
  test.each<[string, object, Partial<Inputs>, string, string[]]>([
    ['pull_request', { pull_request: { ...pull, commits: 1, base: { sha: parent } } }, {}, 'pull-request', []],
    ['push', push, {}, 'range', ['new.env']],
    ['push', push, { paths: ['old.env'] }, 'range', []],
    ['push', push, { mode: 'tree' }, 'tree', ['old.env']],
    ['schedule', {}, {}, 'tree', ['old.env']],
    ['schedule', {}, { mode: 'history' }, 'history', ['old.env']],
  ])('at %s %j with %j is as it should be', async (name, event, inputs, mode, found) => {
    const path = join(root, 'event.json');
    writeFileSync(path, JSON.stringify(event));
    const env = { ...OWN, GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path };
    const scanned = await scan({ ...readInputs(() => ''), ...inputs }, join(root, 'checkout'), env);
    expect([scanned.mode, scanned.report.findings.map(({ at }) => at.path)]).toEqual([mode, found]);
  });

  test('that does not fit the event is refused in words of a workflow', async () => {
    const env = { ...OWN, GITHUB_EVENT_NAME: 'schedule', GITHUB_EVENT_PATH: join(root, 'event.json') };
    const refused = scan({ ...readInputs(() => ''), mode: 'range' }, join(root, 'checkout'), env);
    await expect(refused).rejects.toMatchObject({ code: 'ERR_LINT_EVENT', help: expect.stringContaining('`mode` to `tree`') });
  });
});
