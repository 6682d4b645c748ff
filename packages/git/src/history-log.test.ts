/** What a log tells of a history is what git lists of it. */

import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstAppearances } from './appearances.ts';
import { type HistoryLog, newHistoryReader } from './history-log.ts';
import { openObjects } from './object-store.ts';
import { planPack } from './pack-plan.ts';
import { readRefs } from './refs.ts';
import { type TestRepository, testRepository } from './test-repository.ts';
import { walkPack } from './test-walk.ts';
import { type Ways, waysTo } from './ways.ts';

/** More by the environment, for a long run. */
const RUNS = Number(process.env.LEASEHOLD_HISTORY_RUNS ?? 3);

async function logOf(gitFolder: string, cut: readonly string[] = []): Promise<HistoryLog | undefined> {
  const store = openObjects(gitFolder);
  const plans = store.packs.map((pack) => ({ path: pack.path, plan: planPack(pack) }));
  const { refs } = readRefs(gitFolder, { environment: process.env });
  try {
    return await newHistoryReader(store, { refs, cut: new Set(cut), plans }).read();
  } finally {
    store.close();
  }
}

/** Commits and files as `git rev-list` has them, each at its first appearance. */
function toldBy({ ids, commits, trees, order }: HistoryLog): readonly string[] {
  const files = Uint8Array.from(trees.places, (place, number) => (place < 0 && (commits.places[number] ?? -1) < 0 ? 1 : 0));
  const lines: string[][] = Array.from(order, (commit) => [ids.hexOf(commits.numbers[commit] as number)]);
  const roots = Array.from(order, (commit) => commits.trees[commit] as number);
  firstAppearances(trees, waysTo(trees, files, 1 << 20) as Ways, roots, (file, turn, path) => {
    lines[turn]?.push(file < ids.count ? `${ids.hexOf(file)} ${path}` : '?');
  });
  return lines.flat();
}

function listedBy({ git }: TestRepository): readonly string[] {
  const lines = git(...'rev-list --objects --in-commit-order --reverse --all HEAD'.split(' '))
    .trimEnd()
    .split('\n');
  const types = git('cat-file', '--batch-all-objects', '--batch-check=%(objecttype) %(objectname)').split('\n');
  const shown = new Set(types.filter((line) => /^(?:blob|commit)/.test(line)).map((line) => line.split(' ')[1]));
  return lines.filter((line) => shown.has(line.split(' ')[0]));
}

/** Commits on three branches that change, move, copy and take away files in folders, with merges, and times that go back. */
function branchOut({ gitFolder }: TestRepository, seed: number, commits: number): void {
  let state = seed;
  const below = (count: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % count;
  };
  const path = (): string =>
    ['a', 'b', 'lib', 'lib.x', 'c-d']
      .slice(0, 1 + below(3))
      .concat(`file-${below(9)}`)
      .join('/');
  const folder = (): string => ['a', 'a/b', 'a/b/lib'][below(3)] as string;
  const stream: string[] = [];
  const known: (number | undefined)[] = [];
  for (let mark = 1; mark <= commits; mark++) {
    const branch = below(3);
    const time = 1_700_000_000 + mark * below(2) - below(20) * 5;
    stream.push(`commit refs/heads/${branch}\nmark :${mark}\ncommitter A <a@example.com> ${time} +0000\ndata 1\nm\n`);
    const [own, other] = [known[branch], known[below(3)]];
    if (own !== undefined) stream.push(`from :${own}\n`);
    if (own !== undefined && other !== undefined && other !== own && below(3) === 0) stream.push(`merge :${other}\n`);
    for (let edit = below(4); edit >= 0; edit--) {
      const text = `content ${below(40)}\n`;
      stream.push(`M ${below(9) === 0 ? 755 : 644} inline ${path()}\ndata ${text.length}\n${text}\n`);
      if (own !== undefined && below(6) === 0) stream.push(`D ${path()}\n`);
    }
    if (below(8) === 0) stream.push(`D ${folder()}\n`);
    if (below(9) === 0) stream.push(`M 160000 ${'1'.repeat(40)} sub-${below(3)}\n`);
    known[branch] = mark;
  }
  stream.push('reset refs/heads/main\nfrom refs/heads/0\n');
  const options = ['-c', 'fastimport.unpackLimit=1', `--git-dir=${gitFolder}`, 'fast-import', '--quiet', '--force'];
  execFileSync('git', options, { input: stream.join('') });
}

