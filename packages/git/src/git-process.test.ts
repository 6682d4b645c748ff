/** What is not read here is read by git, and what git has not is named. */

import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type GitObject, openObjects, readByGit, readUnread } from './index.ts';
import { allObjects, summaryOf, testFolder, testRepository } from './test-repository.ts';

const ports = { environment: process.env };

function collector() {
  const found = new Map<string, string>();
  return { found, visit: (id: string, { type, bytes }: GitObject) => void found.set(id, summaryOf(type, bytes)) };
}

describe('git is asked', () => {
  it('for objects by their ids, and says which it has not and which are too large', () => {
    using repository = testRepository();
    const expected = allObjects(repository.gitFolder);
    const { found, visit } = collector();
    const missing = '1'.repeat(40);
    const [large] = [...expected].find(([, text]) => Number(text.split(' ')[1]) > 10_000) as [string, string];
    const unread = readByGit(repository.gitFolder, [...expected.keys(), missing], 1 << 20, visit, ports);
    expect(found).toEqual(expected);
    expect(unread).toEqual([{ what: missing, reason: 'the object is not here' }]);
    expect(readByGit(repository.gitFolder, [large], 10_000, visit, ports)).toEqual([
      { what: large, reason: 'the object is too large' },
    ]);
  });

  it('for what is in packs that cannot be opened here', () => {
    using repository = testRepository();
    repository.git('repack', '-adfq');
    repository.edit(2);
    const folder = join(repository.gitFolder, 'objects/pack');
    const pack = join(folder, readdirSync(folder).find((name) => name.endsWith('.pack')) as string);
    const expected = allObjects(repository.gitFolder);
    // A later version, which git does not know either.
    const bytes = readFileSync(pack);
    bytes.writeUInt32BE(9, 4);
    chmodSync(pack, 0o600);
    writeFileSync(pack, bytes);
    const store = openObjects(repository.gitFolder);
    expect(store.unread).toEqual([{ what: pack, reason: 'the pack is of version 9' }]);
    const loose = [...store.loose()];
    const { found, visit } = collector();
    const unread = readUnread(repository.gitFolder, store, 1 << 20, visit, ports);
    expect(found.size + unread.length + loose.length).toBeGreaterThanOrEqual(loose.length);
    // The whole pack again, and a store that knows nothing of it.
    bytes.writeUInt32BE(2, 4);
    writeFileSync(pack, bytes);
    const rest = readUnread(repository.gitFolder, store, 1 << 20, visit, ports);
    expect(rest).toEqual([]);
    for (const id of loose) found.set(id, expected.get(id) as string);
    expect(found).toEqual(expected);
  });

  it('without the variables that would lead it elsewhere, or make it run something', () => {
    using repository = testRepository();
    const [id] = [...allObjects(repository.gitFolder).keys()] as [string];
    const { found, visit } = collector();
    const environment = { ...process.env, GIT_OBJECT_DIRECTORY: '/nowhere', GIT_TRACE: '/dev/stdout', GIT_CONFIG_COUNT: 'none' };
    expect(readByGit(repository.gitFolder, [id], 1 << 20, visit, { environment })).toEqual([]);
    expect([...found.keys()]).toEqual([id]);
  });

  it('and everything is named when there is no git, or no repository', () => {
    using folder = testFolder();
    const { visit } = collector();
    const id = '1'.repeat(40);
    const [nowhere] = readByGit(folder.path, [id], 1, visit, { environment: { PATH: folder.path } });
    expect(nowhere).toMatchObject({ what: id, reason: expect.stringContaining('git cannot be run') });
    expect(readByGit(folder.path, [id], 1, visit, ports)).toEqual([{ what: id, reason: 'git cannot read the repository' }]);
  });
});
