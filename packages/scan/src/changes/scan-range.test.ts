import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ScanReport } from '../lint-report.ts';
import { parseCommitRange } from './commit-range.ts';
import { beginListing } from './range-listing.ts';
import { scanRange } from './scan-range.ts';
import { madeSecret, shallowCheckout, type TestRepository, testPorts, testRepository } from './test-repository.ts';

const [A, B, C] = [madeSecret(1), madeSecret(2), madeSecret(3)];

/** Where something new was found, and the number of the commit that brought it. */
async function found({ root, git }: TestRepository, range: string, paths: readonly string[] = []): Promise<string[]> {
  const report = await scanRange({ cwd: root, range, paths, failOn: 'prefixed' }, testPorts());
  const order = git('rev-list', '--reverse', '--topo-order', 'HEAD').trim().split('\n');
  return report.findings.map(({ at, commit }) => `${at.path}:${at.line} by ${order.indexOf(commit ?? '')}`);
}

describe('a range of commits', () => {
  test('brings what was added and taken out again within it, with who did both', async () => {
    using repository = testRepository();
    repository.commit({ 'a.txt': 'x\n' });
    const added = repository.commit({ 'b.txt': `\n${A}\n` });
    repository.commit({ 'a.txt': 'y\n' });
    const removed = repository.commit({ 'b.txt': 'clean\n' });
    const [finding] = (await scanRange({ cwd: repository.root, range: `${added}^..HEAD`, failOn: 'prefixed' }, testPorts()))
      .findings;
    expect(finding).toMatchObject({
      at: { path: 'b.txt', line: 2 },
      commit: added,
      provenance: { author: { name: 'a' }, object: repository.id(`${added}:b.txt`), removed: { commit: removed } },
    });
  });

  test('is told with the place that a secret has at its end', async () => {
    using repository = testRepository();
    repository.commit({});
    repository.commit({ 'a.txt': `${A}\n` });
    repository.commit({ 'a.txt': `one\ntwo\n${A}\n` });
    const { findings } = await scanRange({ cwd: repository.root, range: 'HEAD~2..', failOn: 'prefixed' }, testPorts());
    expect(findings).toMatchObject([{ at: { line: 3 }, commit: repository.id('HEAD~1'), provenance: { standsIn: 'HEAD' } }]);
  });

  test('is read in a repository without a working tree', async () => {
    using repository = testRepository();
    repository.commit({});
    const added = repository.commit({ 'a.txt': `${A}\n` });
    repository.git('clone', '-q', '--bare', '.', 'bare.git');
    const cwd = join(repository.root, 'bare.git');
    const { findings } = await scanRange({ cwd, range: 'HEAD~1..HEAD', failOn: 'prefixed' }, testPorts());
    expect(findings).toMatchObject([{ at: { path: 'a.txt' }, commit: added }]);
  });

  test('does not bring what was there before, moved, renamed, or taken out and put back', async () => {
    using repository = testRepository();
    repository.commit({ 'a.txt': `${A}\n`, 'b.txt': `${B}\n` });
    repository.commit({ 'a.txt': `moved\n${A}\n`, 'b.txt': 'clean\n' });
    repository.commit({ 'a.txt': null, 'c.txt': `moved\n${A}\n`, 'b.txt': `${B}\n${C}\n` });
    expect(await found(repository, 'HEAD~2..HEAD')).toEqual(['b.txt:2 by 2']);
    expect(await found(repository, 'HEAD~1..HEAD')).toEqual(['b.txt:1 by 2', 'b.txt:2 by 2']);
    expect(await found(repository, 'HEAD')).toEqual(['b.txt:1 by 2', 'b.txt:2 by 2']);
    expect(await found(repository, 'HEAD~2')).toEqual(['a.txt:1 by 0', 'b.txt:1 by 0']);
  });

  test('brings of a merge only what none of its parents has', async () => {
    using repository = testRepository();
    const base = repository.commit({ 'a.txt': 'x\n', 'old.txt': `${C}\nend\n` });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit({ 'side.txt': `${A}\n` });
    repository.commit({ 'old.txt': null, 'new.txt': `${C}\nend\n` });
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'a.txt': 'y\n', 'old.txt': `first\n${C}\nend\n` });
    repository.git('merge', '-q', '--no-commit', 'side');
    repository.write({ 'a.txt': `y\n${B}\n` });
    repository.git('add', '.');
    repository.git('commit', '-q', '-m', 'merge');
    expect(repository.git('show', 'HEAD:new.txt')).toContain('first');
    expect((await found(repository, `${base}..HEAD`)).map((place) => place.replace(/ by.*/, ''))).toEqual([
      'a.txt:2',
      'side.txt:1',
    ]);
    expect(await found(repository, 'HEAD^1..HEAD', ['a.txt'])).toEqual(['a.txt:2 by 4']);
    expect(await found(repository, 'HEAD')).toEqual(['a.txt:2 by 4']);
  });

  test('is compared with what the base has by now, or with where the two parted', async () => {
    using repository = testRepository();
    repository.commit({ 'a.txt': 'x\n' });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit({ 'a.txt': `x\n${A}\n` });
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'a.txt': `${A}\nx\n` });
    expect(await found(repository, 'main..side')).toEqual([]);
    expect(await found(repository, 'main...side')).toMatchObject([expect.stringMatching(/^a\.txt:2 /)]);
  });

  test('has messages, which are not limited to paths', async () => {
    using repository = testRepository();
    repository.commit({});
    const id = repository.commit({ 'a.txt': `${B}\n` }, `subject\n\nwith ${A} in it`);
    expect(await found(repository, 'HEAD~1..HEAD')).toEqual(['a.txt:1 by 1', `commit ${id.slice(0, 12)}:3 by 1`]);
    expect(await found(repository, 'HEAD~1..HEAD', ['a.txt'])).toEqual(['a.txt:1 by 1']);
    expect(await found(repository, 'HEAD~1..HEAD', ['b'])).toEqual([]);
  });

  test('says that a shallow clone ends within it, and compares there', async () => {
    using server = testRepository();
    server.commit({ 'a.txt': `${A}\n`, 'b.txt': `${B}\n` });
    server.git('branch', 'base');
    server.commit({ 'b.txt': `x\n${B}\n` });
    server.commit({ 'b.txt': `${B}\n${C}\n` });
    using clone = shallowCheckout(server, 'HEAD');
    clone.git('fetch', '-q', '--depth=1', 'origin', 'base');
    const report = await scanRange({ cwd: clone.root, range: `${server.id('base')}..HEAD`, failOn: 'prefixed' }, testPorts());
    expect(report.findings.map(({ at }) => `${at.path}:${at.line}`)).toEqual(['b.txt:2']);
    expect(report.notes).toEqual([expect.stringMatching(/^the clone is shallow: a commit of the range is cut off /)]);
    await expect(scanRange({ cwd: clone.root, range: 'HEAD~9..HEAD', failOn: 'prefixed' }, testPorts())).rejects.toThrowCode(
      'ERR_LINT_RANGE',
    );
  });

  test('of a partial clone is scanned as far as it is here, nothing is fetched, and what is missing is counted', async () => {
    using server = testRepository();
    server.git('config', 'uploadpack.allowFilter', 'true');
    server.commit({});
    server.commit({ 'a.txt': `${A}\n` });
    server.commit({ 'b.txt': `${B}\n` }, `with ${C}`);
    using clone = testRepository();
    clone.git('remote', 'add', 'origin', `file://${server.root}`);
    clone.git('fetch', '-q', '--filter=blob:none', 'origin', 'main');
    clone.git('reset', '-q', '--soft', 'FETCH_HEAD');
    clone.git('cat-file', 'blob', 'HEAD:b.txt');
    const report = await scanRange({ cwd: clone.root, range: 'HEAD~2..HEAD', failOn: 'prefixed' }, testPorts());
    expect(report.findings.map(({ at }) => at.path)).toEqual(['b.txt', expect.stringMatching(/^commit /)]);
    expect(report.skipped).toEqual([{ path: 'a.txt', reason: expect.stringMatching(/^unreadable: /) }]);
    expect(report.notes).toEqual([
      expect.stringMatching(/^the clone is partial: a version of a file that the range brings is not in it/),
    ]);
  });

  test('can be listed before its scan begins, and what git says against it is told then', async () => {
    using repository = testRepository();
    repository.commit({});
    repository.commit({ 'a.txt': `${A}\n` });
    const scan = (range: string): Promise<ScanReport> =>
      scanRange(
        { cwd: repository.root, range, listing: beginListing(range, repository.root, testPorts().env), failOn: 'prefixed' },
        testPorts(),
      );
    expect((await scan('HEAD~1..')).findings).toMatchObject([{ at: { path: 'a.txt' } }]);
    await expect(scan('HEAD~1..nowhere')).rejects.toThrowCode('ERR_LINT_RANGE');
    await expect(scan(`${'0'.repeat(40)}..HEAD`)).rejects.toMatchObject({ help: expect.stringContaining('new branch') });
    expect(() => beginListing('--output=x', repository.root, testPorts().env)).toThrowCode('ERR_LINT_RANGE');
  });

  test('of many versions has what few have', async () => {
    using repository = testRepository();
    const versions = Array.from({ length: 40 }, (_, turn) => ({ 'a.txt': `${A}\n${turn}\n`, 'b.txt': turn < 20 ? 'x' : B }));
    repository.series(versions);
    expect(await found(repository, 'HEAD~39..HEAD')).toEqual(['b.txt:1 by 20']);
  });

  test('whose names are not known is the mistake of who wrote it', async () => {
    using repository = testRepository();
    repository.commit({});
    await expect(
      scanRange({ cwd: repository.root, range: 'main..nowhere', failOn: 'prefixed' }, testPorts()),
    ).rejects.toThrowCode('ERR_LINT_RANGE', 'the range `main..nowhere` names a commit that is not here');
  });
});

describe('a range as it is written', () => {
  test.each([
    ['a..b', { revisions: ['a..b'], base: 'a', end: 'b', parted: false }],
    ['origin/main...HEAD', { revisions: ['origin/main..HEAD'], base: 'origin/main', end: 'HEAD', parted: true }],
    ['v1.2..', { revisions: ['v1.2..HEAD'], base: 'v1.2', end: 'HEAD', parted: false }],
    ['..x', { revisions: ['HEAD..x'], base: 'HEAD', end: 'x', parted: false }],
    ['it\'s"$(x)`;&', { revisions: ['it\'s"$(x)`;&^!'], base: 'it\'s"$(x)`;&^1', end: 'it\'s"$(x)`;&', parted: false }],
  ])('%s is read', (text, range) => {
    expect(parseCommitRange(text)).toEqual(range);
  });

  test.each(['', '--upload-pack=x', 'a..--output=x', '-n..HEAD', '^a..b', 'a b', 'a..b..c', 'a....b', 'a\nb', ':/x', 'a..b:c'])(
    '%j is refused',
    (text) => {
      expect(() => parseCommitRange(text)).toThrowCode('ERR_LINT_RANGE');
    },
  );
});
