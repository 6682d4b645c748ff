import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { privateFolder } from './private-folder.ts';

let temp = '';
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'leasehold-'));
});
afterEach(() => rm(temp, { recursive: true, force: true }));

const mode = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

test('the folder is 0700 and its files are 0600, whatever the umask', async () => {
  const before = process.umask(0);
  try {
    const folder = privateFolder(temp, 'lease');
    await folder.write('credential.json', 'x');
    expect([
      await mode(join(temp, 'leasehold')),
      await mode(folder.path),
      await mode(join(folder.path, 'credential.json')),
    ]).toEqual(['700', '700', '600']);
  } finally {
    process.umask(before);
  }
});

test('a file is written whole or not at all, and what a killed writer left is no obstacle', async () => {
  const folder = privateFolder(temp, 'lease');
  await folder.write('a', 'one');
  await writeFile(join(folder.path, '.a.partial'), 'half');
  await folder.write('a', 'two');
  expect(await folder.read('a')).toBe('two');
  expect(await readdir(folder.path)).toEqual(['a']);
});

test('what is not there reads as undefined, and removing twice is success', async () => {
  const folder = privateFolder(temp, 'lease');
  expect(await folder.read('nothing')).toBeUndefined();
  await folder.write('a', 'x');
  await folder.remove();
  await folder.remove();
  expect(await folder.read('a')).toBeUndefined();
});

test('a folder that was open to others is closed before anything is written', async () => {
  await mkdir(join(temp, 'leasehold'));
  await chmod(join(temp, 'leasehold'), 0o777);
  await privateFolder(temp, 'lease').write('a', 'x');
  expect(await mode(join(temp, 'leasehold'))).toBe('700');
});

test('a link in the place of the folder is refused', async () => {
  await mkdir(join(temp, 'elsewhere'));
  await symlink(join(temp, 'elsewhere'), join(temp, 'leasehold'));
  await expect(privateFolder(temp, 'lease').write('a', 'x')).rejects.toMatchObject({ code: 'ERR_PRIVATE_FOLDER' });
});

test.each(['../outside', 'a/b', '', '..', '.', '.hidden', 'a\0b', 'x'.repeat(200)])(
  'a name that leads elsewhere, such as %j, is refused before anything is made',
  async (name) => {
    expect(() => privateFolder(temp, name)).toThrowCode('ERR_PRIVATE_FOLDER');
    await expect(privateFolder(temp, 'lease').write(name, 'x')).rejects.toThrowCode('ERR_PRIVATE_FOLDER');
    await expect(privateFolder(temp, 'lease').read(name)).rejects.toThrowCode('ERR_PRIVATE_FOLDER');
    expect(await readdir(temp)).toEqual([]);
  },
);

test('what is no file is no answer but a failure', async () => {
  const folder = privateFolder(temp, 'lease');
  await folder.write('a', 'x');
  await mkdir(join(folder.path, 'b'));
  await expect(folder.read('b')).rejects.toThrow('EISDIR');
});
