import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleMaker } from './example-maker.ts';
import { compileShape, parseShape } from './shape.ts';
import { shapeExamples } from './shape-example.ts';

/** The length that a shape takes of a text, -1 when none. */
function taken(shape: string, text: string): number {
  const pattern = compileShape(shape);
  pattern.lastIndex = 0;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

test.each([
  ['ab.c', 'ab.c', 4],
  ['ab.c', 'abxc', -1],
  ['a/b$c|', '', -1],
  ['a[0-9]{3}', 'a123', 4],
  ['a[0-9]{3}', 'a12', -1],
  ['a[0-9]{2,3}b', 'a1234b', -1],
  ['a[0-9a-f_-]', 'a-', 2],
  ['a[0-9]?b', 'ab', 2],
  ['a(bc|d)e', 'abce', 4],
  ['a(bc|d)e', 'ae', -1],
  ['a(bc|d)?e', 'ae', 2],
  ['a(b[0-9]{1,2}-)?e', 'ab12-e', 6],
  ['a\\+\\[', 'a+[', 3],
  ['k-<uuid>', 'k-01234567-89ab-cdef-0123-456789abcdef', 38],
  ['k-<uuid>', 'k-01234567-89AB-cdef-0123-456789abcdef', -1],
  ['a[0-9]{2000}', `a${'1'.repeat(2000)}`, 1001],
])('%s takes of %s %i characters', (shape, text, length) => {
  if (shape.endsWith('|')) expect(() => compileShape(shape)).toThrowCode('ERR_SHAPE');
  else expect(taken(shape, text)).toBe(length);
});

test.each([
  ['', 'is empty'],
  ['a[0-9]*', 'a star'],
  ['a[0-9]+', 'a plus'],
  ['a[0-9]{3,}', 'no upper bound'],
  ['a{3}', 'a count on a literal'],
  ['a(b|c){2}', 'a count on a choice'],
  ['a([0-9]{2}){3}', 'a count around a count'],
  ['a([0-9]{2})*', 'a star on a choice'],
  ['a[0-9]{3,2}', 'bounds that go down'],
  ['a[0-9]{0}', 'nothing at all'],
  ['a[]', 'an empty set'],
  ['a[^0-9]', 'a negated set'],
  ['a[+-/]', 'a range of punctuation'],
  ['a[0-f]', 'a range across kinds'],
  ['a[9-0]', 'a range that runs backwards'],
  ['a[0-9', 'an open set'],
  ['a]', 'a bracket that nothing opened'],
  ['a(b', 'an open choice'],
  ['a)', 'a choice that nothing opened'],
  ['a(b|)', 'an empty option'],
  ['a\\', 'a backslash at the end'],
  ['a[a-z]{1,9}[a-z]{1,9}[a-z]{1,9}', 'two open lengths side by side'],
  ['a[a-z]{1,9}(b|[0-9]{1,9}x)?[a-z]{1,9}[0-9a-z]{3}', 'two open lengths around an optional choice'],
])('%s is refused: %s', (shape) => {
  expect(() => parseShape(shape)).toThrowCode('ERR_SHAPE');
});

test('a refusal says where the notation is wrong', () => {
  expect(() => parseShape('ghx_[0-9]+')).toThrowCode('ERR_SHAPE', 'the shape `ghx_[0-9]+` has a bare `+` at character 10');
});

test('sets of open length with a character between them that neither has are no ambiguity', () => {
  expect(taken('a[0-9a-f]{1,9}-[0-9a-f]{1,9}.[0-9]{1,9}[=]{0,2}', 'a1-2.3==')).toBe(8);
});

/** Shapes that the notation can say: a literal, then sets, choices and options. */
const SHAPE = fc
  .array(
    fc.oneof(
      fc.constantFrom('-', '.', '_x', '\\+', '<uuid>'),
      fc
        .tuple(fc.constantFrom('0-9', 'A-F0-9', 'a-zA-Z0-9_'), fc.nat(9), fc.nat(9))
        .map(([set, least, more]) => `[${set}]{${least + 1},${least + 1 + more}}-`),
      // Closed by a character of its own: side by side they would be refused as ambiguous.
      fc.constantFrom('(ab|[0-9]{3})', '(x-)?', '(q|r[a-f]{2})?', '[=]{0,2}-'),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => `t_${pieces.join('')}z`);

test('whatever a shape makes up it takes as a whole, and what it must not take it does not', () => {
  fc.assert(
    fc.property(SHAPE, fc.integer(), (shape, seed) => {
      const { positive, negative } = shapeExamples(shape, ['t_'], exampleMaker(seed));
      for (const value of positive) expect(taken(shape, value)).toBe(value.length);
      for (const value of negative) expect(taken(shape, value)).toBe(-1);
    }),
  );
});

test('text of any kind makes a shape or a refusal, never another error', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab[](){}|?*+\\<>^-,09uid.'), maxLength: 20 }), (text) => {
      try {
        compileShape(text);
      } catch (error) {
        expect(error).toHaveProperty('code', 'ERR_SHAPE');
      }
    }),
  );
});
