import { Secret } from '@leasehold/core';
import { expect, it } from 'vitest';
import { shownText } from './shown-text.ts';

const value = ['live', '-credential-', '77'].join('');

it.each<[string, unknown]>([
  ['a message', new Error(value)],
  ['a cause', new Error('outer', { cause: new Error('inner', { cause: { deep: [value] } }) })],
  ['a field', { a: { b: value } }],
  ['a key', { [value]: 1 }],
  ['JSON of its own', { toJSON: () => value }],
])('what stands in %s is shown', (_what, holder) => {
  expect(shownText(holder)).toContain(value);
});

it('a secret is not, and a circle ends', () => {
  const circle: Record<string, unknown> = { secret: new Secret(value) };
  circle.itself = circle;
  expect(shownText([circle, new Error('x', { cause: circle })])).not.toContain(value);
});
