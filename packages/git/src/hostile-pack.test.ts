/** Packs that are broken, or made to do harm: what is there is read, what is not is counted, and nothing takes long. */

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openObjects, type Pack, type WalkRequest } from './index.ts';
import { deltaOf, number } from './test-delta.ts';
import { entry, idOf, type TestEntry, writePack } from './test-pack.ts';
import { testFolder, testRepository } from './test-repository.ts';
import { walkPack } from './test-walk.ts';

const RUNS = Number(process.env.LEASEHOLD_FUZZ_RUNS ?? 40);
const BLOB = 3;
const BY_OFFSET = 6;
const BY_ID = 7;

const text = Buffer.from('a text that others are made from\n'.repeat(20));
const added = deltaOf(text, [{ from: 0, length: text.length }, { insert: Buffer.from('more') }]).delta;
const same = deltaOf(text, [{ from: 0, length: text.length }]).delta;

/** What a walk of the pack and the reading of each of its objects give, by the number of the entry. */
function outcomes(entries: readonly TestEntry[], request: Omit<WalkRequest, 'plan'> = {}) {
  using folder = testFolder();
  writePack(folder.path, entries);
  const store = openObjects(folder.path);
  const visited: number[] = [];
  const summaries = store.packs.map((pack) =>
    walkPack(pack, request, ({ position }) => {
      visited.push(position);
      return 0;
    }),
  );
  const read = entries.flatMap((_, index) => (store.read(idOf(index), request.largest) === undefined ? [] : [index]));
  store.close();
  const { failed = -1, large = [] } = summaries[0] ?? {};
  return { visited: visited.sort((a, b) => a - b), read, failed, large: large.map(({ position }) => position) };
}

const whole = entry(BLOB, text);
const good = entry(BY_OFFSET, added, { base: 0 });

