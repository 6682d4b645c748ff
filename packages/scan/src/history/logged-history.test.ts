/** What a history tells of its files, and what it does where that takes too much memory. */

import { newHistoryReader, openObjects, planPack, readRefs } from '@leasehold/git';
import { expect, it } from 'vitest';
import { testTree } from '../test-tree.ts';
import { loggedHistory } from './logged-history.ts';
import { historyNotes } from './notes.ts';

it.each([
  [undefined, 'folder/a.txt', false],
  [0, '', true],
])('keeps at most %s entries, and says so where they are too few', async (most, path, curtailed) => {
  using tree = testTree({ 'folder/a.txt': 'text' });
  tree.git('init', '-q');
  tree.git('add', '-A');
  tree.git('commit', '-qm', 'one');
  const id = tree.git('rev-parse', 'HEAD:folder/a.txt').trim();
  const gitFolder = `${tree.root}/.git`;
  const store = openObjects(gitFolder);
  const plans = store.packs.map((pack) => ({ path: pack.path, plan: planPack(pack) }));
  const { refs } = readRefs(gitFolder, { environment: process.env });
  const log = await newHistoryReader(store, { refs, cut: new Set(), plans }).read();
  store.close();
  if (log === undefined) throw new Error('the history cannot be read');
  const history = loggedHistory(log, most);
  const { origins, versions, lookup } = history.trace(new Set([id]));
  expect(origins.get(id)).toBe(path);
  const commit = tree.git('rev-parse', 'HEAD').trim();
  const known = curtailed ? undefined : id;
  expect(versions(new Set(['folder/a.txt'])).get('folder/a.txt')).toEqual(known && [{ commit, content: known }]);
  expect(lookup?.(commit, 'folder/a.txt')).toBe(known);
  for (const none of ['folder', 'a.txt', 'folder/b.txt', 'folder/a.txt/b']) expect(lookup?.(commit, none)).toBeUndefined();
  expect(history.curtailed()).toBe(curtailed);
  const facts = { left: 0, without: undefined, missing: 0, unnamed: 0, shallow: false, partial: false };
  expect(historyNotes({ ...facts, curtailed })).toHaveLength(curtailed ? 1 : 0);
});
