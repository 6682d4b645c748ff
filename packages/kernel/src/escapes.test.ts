/** Stretches that are spelt in escapes, as a slow and plain reference finds them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKernel } from './open.ts';
import { referenceSpots } from './test-reference.ts';
import { spotsOf } from './test-spots.ts';

/** Signs in escapes of all kinds, whole and broken, with plain ones between. */
const ESCAPED: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: spelt(fc.constantFrom(...'abAB019zZ'), 12) },
      spelt(fc.constantFrom(...' !-/=@_~\x7f\0\xe9'), 2),
      fc.string({ unit: fc.constantFrom(...'ax0_'), maxLength: 14 }),
      fc.constantFrom('%', '\\', '\\\\', '%4', '%D0%B4', '\\u4e2d', '\\u0434', '\\x', '\\u00', '"', '.', '\n'),
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

/** Some signs, all written with the same escape. */
function spelt(sign: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(sign, { maxLength }), fc.constantFrom('%', '\\x', '\\u00', '\\\\x', '\\\\u00'), fc.boolean())
    .map(([signs, before, upper]) => signs.map((each) => before + hex(each, upper)).join(''));
}

function hex(sign: string, upper: boolean): string {
  const digits = sign.charCodeAt(0).toString(16).padStart(2, '0');
  return upper ? digits.toUpperCase() : digits;
}

const kernel = openKernel();

/** The stretches of a text. */
const stretches = (text: string): readonly string[] =>
  spotsOf(kernel, text)
    .filter(({ anchor }) => anchor === 'escapes')
    .map(({ start, end }) => text.slice(start, end));

describe('the kernel', () => {
  it('finds what the reference finds among escapes', () => {
    fc.assert(
      fc.property(ESCAPED, (text) => {
        expect(spotsOf(kernel, text)).toEqual(referenceSpots(text, []));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the same escapes wherever the bytes lie', () => {
    fc.assert(
      fc.property(ESCAPED, (text) => {
        const spots = referenceSpots(text, []);
        for (let shift = 0; shift < 64; shift++) {
          const shifted = spots.map(({ anchor, start, end }) => ({ anchor, start: start + shift + 1, end: end + shift + 1 }));
          expect(spotsOf(kernel, `${'~'.repeat(shift)}\n${text}`)).toEqual(shifted);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(['%6', '\\x6', '\\u006', '\\\\x6', '\\\\u006'])('finds the shortest row of %s wherever it lies', (before) => {
    // What looks like a part of a row, and is none.
    const others = ['"', '%5f.', '%5f.%5f.', '%5f.%5f.%5f.'];
    for (const apart of [0, 9, 11, 12]) {
      const spelling = '123456'.replaceAll(/./g, (digit) => `${before}${digit}`.padEnd(apart, 'g'));
      const text = `g${spelling}${'g'.repeat(9)}`;
      for (const [shift, other] of Array.from(
        { length: 64 * others.length },
        (_, k) => [k & 63, others[k >> 6] as string] as const,
      )) {
        const start = shift + other.length;
        const spots = spotsOf(kernel, `${'~'.repeat(shift)}${other}${text}"`).filter(({ anchor }) => anchor === 'escapes');
        expect(spots, `${apart} ${start}`).toEqual([{ anchor: 'escapes', start, end: start + text.length }]);
      }
    }
  });

  it.each([
    ['sixteen signs in escapes', '%41'.repeat(16), ['%41'.repeat(16)]],
    ['no fifteen of them', `"${'\\x41'.repeat(15)}"`, []],
    ['six of them among others', '\\u0061bcd'.repeat(6), ['\\u0061bcd'.repeat(6)]],
    ['no five of them', '\\u0061bcd'.repeat(5), []],
    ['a row with twelve bytes from each to the next', '%61bcdefghij'.repeat(6), ['%61bcdefghij'.repeat(6)]],
    ['no row with thirteen', '%61bcdefghijk'.repeat(6), []],
    ['no row with an escaped point in it', '%61%62%63%64%65%2E'.repeat(4), []],
    ['no text in another script', '%D0%B4%D0%BE%D0%BC'.repeat(9), []],
    ['no control characters', '\\x00\\x01\\x1f\\x7f'.repeat(9), []],
  ])('finds %s', (_title, text, found) => {
    expect(stretches(text)).toEqual(found);
  });

  it('follows a stretch in escapes of two mebibytes to its end', () => {
    const text = '%41'.repeat(700_000);
    expect(spotsOf(kernel, `${text} a`)).toEqual([{ anchor: 'escapes', start: 0, end: text.length }]);
  });
});