describe.each(Array.from({ length: RUNS }, (_, seed) => seed + 1))('a history of branches (seed %i)', (seed) => {
  it('is told in the order of git, with each file under its first path, in one pack, in several, and loose', async () => {
    using repository = testRepository(['--empty']);
    branchOut(repository, seed, 150);
    repository.git('repack', '-adfq', '--depth=30', '--window=30');
    const expected = listedBy(repository);
    expect(expected.length).toBeGreaterThan(150);
    expect(toldBy((await logOf(repository.gitFolder)) as HistoryLog)).toEqual(expected);
    branchOut(repository, seed + 100, 40);
    repository.git('tag', '-am', 'A tag.', 'v1', 'refs/heads/1');
    expect(toldBy((await logOf(repository.gitFolder)) as HistoryLog)).toEqual(listedBy(repository));
  });
});

describe('a history', () => {
  it('is told with trees that are not in order', async () => {
    using repository = testRepository();
    const { git, gitFolder } = repository;
    const [blob, tree] = ['HEAD:text', 'HEAD:folder'].map((name) => Buffer.from(git('rev-parse', name).trim(), 'hex'));
    const raw = join(gitFolder, 'raw');
    const odd = (tail: string): string => {
      const file = (mode: string, name: string, id = blob as Buffer) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), id]);
      const entries = [file('100644', `z${tail}`), file('040000', 'b', tree), file('100644', 'a')];
      writeFileSync(raw, Buffer.concat(entries));
      return git('hash-object', '-w', '-t', 'tree', '--literally', raw).trim();
    };
    const first = git('commit-tree', odd(''), '-m', 'odd', '-p', 'HEAD').trim();
    git('update-ref', 'refs/heads/odd', git('commit-tree', odd('z'), '-m', 'odd', '-p', first).trim());
    git('repack', '-adfq');
    expect(toldBy((await logOf(gitFolder)) as HistoryLog)).toEqual(listedBy(repository));
  });

  it.each([
    ['all', Infinity],
    ['some', 1],
  ])('is told when %s of its commits were met with elsewhere', async (_what, most) => {
    using repository = testRepository(['--empty']);
    branchOut(repository, 1, 20);
    repository.git('repack', '-adfq');
    const store = openObjects(repository.gitFolder);
    const { refs } = readRefs(repository.gitFolder, { environment: process.env });
    const plans = store.packs.map((pack) => ({ path: pack.path, plan: planPack(pack) }));
    const reader = newHistoryReader(store, { refs, cut: new Set(), plans });
    let met = 0;
    for (const pack of store.packs)
      walkPack(pack, { types: ['commit'] }, ({ position, bytes }) => {
        if (met++ < most) reader.commit(pack, position, bytes);
        return 0;
      });
    expect(met).toBeGreaterThan(1);
    expect(toldBy((await reader.read()) as HistoryLog)).toEqual(listedBy(repository));
    store.close();
  });

  it('ends where it is cut', async () => {
    using repository = testRepository();
    const last = repository.git('rev-parse', 'main').trim();
    repository.git('update-ref', '-d', 'refs/tags/v1');
    const log = await logOf(repository.gitFolder, [last]);
    expect(log?.order.length).toBe(1);
  });

  it.each([
    ['a file', 'HEAD:text', 1],
    ['a tree', 'HEAD:folder', undefined],
    ['a commit', 'HEAD^', undefined],
  ])('without %s is told as far as git need not be asked', async (_what, name, missing) => {
    using repository = testRepository(['--empty']);
    const { git, gitFolder } = repository;
    for (const content of ['one', 'two']) commitLoose(repository, content);
    const id = git('rev-parse', name).trim();
    rmSync(join(gitFolder, 'objects', id.slice(0, 2), id.slice(2)));
    expect((await logOf(gitFolder))?.trees.missing).toBe(missing);
  });

  it('is not told where a ref stands for a file', async () => {
    using repository = testRepository();
    repository.git('update-ref', 'refs/odd', repository.git('rev-parse', 'HEAD:text').trim());
    expect(await logOf(repository.gitFolder)).toBeUndefined();
  });
});

/** Commits a file and one in a folder, each object in a file of its own. */
function commitLoose({ git, gitFolder }: TestRepository, content: string): void {
  const path = join(gitFolder, 'content');
  writeFileSync(path, content);
  const blob = git('hash-object', '-w', path).trim();
  for (const name of ['text', 'folder/text']) git('update-index', '--add', '--cacheinfo', `100644,${blob},${name}`);
  git('commit', '-qm', content);
}
