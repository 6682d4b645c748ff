import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newBatchReader } from './batch-output.ts';

const LARGEST = 40;

/** What is told of an answer that comes in pieces of these lengths. */
function told(answer: Buffer, lengths: readonly number[]): string[] {
  const seen: string[] = [];
  const read = newBatchReader(LARGEST, (id, object) => {
    seen.push(object === undefined ? `${id} none` : `${id} ${object.type} ${Buffer.from(object.bytes).toString('latin1')}`);
  });
  let at = 0;
  for (let turn = 0; at < answer.length; turn++) {
    const length = lengths[turn % lengths.length] as number;
    read(answer.subarray(at, at + length));
    at += length;
  }
  return seen;
}

test('objects are told in their order wherever the answer is cut, and what is missing or too large has none', () => {
  const object = fc.record({
    id: fc.stringMatching(/^[0-9a-f]{40}$/),
    type: fc.constantFrom('commit', 'tree', 'blob', 'tag', 'missing', 'ambiguous'),
    // Newlines above all: they end a line, and in an object nothing.
    text: fc.string({ unit: fc.constantFrom('\n', ' ', 'a', '\0', '\xff'), maxLength: LARGEST + 10 }),
  });
  fc.assert(
    fc.property(
      fc.array(object),
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
      (objects, lengths) => {
        const isAbsent = ({ type }: { readonly type: string }): boolean => type === 'missing' || type === 'ambiguous';
        const answer = objects.map((one) =>
          isAbsent(one) ? `${one.id} ${one.type}\n` : `${one.id} ${one.type} ${one.text.length}\n${one.text}\n`,
        );
        const expected = objects.map((one) =>
          isAbsent(one) || one.text.length > LARGEST ? `${one.id} none` : `${one.id} ${one.type} ${one.text}`,
        );
        expect(told(Buffer.from(answer.join(''), 'latin1'), lengths)).toEqual(expected);
      },
    ),
  );
});

test('an object that ends too early is not told', () => {
  const answer = Buffer.from(`${'1'.repeat(40)} blob 3\nabc`);
  expect(told(answer, [1])).toEqual([]);
  expect(told(Buffer.concat([answer, Buffer.from('\n')]), [1])).toHaveLength(1);
});
