import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openObjects } from '@leasehold/git';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GitIndex, openGitIndex } from '../git-index.ts';
import { type TestRepository, testRepository } from './test-repository.ts';
import { compareWithTree } from './tree-comparison.ts';

function indexOf(repository: TestRepository): Buffer {
  return readFileSync(join(repository.root, '.git/index'));
}

test('what an index says of its folders hides nothing, however damaged it is', () => {
  using repository = testRepository();
  repository.commit({ 'a/a': '1', 'a/b/c': '2', 'a/b/d': '3', 'b/e/f': '4', 'b/g': '5', h: '6' });
  const tree = repository.id('HEAD^{tree}');
  repository.write({ 'a/b/d': 'changed', 'b/e/new': 'n' });
  repository.git('add', '.');
  // So that all folders are remembered, and some are not those of the commit.
  repository.git('write-tree');
  const bytes = indexOf(repository);
  const store = openObjects(join(repository.root, '.git'));
  const read = (id: string): Uint8Array | undefined => store.read(id)?.bytes;
  const index = openGitIndex(bytes, 20) as GitIndex;
  const expected = compareWithTree({ ...index, trees: undefined }, tree, read);
  expect(expected?.map(({ path }) => path)).toEqual(['a/b/d', 'b/e/new']);
  const from = bytes.indexOf('TREE') + 8;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: bytes.length - 21 - from }), fc.integer({ min: 0, max: 255 })), { maxLength: 3 }),
      fc.boolean(),
      (changes, digits) => {
        const damaged = Buffer.from(bytes);
        for (const [at, value] of changes) damaged[from + at] = digits ? 0x30 + (value % 10) : value;
        expect(compareWithTree(openGitIndex(damaged, 20) as GitIndex, tree, read)).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
  store.close();
});

test('folders that are as they were are not read', () => {
  using repository = testRepository();
  repository.commit({ 'a/a': '1', 'a/b/c': '2', 'b/d': '3' });
  repository.write({ 'b/d': 'changed' });
  repository.git('add', 'b');
  const [root, changed] = [repository.id('HEAD^{tree}'), repository.id('HEAD:b')];
  const store = openObjects(join(repository.root, '.git'));
  const asked: string[] = [];
  const read = (id: string): Uint8Array | undefined => {
    asked.push(id);
    return store.read(id)?.bytes;
  };
  expect(compareWithTree(openGitIndex(indexOf(repository), 20) as GitIndex, root, read)).toHaveLength(1);
  expect(asked).toEqual([root, changed]);
  store.close();
});

test('is left to git where a tree is missing, or very many are to be read', () => {
  using repository = testRepository();
  repository.commit(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`${at}/file`, `${at}`])));
  const index = openGitIndex(indexOf(repository), 20) as GitIndex;
  const root = repository.id('HEAD^{tree}');
  const store = openObjects(join(repository.root, '.git'));
  const read = (id: string): Uint8Array | undefined => store.read(id)?.bytes;
  expect(compareWithTree(index, root, read)).toEqual([]);
  expect(compareWithTree({ ...index, trees: undefined }, root, read)).toBeUndefined();
  expect(compareWithTree(index, '1'.repeat(40), read)).toBeUndefined();
  store.close();
});
