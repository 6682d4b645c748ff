/** Commits, tags, trees and refs as git makes them. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openObjects, parseCommit, parseTag, readRefs, treeEntries, treeEntry } from './index.ts';
import { testRepository } from './test-repository.ts';

describe('what git writes is understood', () => {
  it('as commits, tags and trees', () => {
    using repository = testRepository();
    const store = openObjects(repository.gitFolder);
    const idOf = (name: string) => repository.git('rev-parse', name).trim();
    const bytesOf = (name: string) => (store.read(idOf(name)) as { bytes: Uint8Array }).bytes;
    const commit = bytesOf('main');
    const { message, ...rest } = parseCommit(commit) ?? { message: 0 };
    const ada = { name: 'Ada', mail: 'ada@example.com', time: 12, zone: 0 };
    expect(rest).toEqual({ tree: idOf('main^{tree}'), parents: [idOf('main~1')], author: ada, committer: ada });
    expect(Buffer.from(commit).toString('utf8', message)).toBe('Edit 12\n\nIts message.');
    const tag = bytesOf('v1');
    const parsed = parseTag(tag);
    expect(parsed).toMatchObject({ object: idOf('main'), type: 'commit', name: 'v1', tagger: { name: 'Ada' } });
    expect(Buffer.from(tag).toString('utf8', parsed?.message)).toBe('The first.\n');
    expect(treeEntries(bytesOf('main^{tree}'))).toEqual([
      { mode: 0o040000, name: 'folder', id: idOf('main:folder') },
      { mode: 0o100644, name: 'text', id: idOf('main:text') },
    ]);
  });

  it.each([
    [
      'a signature over several lines',
      'tree 1\ngpgsig -----BEGIN\n author of nothing\n -----END\nauthor A <a@b> 5 -0130\n\nText',
      { author: { name: 'A', mail: 'a@b', time: 5, zone: -90 } },
    ],
    [
      'a name with brackets',
      'tree 1\nauthor A <B> <a@b> 5 +0000\n\n',
      { author: { name: 'A', mail: 'B> <a@b', time: 5, zone: 0 } },
    ],
    ['no time', 'tree 1\nauthor A <a@b>\n\n', { author: { name: 'A', mail: 'a@b', time: 0, zone: 0 } }],
    ['no mail', 'tree 1\nauthor A\n\n', { author: { name: 'A', mail: '', time: 0, zone: 0 } }],
    ['no message', 'tree 1', { tree: '1', message: 6 }],
    ['no tree', 'author A', undefined],
  ])('as a commit with %s', (_what, text, expected) => {
    const commit = parseCommit(Buffer.from(text));
    if (expected === undefined) expect(commit).toBeUndefined();
    else expect(commit).toMatchObject(expected);
  });

  it('as a tree up to where it is broken', () => {
    const entry = Buffer.concat([Buffer.from('100644 a\0'), Buffer.alloc(20, 1)]);
    for (const broken of [Buffer.alloc(0), Buffer.from('100644'), Buffer.from('100644 b'), Buffer.from('100644 b\x0a3')]) {
      const tree = Buffer.concat([entry, broken]);
      expect(treeEntries(tree)).toEqual([{ mode: 0o100644, name: 'a', id: '01'.repeat(20) }]);
      expect([treeEntry(tree, 'a'), treeEntry(tree, 'b')]).toEqual([treeEntries(tree)[0], undefined]);
    }
    expect(parseTag(Buffer.from('object 1\ntype nothing\n\n'))).toBeUndefined();
  });

  it('as one entry of a tree, which is what all of them have under that name', () => {
    const name = fc.stringMatching(/^[ab ]{1,3}$/);
    const entries = fc.uniqueArray(fc.tuple(name, fc.uint8Array({ minLength: 20, maxLength: 20 })), {
      selector: ([key]) => key,
      maxLength: 12,
    });
    fc.assert(
      fc.property(entries, name, (all, wanted) => {
        const tree = Buffer.concat(all.flatMap(([key, id]) => [Buffer.from(`100644 ${key}\0`), id]));
        expect(treeEntry(tree, wanted)).toEqual(treeEntries(tree).find((entry) => entry.name === wanted));
      }),
    );
  });

  it('as refs: loose, packed, symbolic, and the heads of working trees', () => {
    using repository = testRepository();
    const { git, gitFolder } = repository;
    git('branch', 'packed');
    git('pack-refs', '--all');
    git('branch', 'deep/er', 'main~1');
    git('symbolic-ref', 'refs/heads/same', 'refs/heads/deep/er');
    git('worktree', 'add', '-q', '--detach', '../tree', 'main~2');
    mkdirSync(join(gitFolder, 'refs/odd'));
    writeFileSync(join(gitFolder, 'refs/odd/broken'), 'no id');
    writeFileSync(join(gitFolder, 'refs/odd/circle'), 'ref: refs/odd/circle\n');
    const refs = git('for-each-ref', '--format=%(refname) %(objectname)')
      .trim()
      .split('\n')
      .filter((line) => !line.includes('/odd/'));
    const head = `HEAD ${git('rev-parse', 'main').trim()}`;
    const tree = `worktrees/tree/HEAD ${git('rev-parse', 'main~2').trim()}`;
    const ports = { environment: process.env };
    expect(readRefs(gitFolder, ports).refs.map(({ name, id }) => `${name} ${id}`)).toEqual([head, tree, ...refs]);
    const linked = readRefs(join(gitFolder, 'worktrees/tree'), ports).refs.map(({ name, id }) => `${name} ${id}`);
    expect(linked).toEqual([tree.replace('worktrees/tree/', ''), head.replace('HEAD', 'main-worktree/HEAD'), tree, ...refs]);
  });
});
