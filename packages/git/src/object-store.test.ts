/** Repositories in every form that git writes, read as `git cat-file` reads them. */

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ObjectType, openObjects, openWalk, planPack, turnsOf } from './index.ts';
import { allObjects, summaryOf, type TestRepository, testRepository } from './test-repository.ts';

/** Every object that the store has: each walked in every pack, and the loose ones. */
function everything(gitFolder: string): ReadonlyMap<string, string> {
  const store = openObjects(gitFolder);
  const found = new Map<string, string>();
  const types: readonly ObjectType[] = ['commit', 'tree', 'blob', 'tag'];
  for (const pack of store.packs) {
    // Two walks that take turns.
    const visited = new Set<string>();
    const plan = planPack(pack);
    const walks = [0, 1].map(() =>
      openWalk(pack, { types, plan }, ({ position, type, bytes }) => {
        const id = pack.index.idAt(position);
        expect(visited.has(id)).toBe(false);
        visited.add(id);
        found.set(id, summaryOf(type, bytes));
        return 0;
      }),
    );
    const turns = turnsOf(plan, types, 500);
    for (const [turn, until] of turns.slice(1).entries()) walks[turn % 2]?.go(turns[turn] as number, until);
    for (const walk of walks) {
      expect(walk.summary()).toMatchObject({ failed: 0, large: [] });
      walk.close();
    }
  }
  for (const id of store.loose()) {
    const object = store.read(id);
    if (object !== undefined) found.set(id, summaryOf(object.type, object.bytes));
  }
  expect(store.unread).toEqual([]);
  store.close();
  return found;
}

/** What is done to a repository before it is read. */
interface Form {
  readonly form: string;
  readonly change?: (repository: TestRepository) => unknown;
  readonly options?: readonly string[];
}

const FORMS: readonly Form[] = [
  { form: 'loose objects' },
  { form: 'a pack of deltas by offset', change: ({ git }) => git('repack', '-adfq', '--depth=50', '--window=20') },
  { form: 'a pack of deltas by id', change: ({ git }) => git('-c', 'repack.useDeltaBaseOffset=false', 'repack', '-adfq') },
  { form: 'a pack without deltas', change: ({ git }) => git('repack', '-adFq', '--depth=0') },
  { form: 'an index of version 1', change: ({ git }) => git('-c', 'pack.indexVersion=1', 'repack', '-adfq') },
  { form: 'an index with offsets of 64 bits', change: ({ indexAgain }) => indexAgain('--index-version=2,0x40') },
  { form: 'a reverse index', change: ({ git }) => git('-c', 'pack.writeReverseIndex=true', 'repack', '-adfq') },
  { form: 'several packs', change: severalPacks },
  { form: 'objects borrowed from another repository', change: ({ lend }) => lend() },
  { form: 'SHA-256', change: ({ git }) => git('repack', '-adfq'), options: ['--object-format=sha256'] },
  { form: 'nothing', options: ['--empty'] },
];

function severalPacks({ git, edit }: TestRepository): void {
  git('repack', '-dq');
  edit(5);
  git('repack', '-dq');
  edit(3);
}

describe('a repository is read as git reads it', () => {
  it.each(FORMS)(
    'with $form',
    ({ change, options = [] }) => {
      using repository = testRepository(options);
      change?.(repository);
      const expected = allObjects(repository.gitFolder);
      expect(everything(repository.gitFolder)).toEqual(expected);
      const store = openObjects(repository.gitFolder);
      for (const [id, object] of expected) {
        const read = store.read(id);
        expect(read && summaryOf(read.type, read.bytes)).toBe(object);
      }
      expect(store.read('0'.repeat(store.idLength * 2))).toBeUndefined();
      store.close();
    },
    30_000,
  );

  it('with packs that only the multi-pack-index knows, which git itself passes over', () => {
    using repository = testRepository();
    severalPacks(repository);
    repository.git('multi-pack-index', 'write');
    const expected = allObjects(repository.gitFolder);
    repository.remove(/\.idx$/);
    expect(everything(repository.gitFolder)).toEqual(expected);
    const store = openObjects(repository.gitFolder);
    expect([...expected.keys()].filter((id) => store.read(id) === undefined)).toEqual([]);
  });
});

describe('a loose object', () => {
  it('that is broken, or larger than wanted, is named once', () => {
    using repository = testRepository();
    const store = openObjects(repository.gitFolder);
    const [first, second, third] = [...store.loose()] as [string, string, string];
    const write = (id: string, content: string) => {
      const path = join(repository.gitFolder, 'objects', id.slice(0, 2), id.slice(2));
      rmSync(path);
      writeFileSync(path, deflateSync(content));
    };
    write(first, 'blob 5\0text');
    write(second, 'blot 4\0text');
    write(third, `blob 5000\0${'text '.repeat(1000)}`);
    for (const id of [first, second, third, third]) expect(store.read(id, 1000)).toBeUndefined();
    expect(store.unread).toEqual([
      { what: first, reason: 'the object has another size than it says' },
      { what: second, reason: 'the object does not begin as one' },
      { what: third, reason: 'the object is too large' },
    ]);
    expect(store.read(third)?.bytes.length).toBe(5000);
    store.close();
  });
});
