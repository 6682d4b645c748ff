/** The history scan on repositories that git makes: what stands where, who brought it, and what became of it. */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleMaker, ruleById, type SecretRule } from '@leasehold/checks';
import type { Finding } from '@leasehold/core';
import { describe, expect, it } from 'vitest';
import { type TestTree, testTree } from '../test-tree.ts';
import { type HistoryRequest, scanHistory } from './scan-history.ts';

const NOW = Date.parse('2026-11-24T00:00:00Z');
const token = (seed: number): string =>
  (ruleById('github-token') as SecretRule).examples(exampleMaker(seed)).positive[0] as string;

function repository(files: Readonly<Record<string, string | Uint8Array>> = {}): TestTree {
  const tree = testTree(files);
  tree.git('init', '-q');
  return tree;
}

/** Commits all that is there, and answers the id. */
function commit(tree: TestTree, message: string, files: Readonly<Record<string, string>> = {}): string {
  tree.write(files);
  tree.git('add', '-A');
  tree.git('commit', '-q', '--allow-empty', '-m', message);
  return tree.git('rev-parse', 'HEAD').trim();
}

const scan = (
  tree: TestTree,
  request: Partial<HistoryRequest> = {},
  env: Readonly<Record<string, string | undefined>> = process.env,
) => scanHistory({ cwd: tree.root, failOn: 'prefixed', ...request }, { now: () => NOW, env });

const place = ({ at }: Finding): string => `${at.path}:${at.line}:${at.column}`;

