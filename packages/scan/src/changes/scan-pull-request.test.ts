import { chmodSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { ScanReport } from '../lint-report.ts';
import { scanPullRequest } from './scan-pull-request.ts';
import { madeSecret, shallowCheckout, type TestRepository, testPorts, testRepository } from './test-repository.ts';

const [A, B, C] = [madeSecret(1), madeSecret(2), madeSecret(3)];
const NONE = '0'.repeat(40);

/** A forge that gives out what it is asked for, and leaves out contents. */
function forge(): TestRepository {
  return allowing(testRepository());
}

function allowing(server: TestRepository): TestRepository {
  server.git('config', 'uploadpack.allowFilter', 'true');
  server.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  return server;
}

/** The first protocol, in which a server gives out only what its references name. */
const STRICT = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'protocol.version', GIT_CONFIG_VALUE_0: '0' };

function scan(
  checkout: TestRepository,
  name: string,
  payload: object,
  env: Readonly<Record<string, string>> = {},
): Promise<ScanReport> {
  const event = join(checkout.root, '.git', 'event.json');
  checkout.write({ '.git/event.json': JSON.stringify(payload) });
  const ports = testPorts({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: event, ...env });
  return scanPullRequest({ cwd: checkout.root, failOn: 'prefixed' }, ports);
}

const places = ({ findings }: ScanReport): string[] => findings.map(({ at }) => `${at.path}:${at.line}`);

/** A pull request of four commits that moves a known secret, and adds another one and takes it out again, while its base goes on; with its merge. Made once, and copied. */
const template = testRepository();
template.series([{ 'old.txt': `${A}\n`, 'a.txt': 'x\n' }, ...numbered(0, 3)]);
template.git('checkout', '-q', '-b', 'topic');
template.series([{ 'old.txt': `moved\n${A}\n` }, { 'b.txt': `${B}\n` }, { 'b.txt': 'clean\n' }]);
const head = template.commit({ 'old.txt': null, 'new.txt': `moved\n${A}\n`, 'c.txt': `\n${C}\n` });
template.git('update-ref', 'refs/pull/7/head', head);
template.git('checkout', '-q', 'main');
template.series(numbered(3, 9));
const base = template.id();
template.git('checkout', '-q', '--detach');
template.git('merge', '-q', '--no-ff', '-m', 'merge', head);
template.git('update-ref', 'refs/pull/7/merge', 'HEAD');
template.git('checkout', '-q', 'main');
afterAll(() => template[Symbol.dispose]());

const event = { pull_request: { number: 7, commits: 4, head: { sha: head }, base: { sha: base, ref: 'main' } } };

/** A forge that has it. */
function proposed(): TestRepository {
  const server = forge();
  cpSync(template.root, server.root, { recursive: true });
  return allowing(server);
}

function numbered(from: number, to: number): Record<string, string>[] {
  return Array.from({ length: to - from }, (_, at) => ({ 'main.txt': `${from + at}\n` }));
}

const NEW = ['b.txt:1', 'c.txt:2'];

