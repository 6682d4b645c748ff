/** What is looked at around the changes of a delta. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingsOf, regionsAround } from './regions.ts';
import { layOut } from './stretches.ts';

const REACH = { near: 5, across: 7, openings: [{ literal: '<<', most: 40 }] };

/** Few different bytes, so that there are lines and openings. */
const text = fc
  .array(fc.constantFrom('a', 'b', '\n', '<', 'c'), { minLength: 20, maxLength: 400 })
  .map((signs) => Buffer.from(signs.join('')));

const changed = text.chain((bytes) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: bytes.length }), { minLength: 2, maxLength: 12 })
    .map((places) => places.sort((a, b) => a - b))
    .map((places) => ({ bytes, touched: places.slice(0, places.length & ~1) })),
);

describe('regionsAround', () => {
  it('covers the lines of everything that reaches a change, and what stands near them', () => {
    fc.assert(
      fc.property(changed, ({ bytes, touched }) => {
        const regions = regionsAround(bytes, touched, REACH, []);
        for (let index = 0; index < touched.length; index += 2) {
          const first = Math.max(0, (touched[index] as number) - 12);
          const last = Math.min(bytes.length, (touched[index + 1] as number) + 12);
          const from = Math.max(0, (first === 0 ? 0 : bytes.lastIndexOf('\n', first - 1) + 1) - 5);
          const line = bytes.indexOf('\n', last);
          const to = Math.min(bytes.length, (line < 0 ? bytes.length : line) + 5);
          expect(regions.some((start, at) => at % 2 === 0 && start <= from && (regions[at + 1] as number) >= to)).toBe(true);
        }
        expect(regions.every((place, at) => at === 0 || place > (regions[at - 1] as number) || bytes.length === 0)).toBe(true);
      }),
    );
  });

  it('goes back to an opening from which a long value can reach the change', () => {
    const bytes = Buffer.from(`xx\n<<\n${'a\n'.repeat(15)}HERE\n${'b\n'.repeat(60)}`);
    const at = bytes.indexOf('HERE');
    const plain = regionsAround(bytes, [at, at + 4], REACH, []);
    const opened = regionsAround(bytes, [at, at + 4], REACH, openingsOf(REACH, 1));
    expect(plain[0]).toBeGreaterThan(bytes.indexOf('<<'));
    expect(opened[0]).toBeLessThanOrEqual(bytes.indexOf('<<'));
    expect(opened[1]).toBeGreaterThanOrEqual(at + 4 + 40);
  });

  it('finds the opening that is the farthest away, whatever ranges there were before', () => {
    fc.assert(
      fc.property(changed, ({ bytes, touched }) => {
        const regions = regionsAround(bytes, touched, REACH, openingsOf(REACH, 1));
        for (let index = 0; index < touched.length; index += 2) {
          const [start, end] = [touched[index] as number, touched[index + 1] as number];
          const opening = bytes.indexOf('<<', Math.max(0, start - 40));
          if (opening < 0 || opening > end) continue;
          const [from, to] = [Math.max(0, Math.min(opening, start - 7) - 5), Math.min(bytes.length, end + 45)];
          expect(regions.some((place, at) => at % 2 === 0 && place <= from && (regions[at + 1] as number) >= to)).toBe(true);
        }
      }),
    );
  });
});

describe('layOut', () => {
  it('puts stretches one after the other, with line breaks in between, and knows what lies within one', () => {
    const bytes = Buffer.from('0123456789abcdefghij');
    const stretches = layOut([2, 6, 12, 20], bytes.length);
    const memory = Buffer.alloc(stretches.length);
    stretches.copy(bytes, memory);
    expect(memory.toString()).toBe('\n\n\n\n2345\n\n\n\ncdefghij');
    expect(stretches.judge(5, 7, 1)).toBe('inside');
    expect(stretches.judge(5, 7, 2)).toBe('edge');
    expect(stretches.judge(6, 14, 1)).toBe('torn');
    // The object ends there: nothing stands behind.
    expect(stretches.judge(18, 20, 3)).toBe('inside');
  });

  it('begins with the object where a stretch does', () => {
    const stretches = layOut([0, 4], 4);
    expect([stretches.length, stretches.judge(0, 4, 100)]).toEqual([4, 'inside']);
  });
});