describe('scanHistory', () => {
  it('tells a secret once, where it stood first, who brought it and that it still stands', async () => {
    using tree = repository();
    commit(tree, 'one', { 'a.env': 'A=1\n' });
    const second = commit(tree, 'two', { 'a.env': `A=1\nT=${token(1)}\n` });
    for (let k = 0; k < 5; k++)
      commit(tree, `more ${k}`, { 'a.env': `${'x\n'.repeat(k)}A=1\nT=${token(1)}\n`, 'b.env': `k${k}\n` });
    tree.git('repack', '-adfq');
    const { findings, versions, files } = await scan(tree);
    expect(findings.map(place)).toEqual(['a.env:2:3']);
    expect(findings[0]).toMatchObject({
      fails: true,
      commit: second,
      provenance: { author: { name: 'a', mail: 'a@example.com' }, standsIn: 'HEAD' },
    });
    expect([versions, files]).toEqual([true, 11]);
  });

  it('tells which commit took it out, and that a branch still has it', async () => {
    using tree = repository();
    commit(tree, 'one', { 'a.env': `T=${token(1)}\n`, 'b.env': `T=${token(2)}\n` });
    tree.git('branch', 'old');
    const gone = commit(tree, 'two', { 'a.env': 'T=\n', 'b.env': `T=${token(2)}\n`, 'c.env': `T=${token(3)}\n` });
    for (let k = 0; k < 4; k++) commit(tree, `more ${k}`, { d: `${k}` });
    const last = commit(tree, 'three', { 'c.env': 'T=\n' });
    for (let k = 0; k < 4; k++) commit(tree, `even more ${k}`, { d: `e${k}` });
    expect(gone).not.toBe(last);
    const { findings } = await scan(tree);
    expect(
      Object.fromEntries(
        findings.map((found) => [found.at.path, found.provenance?.standsIn ?? found.provenance?.removed?.commit]),
      ),
    ).toEqual({
      'a.env': 'refs/heads/old',
      'b.env': 'HEAD',
      'c.env': last,
    });
  });

  it('lists what only its surroundings tell where it stands in the newest version, and all of it when it is to fail', async () => {
    using tree = repository();
    const [old, now] = ['Xk9vQ2mLw7', 'Zt4nR8bHc3'].map((begin) => `${begin}${exampleMaker(6).chars('A-Za-z0-9', 12)}`);
    commit(tree, 'one', { 'a.env': `DB_PASSWORD=${old}\n` });
    commit(tree, 'two', { 'a.env': `DB_PASSWORD=${now}\n`, 'b/c.env': `DB_PASSWORD=${now}\n` });
    const assigned = async (failOn: HistoryRequest['failOn']) =>
      (await scan(tree, { failOn })).findings.filter(({ ruleId }) => ruleId === 'assigned-password');
    expect((await assigned('prefixed')).map((found) => [place(found), found.fails, found.provenance?.standsIn])).toEqual([
      ['a.env:1:13', false, 'HEAD'],
    ]);
    expect((await assigned('contextual')).map(({ fails, provenance }) => [fails, provenance?.standsIn])).toEqual([
      [true, undefined],
      [true, 'HEAD'],
    ]);
  });

  it('reads messages of commits and tags', async () => {
    using tree = repository();
    const first = commit(tree, `one ${token(1)}`, { a: 'a' });
    tree.git('tag', '-a', 'v1', '-m', `use ${token(2)}`);
    const { findings } = await scan(tree);
    expect(findings.map(place)).toEqual([`commit ${first.slice(0, 12)}:1:5`, 'tag v1:1:5']);
    expect(findings.map((found) => found.commit ?? found.provenance?.standsIn)).toEqual([first, 'refs/tags/v1']);
  });

  it('says of what no ref leads to that it is in the object store only', async () => {
    using tree = repository();
    commit(tree, 'one', { a: 'a' });
    commit(tree, 'two', { 'a.env': `T=${token(1)}\n` });
    tree.git('reset', '-q', '--hard', 'HEAD~1');
    const { findings } = await scan(tree);
    expect(findings.map(({ at, provenance }) => [at.path.slice(0, 7), provenance?.unreachable])).toEqual([['object ', true]]);
  });

  it('counts a path, a comment beside it and the allow list as a working tree does', async () => {
    using tree = repository();
    commit(tree, 'one', {
      'a.env': `T=${token(1)} # leasehold:allow github-token -- a sample of ours\n`,
      'b.env': `T=${token(2)}\n`,
    });
    const before = await scan(tree);
    expect(before.findings.map(({ at, fails }) => [at.path, fails])).toEqual([
      ['a.env', false],
      ['b.env', true],
    ]);
    const { ruleId, fingerprint } = before.findings[1] as Finding;
    tree.write({ '.leasehold/allow.jsonl': `${JSON.stringify({ rule: ruleId, hash: fingerprint, reason: 'revoked' })}\n` });
    const after = await scan(tree);
    expect([after.findings.length, after.allowed]).toEqual([1, 1]);
    expect((await scan(tree, { allowList: false })).findings).toHaveLength(2);
  });

  it('joins the halves of a pair that two commits brought', async () => {
    using tree = repository();
    const aws = (ruleById('aws-access-key') as SecretRule).examples(exampleMaker(3)).positive[0] as string;
    const secret = `${exampleMaker(5).chars('A-Za-z0-9', 38)}a7`;
    const filler = Array.from({ length: 400 }, (_, at) => `line ${at}\n`).join('');
    commit(tree, 'one', { 'a.env': `${filler}id = ${aws}\n\n\n\n\n\n\n\n\n\n` });
    commit(tree, 'two', { 'a.env': `${filler}id = ${aws}\n\n\n\n\n\n\n\n\n\nsecret = ${secret}\n` });
    tree.git('repack', '-adfq');
    const { findings } = await scan(tree);
    expect(findings.filter(({ ruleId }) => ruleId === 'aws-access-key').map(({ tier }) => tier)).toContain('paired');
  });

  it('scans what is borrowed from another repository, a bare one, a linked working tree and a .git folder', async () => {
    using tree = repository();
    commit(tree, 'one', { 'a.env': `T=${token(1)}\n` });
    using others = testTree();
    const clone = (...words: readonly string[]) =>
      execFileSync('git', ['clone', '-q', ...words], { cwd: others.root, stdio: 'ignore' });
    clone('--bare', tree.root, 'bare');
    clone('--shared', '-n', tree.root, 'shared');
    tree.git('worktree', 'add', '-q', join(others.root, 'linked'));
    for (const named of ['bare', 'shared', 'linked', `${tree.root}/.git`]) {
      const { findings } = await scanHistory(
        { cwd: others.root, repository: named, failOn: 'prefixed' },
        { now: () => NOW, env: process.env },
      );
      expect(findings.map(place), named).toEqual(['a.env:1:3']);
    }
  });

  it('says what a shallow clone leaves out', async () => {
    using tree = repository();
    commit(tree, 'one', { 'a.env': `T=${token(1)}\n` });
    commit(tree, 'two', { 'b.env': `T=${token(2)}\n` });
    using other = testTree();
    execFileSync('git', ['clone', '-q', '--depth=1', `file://${tree.root}`, 'own'], { cwd: other.root, stdio: 'ignore' });
    const { findings, notes } = await scanHistory(
      { cwd: other.root, repository: 'own', failOn: 'prefixed' },
      { now: () => NOW, env: process.env },
    );
    expect(findings).toHaveLength(2);
    expect(notes.join()).toContain('shallow');
  });

  it('counts what a partial clone has not fetched', async () => {
    using tree = repository();
    for (let k = 0; k < 3; k++)
      commit(tree, `c${k}`, { 'a.env': `A=${k}\n`, ...(k === 2 ? { 'b.env': `T=${token(1)}\n` } : {}) });
    tree.git('config', 'uploadpack.allowFilter', 'true');
    using other = testTree();
    execFileSync('git', ['clone', '-q', '--filter=blob:none', `file://${tree.root}`, 'own'], {
      cwd: other.root,
      stdio: 'ignore',
    });
    const { findings, notes } = await scanHistory(
      { cwd: other.root, repository: 'own', failOn: 'prefixed' },
      { now: () => NOW, env: process.env },
    );
    expect(findings.map(place)).toEqual(['b.env:1:3']);
    expect(notes).toContain('2 objects of the history are not here, so they were not scanned');
  });

  it('knows the commit without git, but where only git can tell it, and says so', async () => {
    using tree = repository();
    const first = commit(tree, 'one', { 'a.env': `T=${token(1)}\n`, b: 'b' });
    const withoutGit = { ...process.env, PATH: tree.root };
    const told = await scan(tree, {}, withoutGit);
    expect(told.findings.map((found) => [place(found), found.commit])).toEqual([['a.env:1:3', first]]);
    expect(told.notes).toEqual([]);
    // A ref that stands for a file.
    tree.git('update-ref', 'refs/odd', tree.git('rev-parse', 'HEAD:b').trim());
    expect((await scan(tree)).findings.map((found) => found.commit)).toEqual([first]);
    const { findings, notes } = await scan(tree, {}, withoutGit);
    expect(findings.map(place)).toEqual(['a.env:1:3']);
    expect(findings[0]?.commit).toBeUndefined();
    expect(notes.join()).toContain('git is needed');
  });

  it('scans what is left of a damaged pack, and names the rest', async () => {
    using tree = repository();
    for (let k = 0; k < 10; k++) commit(tree, `c${k}`, { [`${k}.env`]: `T=${token(k)}\n${'filler\n'.repeat(200)}` });
    tree.git('repack', '-adfq');
    const folder = join(tree.root, '.git/objects/pack');
    const pack = join(folder, readdirSync(folder).find((name) => name.endsWith('.pack')) as string);
    const bytes = readFileSync(pack);
    bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 40);
    execFileSync('chmod', ['u+w', pack]);
    writeFileSync(pack, bytes);
    const { findings, skipped } = await scan(tree);
    expect(findings.length).toBeGreaterThan(2);
    expect(skipped.length).toBeGreaterThan(0);
    expect(skipped.every(({ reason }) => reason.startsWith('unreadable: '))).toBe(true);
  });

  it('ends when it is told to, before it began', async () => {
    using tree = repository();
    commit(tree, 'one', { 'a.env': `T=${token(1)}\n` });
    await expect(scan(tree, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });

  it('wants a repository', async () => {
    using tree = testTree();
    await expect(scan(tree)).rejects.toThrowCode('ERR_LINT_REPOSITORY');
    await expect(scan(tree, { repository: 'none' })).rejects.toThrowCode('ERR_LINT_REPOSITORY');
  });
});
