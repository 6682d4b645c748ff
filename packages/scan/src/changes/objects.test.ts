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
  const objects = openRepositoryObjects(join(repository.root, '.git'), newGit({ cwd: repository.root, env: testPorts().env }));
  objects.ready([...ids, MISSING]);
  const texts = (): unknown => ids.map((id) => String(Buffer.from(objects.read(id) ?? [])));
  expect([texts(), texts(), objects.read(MISSING), objects.read(MISSING)]).toEqual([contents, contents, undefined, undefined]);
});

test('an object that is kept elsewhere for the time being is read by git', () => {
  using repository = testRepository();
  using other = testRepository();
  const [id = ''] = hashed(other, ['in quarantine\n']);
  const env = { ...testPorts().env, GIT_OBJECT_DIRECTORY: join(other.root, '.git/objects') };
  const objects = openRepositoryObjects(join(repository.root, '.git'), newGit({ cwd: repository.root, env }));
  expect(String(Buffer.from(objects.read(id) ?? []))).toBe('in quarantine\n');
});