describe('a pull request', () => {
  test('is scanned commit by commit on the checkout of its merge alone, which stays as it is', async () => {
    using server = proposed();
    using checkout = shallowCheckout(server, 'refs/pull/7/merge');
    const state = (): unknown => [
      readFileSync(join(checkout.root, '.git/config'), 'utf8'),
      readFileSync(join(checkout.root, '.git/shallow'), 'utf8'),
      checkout.git('for-each-ref'),
      readdirSync(join(checkout.root, '.git/objects/pack')),
    ];
    const before = state();
    vi.stubEnv('TMPDIR', checkout.root);
    const report = await scan(checkout, 'pull_request', event);
    expect(places(report)).toEqual(NEW);
    expect(report.notes).toEqual([]);
    expect(report.about).toMatch(
      /^scanned the 4 commits of pull request 7 up to [0-9a-f]{12}, and left out what [0-9a-f]{12} has$/,
    );
    expect(state()).toEqual(before);
    expect(readdirSync(checkout.root).filter((name) => name.startsWith('leasehold-git-'))).toEqual([]);
    vi.unstubAllEnvs();
  });

  test.each([
    ['its head', 'refs/pull/7/head', 'pull_request'],
    ['its base', 'main', 'pull_request_target'],
  ])('is scanned on the checkout of %s', async (_what, revision, name) => {
    using server = proposed();
    using checkout = shallowCheckout(server, revision);
    expect(places(await scan(checkout, name, event))).toEqual(NEW);
  });

  test('is scanned without a fetch where all is there', async () => {
    using server = proposed();
    server.git('checkout', '-q', 'topic');
    expect(places(await scan(server, 'pull_request', event))).toEqual(NEW);
  });

  test('that merged its base meanwhile has only its own commits', async () => {
    using server = forge();
    server.commit({ 'a.txt': 'x\n' });
    server.git('checkout', '-q', '-b', 'topic');
    server.commit({ 'b.txt': `${B}\n` });
    server.git('checkout', '-q', 'main');
    server.series([...numbered(0, 2), { 'main.txt': `${A}\n` }, ...numbered(3, 5)]);
    server.git('checkout', '-q', 'topic');
    server.git('merge', '-q', '-m', 'main', 'main');
    const last = server.commit({ 'b.txt': 'clean\n' });
    server.git('checkout', '-q', 'main');
    const onto = server.commit({ 'main.txt': 'end\n' });
    using checkout = shallowCheckout(server, last);
    const merged = { number: 8, commits: 3, head: { sha: last }, base: { sha: onto, ref: 'main' } };
    const report = await scan(checkout, 'pull_request', { pull_request: merged });
    expect(places(report)).toEqual(['b.txt:1']);
    expect(report.about).toContain('the 3 commits');
  });

  test('is scanned by the names of its ends where the other side gives out nothing else', async () => {
    using server = proposed();
    server.git('config', 'uploadpack.allowFilter', 'false');
    server.git('config', 'uploadpack.allowAnySHA1InWant', 'false');
    // The base went on, so that no name stands for it as it was.
    server.commit({ 'main.txt': 'later\n' });
    using checkout = shallowCheckout(server, 'refs/pull/7/merge');
    const report = await scan(checkout, 'pull_request', event, STRICT);
    expect(base).not.toBe(server.id());
    expect(places(report)).toEqual(NEW);
    expect(report.notes).toEqual([
      expect.stringMatching(/^the commit that pull request 7 is to be compared with is gone: .+ refs\/heads\/main as it is now$/),
    ]);
  });

  test('gets all contents where single ones are refused', async () => {
    using server = proposed();
    server.git('config', 'uploadpack.allowAnySHA1InWant', 'false');
    using checkout = shallowCheckout(server, 'refs/pull/7/merge');
    const report = await scan(checkout, 'pull_request', event, STRICT);
    expect(places(report)).toEqual(NEW);
    expect(report.notes).toEqual([
      expect.stringMatching(/^all contents were fetched, since the changed ones alone were refused: /),
    ]);
  });

  test('is scanned as files where nothing can be fetched, which is said with what to change', async () => {
    using server = proposed();
    using checkout = shallowCheckout(server, 'refs/pull/7/merge');
    using other = shallowCheckout(server, 'main');
    for (const { git } of [checkout, other]) git('remote', 'set-url', 'origin', 'file:///nowhere/to/be/found');
    const report = await scan(checkout, 'pull_request', event);
    expect(places(report)).toEqual(['c.txt:2', 'new.txt:2']);
    expect(report.skipped).toEqual([]);
    expect(report.notes).toEqual([
      expect.stringMatching(/could not be fetched .+: let actions\/checkout persist its credentials, or/),
    ]);
    expect((await scan(other, 'pull_request_target', event)).skipped).toEqual([
      { path: 'pull request 7', reason: 'unreadable: its last commit is not in this checkout' },
    ]);
  });

  test('is fetched as the checkout is set up to connect, and nothing else of its configuration counts', async () => {
    using server = proposed();
    using checkout = shallowCheckout(server, 'refs/pull/7/merge');
    const trap = `touch ${join(checkout.root, 'trapped')}`;
    checkout.write({
      // What the checkout persists may lie in a file of its own that is included for this folder alone.
      '.git/persisted': `[url "file://${server.root}"]\n\tinsteadOf = "forge:"\n`,
      '.git/traps/reference-transaction': `#!/bin/sh\n${trap}\n`,
    });
    chmodSync(join(checkout.root, '.git/traps/reference-transaction'), 0o755);
    for (const [key, value] of [
      [`includeIf.gitdir:${join(checkout.root, '.git')}.path`, join(checkout.root, '.git/persisted')],
      ['remote.origin.url', 'forge:'],
      ['remote.origin.uploadpack', `${trap}; git-upload-pack`],
      ['remote.origin.fetch', '+refs/*:refs/*'],
      ['core.hooksPath', '.git/traps'],
      ['core.fsmonitor', trap],
      ['core.pager', trap],
      ['diff.external', trap],
    ] as const)
      checkout.git('config', key, value);
    expect(places(await scan(checkout, 'pull_request', event))).toEqual(NEW);
    expect(existsSync(join(checkout.root, 'trapped'))).toBe(false);
  });

  test('from a partial clone gets the contents that are missing', async () => {
    using server = proposed();
    using checkout = testRepository();
    checkout.git('remote', 'add', 'origin', `file://${server.root}`);
    checkout.git('fetch', '-q', '--filter=blob:none', 'origin', '+refs/*:refs/remotes/origin/*');
    checkout.git('update-ref', '--no-deref', 'HEAD', server.id('refs/pull/7/head'));
    expect(places(await scan(checkout, 'pull_request', event))).toEqual(NEW);
  });
});

