import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Platform, Secret } from '@leasehold/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemRandom } from './node-ports.ts';
import { terminal } from './terminal.ts';

let temp = '';
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'leasehold-'));
});
afterEach(() => rm(temp, { recursive: true, force: true }));

const open = (parts: { idTokenFile?: string; within?: Platform }): ReturnType<typeof terminal> =>
  terminal({}, { within: parts.within, idTokenFile: parts.idTokenFile, temp, ledgerFile: undefined }, { random: systemRandom });

test('the token is read anew at every call, so that a renewed one is used', async () => {
  const idTokenFile = join(temp, 'token');
  await writeFile(idTokenFile, 'first\n');
  const platform = open({ idTokenFile });
  expect((await platform.idToken('a')).reveal()).toBe('first');
  await writeFile(idTokenFile, 'second');
  expect((await platform.idToken('a')).reveal()).toBe('second');
});

test.each([
  [undefined, 'ERR_ID_TOKEN_PERMISSION', 'there is no ID token to lease with'],
  ['/nowhere/token', 'ERR_ID_TOKEN_FILE', 'the ID token file `/nowhere/token` cannot be read'],
])('with the token file %s the error says what to give', async (idTokenFile, code, message) => {
  await expect(open(idTokenFile ? { idTokenFile } : {}).idToken('a')).rejects.toMatchObject({
    code,
    message,
    help: expect.stringContaining('--id-token-file'),
  });
});

test('on a CI system the identity and the masks are that system’s, and variables stay here', async () => {
  const masked: string[] = [];
  const within = {
    run: { platform: 'gh', run: '77', attempt: '2' },
    idToken: () => Promise.resolve(new Secret('from the runner')),
    mask: (value: string) => masked.push(value),
  } as unknown as Platform;
  const platform = open({ within });
  platform.mask('hide me');
  platform.exportVariable('KEY', 'value');
  expect((await platform.idToken('a')).reveal()).toBe('from the runner');
  expect([platform.run, masked, [...platform.exported]]).toEqual([
    { platform: 'gh', run: '77', attempt: '2' },
    ['hide me'],
    [['KEY', 'value']],
  ]);
});

test('two terminals are two runs', () => {
  expect(open({}).run.run).toMatch(/^[0-9a-z]{10}$/);
  expect(open({}).run.run).not.toBe(open({}).run.run);
});
