/** Threads that share a history. */

import { exampleMaker, ruleById } from '@leasehold/checks';
import { openObjects, planPack } from '@leasehold/git';
import { expect, it } from 'vitest';
import { type TestTree, testTree } from '../test-tree.ts';
import { scanParts } from './crew.ts';
import type { PartRequest } from './part.ts';

const LISTENER = { progress: () => {}, strong: () => {} };

/** A repository with a secret in each of its files. */
function repository(): TestTree {
  const tree = testTree();
  for (let file = 0; file < 12; file++) {
    tree.write({ [`${file}.env`]: `T=${ruleById('github-token')?.examples(exampleMaker(file)).positive[0]}\n` });
  }
  tree.git('init', '-q');
  tree.git('add', '-A');
  tree.git('commit', '-q', '-m', 'all');
  tree.git('repack', '-adfq');
  return tree;
}

function requests(tree: TestTree, parts: number): readonly PartRequest[] {
  const gitFolder = `${tree.root}/.git`;
  const store = openObjects(gitFolder);
  const plans = store.packs.map((pack) => ({ path: pack.path, plan: planPack(pack) }));
  store.close();
  return Array.from({ length: parts }, (_, part) => ({ gitFolder, source: {}, env: {}, failOn: 'prefixed', part, parts, plans }));
}

it('find together what is there, each object once, and tell how far they are', async () => {
  using tree = repository();
  let [objects, strong] = [0, 0];
  const listener = {
    progress: (more: number) => {
      objects += more;
    },
    strong: () => {
      strong++;
    },
  };
  const results = await scanParts(requests(tree, 2), listener, undefined);
  expect(results.flatMap(({ sightings }) => sightings)).toHaveLength(12);
  expect(results.reduce((sum, { files }) => sum + files, 0)).toBe(12);
  expect([objects, strong]).toEqual([13, results.filter(({ sightings }) => sightings.length > 0).length]);
});

it('end when they are told to', async () => {
  using tree = repository();
  const ending = new AbortController();
  const scan = scanParts(requests(tree, 2), LISTENER, ending.signal);
  ending.abort(new Error('enough'));
  await expect(scan).rejects.toThrow('enough');
});

it('end all when one fails', async () => {
  using tree = repository();
  const [first, second] = requests(tree, 2) as [PartRequest, PartRequest];
  const broken = { ...second, source: { rulesFolder: `${tree.root}/none` } };
  await expect(scanParts([first, broken], LISTENER, undefined)).rejects.toThrow();
});