describe('a merge group', () => {
  test('is compared with what it was queued behind', async () => {
    using server = proposed();
    const queued = server.id('refs/pull/7/merge');
    using checkout = shallowCheckout(server, queued);
    const group = {
      head_sha: queued,
      base_sha: base,
      head_ref: 'refs/heads/gh-readonly-queue/main/pr-7',
      base_ref: 'refs/heads/main',
    };
    expect(places(await scan(checkout, 'merge_group', { merge_group: group }))).toEqual(NEW);
  });
});

describe('a push', () => {
  const push = (server: TestRepository, more: object): object => ({
    ref: 'refs/heads/topic',
    after: server.id(),
    repository: { default_branch: 'main' },
    ...more,
  });

  test('has the commits since the one before', async () => {
    using server = forge();
    const before = server.commit({ 'a.txt': `${A}\n` });
    server.commit({ 'a.txt': `x\n${A}\n${B}\n` });
    server.commit({ 'a.txt': `x\n${A}\n` });
    using checkout = shallowCheckout(server, 'HEAD');
    expect(places(await scan(checkout, 'push', push(server, { before, commits: [{}, {}] })))).toEqual(['a.txt:3']);
  });

  test('that was forced is compared with what was there before, or with the branch that all begin from when that is gone', async () => {
    using server = forge();
    server.commit({ 'a.txt': `${A}\n` });
    server.git('checkout', '-q', '-b', 'topic');
    const before = server.commit({ 'b.txt': `${B}\n` });
    server.git('reset', '-q', '--hard', 'main');
    server.commit({ 'b.txt': `${B}\n`, 'c.txt': `${C}\n` });
    using checkout = shallowCheckout(server, 'HEAD');
    expect(places(await scan(checkout, 'push', push(server, { before, forced: true })))).toEqual(['c.txt:1']);
    const gone = await scan(checkout, 'push', push(server, { before: '1'.repeat(40), forced: true }));
    expect(places(gone)).toEqual(['b.txt:1', 'c.txt:1']);
    expect(gone.notes).toEqual([expect.stringContaining('is gone: it was compared with refs/heads/main')]);
  });

  test('of a new branch is compared with the branch that all begin from', async () => {
    using server = forge();
    server.series([...numbered(0, 16), { 'a.txt': `${A}\n` }, { 'a.txt': 'clean\n' }, ...numbered(18, 20)]);
    server.git('checkout', '-q', '-b', 'topic');
    server.commit({ 'b.txt': `${B}\n` });
    using checkout = shallowCheckout(server, 'HEAD');
    expect(places(await scan(checkout, 'push', push(server, { before: NONE, created: true })))).toEqual(['b.txt:1']);
  });

  test('of the first branch brings everything', async () => {
    using server = forge();
    server.series([...numbered(0, 16), { 'a.txt': `${A}\n` }, { 'a.txt': 'clean\n' }, ...numbered(18, 20)]);
    using checkout = shallowCheckout(server, 'HEAD');
    const report = await scan(checkout, 'push', push(server, { ref: 'refs/heads/main', before: NONE, created: true }));
    expect(places(report)).toEqual(['a.txt:1']);
    expect(report.about).toContain('the 20 commits');
  });

  test('that deletes a branch has nothing to scan', async () => {
    using server = forge();
    server.commit({ 'a.txt': `${A}\n` });
    const report = await scan(server, 'push', { ref: 'refs/heads/topic', before: server.id(), after: NONE, deleted: true });
    expect([report.findings, report.about]).toEqual([[], 'nothing to scan, the push deleted topic']);
  });
});

describe('a job', () => {
  test('whose event is not about commits cannot be scanned by it', async () => {
    using server = forge();
    server.commit({});
    await expect(scan(server, 'schedule', {})).rejects.toThrowCode('ERR_LINT_EVENT');
    await expect(scanPullRequest({ cwd: server.root, failOn: 'prefixed' }, testPorts())).rejects.toThrowCode('ERR_LINT_EVENT');
  });
});
