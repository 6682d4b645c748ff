import { expect, test } from 'vitest';
import { suggest } from './suggest.ts';

test.each([
  ['repositry', 'repository'],
  ['Ref', 'ref'],
  ['enviroment', 'environment'],
  ['zzzzzz', undefined],
])('%s probably meant %s', (word, meant) => {
  expect(suggest(word, ['repository', 'ref', 'environment'])).toBe(meant);
});

test('where nothing is known nothing is suggested', () => {
  expect(suggest('ref', [])).toBeUndefined();
});
