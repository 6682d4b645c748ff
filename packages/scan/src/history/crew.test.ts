/** Threads that share a history. */

import { exampleMaker, ruleById } from '@leasehold/checks';
import { openObjects } from '@leasehold/git';
import { expect, it } from 'vitest';
import { type TestTree, testTree } from '../test-tree.ts';
import { newAgenda } from './agenda.ts';
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

/** With the messages among the turns that any thread takes. */
function requestOf(tree: TestTree): PartRequest {
  const gitFolder = `${tree.root}/.git`;
  const store = openObjects(gitFolder);
  const agenda = newAgenda(store);
  store.close();
  agenda.next[0] = 0;
  return { gitFolder, source: {}, env: {}, failOn: 'prefixed', agenda };
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
  const results = await scanParts(2, requestOf(tree), listener, undefined);
  expect(results.flatMap(({ sightings }) => sightings)).toHaveLength(12);
  expect(results.reduce((sum, { files }) => sum + files, 0)).toBe(12);
  expect([objects, strong]).toEqual([13, results.filter(({ sightings }) => sightings.length > 0).length]);
});

it('end when they are told to', async () => {
  using tree = repository();
  const ending = new AbortController();
  const scan = scanParts(2, requestOf(tree), LISTENER, ending.signal);
  ending.abort(new Error('enough'));
  await expect(scan).rejects.toThrow('enough');
});

it('end all when one fails', async () => {
  using tree = repository();
  const request = { ...requestOf(tree), source: { rulesFolder: `${tree.root}/none` } };
  await expect(scanParts(2, request, LISTENER, undefined)).rejects.toThrow();
});
