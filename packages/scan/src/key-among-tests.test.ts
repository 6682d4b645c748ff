/** A private key among tests, by each way in which files are looked at. */

import { exampleMaker, ruleById } from '@leasehold/checks';
import { describe, expect, it } from 'vitest';
import { readyArchives } from './archives/archive-loader.ts';
import { tarOf } from './archives/test-archives.ts';
import { scanRange, scanStaged } from './changes/index.ts';
import { testPorts } from './changes/test-repository.ts';
import { scanHistory } from './history/scan-history.ts';
import type { ScanReport } from './lint-report.ts';
import { scanTree } from './scan-tree.ts';
import { type TestTree, testTree } from './test-tree.ts';

const KEY = `${ruleById('private-key')?.examples(exampleMaker(1)).positive[0]}\n`;

/** Where a key was found, with a mark where it fails. */
const places = ({ findings }: Pick<ScanReport, 'findings'>): readonly string[] =>
  findings.map(({ at, fails }) => `${at.path}${fails ? ' fails' : ''}`);

function commit(tree: TestTree, ...words: readonly string[]): void {
  tree.git('add', '-A');
  tree.git('commit', '-q', '--allow-empty', '-m', 'x', ...words);
}

describe('a key among tests', () => {
  it('does not fail, in a tree and in an archive', async () => {
    await readyArchives({ archives: true });
    using tree = testTree({
      'certs/key.pem': KEY,
      'test/key.pem': KEY,
      'testdata.tar': tarOf([{ name: 'certs/key.pem', content: KEY }]),
      'x.tar': tarOf(['test', 'certs'].map((folder) => ({ name: `${folder}/key.pem`, content: KEY }))),
    });
    const request = { cwd: tree.root, paths: ['.'], archives: true } as const;
    expect(places(scanTree({ ...request, failOn: 'prefixed' }, { now: () => 0 })).toSorted()).toEqual([
      'certs/key.pem fails',
      'test/key.pem',
      'testdata.tar!/certs/key.pem',
      'x.tar!/certs/key.pem fails',
      'x.tar!/test/key.pem',
    ]);
    expect(scanTree({ ...request, failOn: 'contextual' }, { now: () => 0 }).findings.every(({ fails }) => fails)).toBe(true);
  });

  it('is new to a change that takes it out from among them', async () => {
    using tree = testTree({ 'test/key.pem': KEY });
    tree.git('init', '-q');
    commit(tree);
    tree.git('mv', 'test', 'deploy');
    const request = { cwd: tree.root, paths: [], failOn: 'prefixed' } as const;
    expect(places(await scanStaged(request, testPorts()))).toEqual(['deploy/key.pem fails']);
    commit(tree);
    expect(places(await scanRange({ ...request, range: 'HEAD~1..HEAD' }, testPorts()))).toEqual(['deploy/key.pem fails']);
  });

  it.each([
    ['test', 'certs'],
    ['test', 'zone'],
    ['certs', 'test'],
    ['zone', 'test'],
  ])('fails in a history in which it stood elsewhere as well: first in %s, then in %s', async (...folders) => {
    using tree = testTree({ 'a.txt': 'x\n' });
    tree.git('init', '-q');
    commit(tree);
    for (const [year, folder] of folders.entries()) {
      const names = folder === 'test' ? ['a', 'b', 'c', 'd', 'e'] : ['key'];
      for (const name of names) tree.write({ [`${folder}/${name}.pem`]: KEY });
      commit(tree, `--date=${2020 + year}-01-01T00:00:00Z`);
    }
    const report = await scanHistory({ cwd: tree.root, failOn: 'prefixed' }, { now: () => 0, env: process.env });
    expect(places(report)).toEqual([`${folders.find((folder) => folder !== 'test')}/key.pem fails`]);
  });
});
