import fc from 'fast-check';
import { expect, test } from 'vitest';
import { globMatches, isGlob } from './glob.ts';

test.each([
  ['refs/heads/main', 'refs/heads/main', true],
  ['refs/heads/main', 'refs/heads/main2', false],
  ['refs/heads/main', 'xrefs/heads/main', false],
  ['refs/heads/*', 'refs/heads/feature/a', true],
  ['*', '', true],
  ['?', '', false],
  ['a?c', 'abc', true],
  ['a*b*c', 'a-b-b-c', true],
  ['a*b*c', 'a-b-b-d', false],
  ['**', 'anything', true],
  ['a|b', 'a', false],
  ['a.c', 'abc', false],
  ['Main', 'main', false],
])('%s over %s is %s', (pattern, value, expected) => {
  expect(globMatches(pattern, value)).toBe(expected);
});

test('a glob agrees with the anchored regular expression that it stands for', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 8 });
  fc.assert(
    fc.property(word, fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 8 }), (pattern, value) => {
      const regex = new RegExp(`^(?:${pattern.replaceAll('?', '.').replaceAll('*', '.*')})$`, 's');
      return globMatches(pattern, value) === regex.test(value);
    }),
  );
});

test('a hostile pattern costs time in proportion to its size, not to its stars', () => {
  // A backtracking matcher does not come back from this one.
  expect(globMatches(`${'*a'.repeat(200)}*b`, 'a'.repeat(20_000))).toBe(false);
});

test('only a star or a question mark makes a glob', () => {
  expect([isGlob('a'), isGlob('a*'), isGlob('a?')]).toEqual([false, true, true]);
});
