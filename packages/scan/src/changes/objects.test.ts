import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newGit } from './git-command.ts';
import { openRepositoryObjects } from './objects.ts';
import { type TestRepository, testPorts, testRepository } from './test-repository.ts';

const MISSING = '1'.repeat(40);

function hashed(repository: TestRepository, contents: readonly string[]): string[] {
  repository.write(Object.fromEntries(contents.map((content, at) => [`blobs/${at}`, content])));
  return repository
    .git('hash-object', '-w', ...contents.map((_, at) => `blobs/${at}`))
    .trim()
    .split('\n');
}

test.each([3, 50])('%i objects are read, together or one by one, and one that is missing is none', (number) => {
  using repository = testRepository();
  const contents = Array.from({ length: number }, (_, at) => `content ${at}\n`.repeat(at + 1));
  const ids = hashed(repository, contents);
  using objects = openRepositoryObjects(join(repository.root, '.git'), newGit({ cwd: repository.root, env: testPorts().env }));
  objects.ready([...ids, MISSING]);
  const texts = (): unknown => ids.map((id) => String(Buffer.from(objects.read(id) ?? [])));
  expect([texts(), texts(), objects.read(MISSING), objects.read(MISSING)]).toEqual([contents, contents, undefined, undefined]);
});

test('what was said to be read arrives in any order, and is read without git where that ends', async () => {
  using repository = testRepository();
  const contents = Array.from({ length: 100 }, (_, at) => `content ${at}\n`.repeat(at * 20 + 1));
  const ids = hashed(repository, contents);
  for (const path of [testPorts().env.PATH, '/nowhere']) {
    const git = newGit({ cwd: repository.root, env: { ...testPorts().env, PATH: path } });
    using objects = openRepositoryObjects(join(repository.root, '.git'), git);
    objects.ready([...ids, MISSING]);
    const order = [...ids.slice(50).reverse(), MISSING, ...ids.slice(0, 50)];
    const texts = new Map<string, string>();
    for (const id of order) {
      await objects.arrival(id);
      texts.set(id, String(Buffer.from(objects.read(id) ?? [])));
    }
    expect(ids.map((id) => texts.get(id))).toEqual(contents);
    expect(objects.read(MISSING)).toBeUndefined();
  }
});

test('an object that is kept elsewhere for the time being is read by git', () => {
  using repository = testRepository();
  using other = testRepository();
  const [id = ''] = hashed(other, ['in quarantine\n']);
  const env = { ...testPorts().env, GIT_OBJECT_DIRECTORY: join(other.root, '.git/objects') };
  using objects = openRepositoryObjects(join(repository.root, '.git'), newGit({ cwd: repository.root, env }));
  expect(String(Buffer.from(objects.read(id) ?? []))).toBe('in quarantine\n');
});
