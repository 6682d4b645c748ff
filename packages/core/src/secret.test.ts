import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from './secret.ts';

const secret = new Secret('hunter2');

test.each([
  ['a template', `${secret}`],
  ['concatenation', `x${String(secret)}`],
  ['JSON', JSON.stringify({ secret })],
  ['inspection', inspect({ deep: { secret } }, { depth: 9, showHidden: true })],
  ['an error', new Error(`failed with ${secret}`).stack ?? ''],
  ['its keys', Object.entries(secret).join() + Object.getOwnPropertyNames(secret).join()],
])('a secret does not show in %s', (_where, text) => {
  expect(text).not.toContain('hunter2');
});

test('only reveal gives it up', () => {
  expect(secret.reveal()).toBe('hunter2');
});