describe('of a hostile pack everything is read that can be', () => {
  it.each<[string, TestEntry[]]>([
    ['a stream that is cut off', [{ ...whole, stream: whole.stream.subarray(0, 20) }]],
    ['a stream that is none', [{ ...whole, stream: Buffer.from('no stream at all') }]],
    ['a size that is too small', [{ ...whole, size: 10 }]],
    ['a size that is too large', [{ ...whole, size: text.length + 1 }]],
    ['a size of two to the power of 60', [{ ...whole, size: 2 ** 60 }]],
    ['a type that there is not', [{ ...whole, type: 5 }]],
    ['a type of zero', [{ ...whole, type: 0 }]],
    ['a delta for itself', [entry(BY_ID, added, { id: idOf(2) })]],
    ['a delta that is its own base', [entry(BY_OFFSET, added, { distance: 0 })]],
    ['a base before the pack', [entry(BY_OFFSET, added, { distance: 1_000_000 })]],
    ['a base amid another object', [entry(BY_OFFSET, added, { distance: 5 })]],
    ['a base that is nowhere', [entry(BY_ID, added, { id: 'f'.repeat(40) })]],
    ['a delta for a base of another size', [entry(BY_OFFSET, deltaOf(Buffer.alloc(9), []).delta, { base: 0 })]],
    [
      'a copy from outside of the base',
      [entry(BY_OFFSET, Buffer.concat([number(text.length), number(9), Buffer.of(0x98, 255, 9)]), { base: 0 })],
    ],
    ['a delta of nothing', [entry(BY_OFFSET, Buffer.alloc(0), { base: 0 })]],
    [
      'a delta that makes two to the power of 40',
      [entry(BY_OFFSET, Buffer.concat([number(text.length), number(2 ** 40)]), { base: 0 })],
    ],
    ['a delta with endless numbers', [entry(BY_OFFSET, Buffer.alloc(50, 255), { base: 0 })]],
  ])('with %s', (_what, wrong) => {
    const { visited, read, failed, large } = outcomes([whole, good, ...wrong]);
    expect({ visited, read }).toEqual({ visited: [0, 1], read: [0, 1] });
    expect(failed + large.length).toBe(1);
  });

  it('with deltas for each other, and one for them', () => {
    const circle = [
      entry(BY_ID, added, { id: idOf(3) }),
      entry(BY_ID, added, { id: idOf(2) }),
      entry(BY_ID, added, { id: idOf(2) }),
    ];
    expect(outcomes([whole, good, ...circle])).toEqual({ visited: [0, 1], read: [0, 1], failed: 3, large: [] });
  });

  it('with a broken base, whose deltas are counted with it', () => {
    const broken = { ...whole, stream: Buffer.from('broken') };
    const below = [entry(BY_OFFSET, added, { base: 2 }), entry(BY_OFFSET, added, { base: 3 })];
    expect(outcomes([whole, good, broken, ...below])).toEqual({ visited: [0, 1], read: [0, 1], failed: 3, large: [] });
  });

  it('with an index that names places amid objects', () => {
    using folder = testFolder();
    writePack(folder.path, [whole, good], [13, 30, 40, 41, 100, 5000]);
    const store = openObjects(folder.path);
    const read: number[] = [];
    const summary = walkPack(store.packs[0] as Pack, { types: ['commit', 'tree', 'blob', 'tag'] }, ({ bytes }) =>
      read.push(bytes.length),
    );
    store.close();
    expect(read).toEqual(expect.arrayContaining([text.length, text.length + 4]));
    expect(summary.objects + summary.failed + summary.large.length).toBe(8);
  });

  it('with a chain of deltas that is deep', () => {
    const link = entry(BY_OFFSET, same, { base: 0 });
    const chain = Array.from({ length: 20_000 }, (_, index) => ({ ...link, base: index }));
    using folder = testFolder();
    writePack(folder.path, [whole, ...chain]);
    const store = openObjects(folder.path);
    let deepest = 0;
    const summary = walkPack(store.packs[0] as Pack, {}, ({ depth, touched }) => {
      deepest = Math.max(deepest, depth);
      return touched?.length ?? 0;
    });
    expect(summary).toMatchObject({ objects: 20_001, failed: 0 });
    expect(deepest).toBe(20_000);
    // Which is more than git ever writes.
    expect(store.read(idOf(20_000))).toBeUndefined();
    store.close();
  });

  it.each([1, 10])('with more on the way down than there is room for, where every %s has two deltas', (every) => {
    const size = 1 << 20;
    const marked = (mark: number) => Buffer.alloc(size, 'a text of a mebibyte ').fill(mark, 0, 16);
    const base = marked(0);
    const link = (mark: number, from: number) =>
      entry(BY_OFFSET, deltaOf(base, [{ insert: Buffer.alloc(16, mark) }, { from: 16, length: size - 16 }]).delta, {
        base: from,
      });
    const chain = Array.from({ length: 150 }, (_, index) => link(index + 1, index));
    const branches = Array.from({ length: 150 / every }, (_, index) => link(200, index * every));
    using folder = testFolder();
    writePack(folder.path, [entry(BLOB, base), ...chain, ...branches]);
    const store = openObjects(folder.path);
    const wrong: number[] = [];
    const summary = walkPack(store.packs[0] as Pack, {}, ({ position, bytes }) => {
      if (!marked(position > 150 ? 200 : position).equals(bytes)) wrong.push(position);
      return 0;
    });
    store.close();
    expect(summary).toMatchObject({ objects: 151 + 150 / every, failed: 0, large: [] });
    expect(wrong).toEqual([]);
  });

  it('with objects that are large, which are named, and what is made from them all the same', () => {
    const small = deltaOf(text, [{ from: 0, length: 30 }]).delta;
    const entries = [whole, good, entry(BY_OFFSET, small, { base: 0 }), entry(BLOB, Buffer.from('small'))];
    expect(outcomes(entries, { largest: 100 })).toMatchObject({ visited: [2, 3], large: [0, 1], failed: 0 });
    expect(outcomes(entries, { largest: text.length })).toMatchObject({ visited: [0, 2, 3], large: [1], failed: 0 });
  });

  it('up to a budget, since a few bytes can make a large object', () => {
    const bomb = deltaOf(
      text,
      Array.from({ length: 1000 }, () => ({ from: 0, length: text.length })),
    ).delta;
    const bombs = Array.from({ length: 100 }, () => entry(BY_OFFSET, bomb, { base: 0 }));
    const { visited, failed } = outcomes([whole, ...bombs], { budget: 10_000_000 });
    expect(visited.length).toBeGreaterThan(10);
    expect(visited.length + failed).toBe(101);
    expect(visited.length).toBeLessThan(20);
    // Those count too that come to nothing only at their end.
    const duds = bombs.map((one) => ({ ...one, ...entry(BY_OFFSET, Buffer.concat([bomb, Buffer.of(0)]), { base: 0 }) }));
    const after = outcomes([whole, ...duds, good], { budget: 10_000_000 });
    expect(after).toMatchObject({ visited: [0], failed: 101 });
  });

  it(
    'however its bytes and those of its index are changed',
    () => {
      using repository = testRepository();
      repository.git('-c', 'repack.useDeltaBaseOffset=false', 'repack', '-adfq');
      const folder = join(repository.gitFolder, 'objects/pack');
      const files = readdirSync(folder).map((name) => join(folder, name));
      const paths = ['.pack', '.idx'].map((end) => files.find((name) => name.endsWith(end)) as string);
      const originals = paths.map((path) => readFileSync(path));
      const ids = walked(repository.gitFolder).ids;
      fc.assert(
        fc.property(fc.array(mutation, { minLength: 1, maxLength: 8 }), (mutations) => {
          for (const [index, path] of paths.entries()) {
            const bytes = Buffer.from(originals[index] as Buffer);
            let length = bytes.length;
            for (const { file, at, value, cut } of mutations) {
              if (file !== index) continue;
              if (cut) length = Math.floor(at * length);
              else bytes[Math.floor(at * bytes.length)] = value;
            }
            replace(path, bytes.subarray(0, length));
          }
          const { objects, failed, ids: left } = walked(repository.gitFolder, ids);
          expect(objects).toBe(left.length);
          expect(failed).toBeGreaterThanOrEqual(0);
        }),
        { numRuns: RUNS },
      );
    },
    5000 + RUNS * 100,
  );
});

const mutation = fc.record({
  // The index is small, and most of it is ids.
  file: fc.nat(1),
  at: fc.oneof(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.double({ min: 0, max: 0.02, noNaN: true })),
  value: fc.nat(255),
  cut: fc.nat(20).map((chance) => chance === 0),
});

function replace(path: string, bytes: Buffer): void {
  // Git makes them read-only.
  rmSync(path, { force: true });
  writeFileSync(path, bytes);
}

/** Walks everything, and reads everything. */
function walked(gitFolder: string, read: readonly string[] = []) {
  const store = openObjects(gitFolder);
  const ids: string[] = [];
  let objects = 0;
  let failed = 0;
  for (const pack of store.packs) {
    const summary = walkPack(pack, { types: ['commit', 'tree', 'blob', 'tag'] }, ({ position, touched, bytes }) => {
      ids.push(pack.index.idAt(position));
      for (const end of touched ?? []) if (end > bytes.length) throw new Error('touched beyond the object');
      return 0;
    });
    objects += summary.objects;
    failed += summary.failed;
  }
  for (const id of read) store.read(id);
  store.close();
  return { objects, failed, ids };
}
