/** The kernel finds what a slow and plain reference finds. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARMOR, STEMS } from './anchors.ts';
import { openKernel } from './open.ts';
import { referenceSpots } from './test-reference.ts';
import { spotsOf } from './test-spots.ts';

/** Prefixes that overlap each other, a stem, an armor, and each end of what is allowed. */
const PREFIXES: readonly string[] = [
  'hf_',
  'sk-',
  'sk-ant-',
  '7Q~',
  'AKIA',
  'AGE-',
  'key-',
  'T3BlbkFJ',
  'a-rather-long-prefix-',
  '://x',
];

const SIGNS = [
  '=',
  ':',
  '=>',
  ':=',
  '::',
  '://',
  '@',
  '-----',
  '"',
  "'",
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\0',
  '\x7f',
  '\x80',
  '\xff',
  '>',
  '.',
];

/** Texts that are rich in everything that an anchor looks at. */
const TEXTS: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...ARMOR, ...STEMS, ...STEMS.map((stem) => stem.toUpperCase()), 'kEy', 'PassWord', ...PREFIXES),
      fc.constantFrom(...SIGNS),
      fc.string({ unit: fc.constantFrom(...'abzAZ059+/=_-'), maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...'abcXYZ'), maxLength: 70 }),
      fc.tuple(fc.constantFrom('~', 'a', 'aB', '-', '='), fc.nat(150)).map(([piece, times]) => piece.repeat(times)),
      fc.uint8Array({ maxLength: 20 }).map((bytes) => String.fromCharCode(...bytes)),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const kernel = openKernel(PREFIXES);

/** The spots of a text, as anchor and text. */
const found = (text: string): readonly string[] =>
  spotsOf(kernel, text).map(({ anchor, start, end }) => `${anchor} ${text.slice(start, end)}`);

describe('the kernel', () => {
  it('finds what the reference finds, in order', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        expect(spotsOf(kernel, text)).toEqual(referenceSpots(text, PREFIXES));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds what the reference finds among addresses', () => {
    const text = fc.array(fc.constantFrom('://', '://', ':', '@', 'a', '"', '~'.repeat(70)), { maxLength: 30 });
    fc.assert(
      fc.property(text, (pieces) => {
        expect(spotsOf(kernel, pieces.join(''))).toEqual(referenceSpots(pieces.join(''), PREFIXES));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same wherever the bytes lie', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        const spots = referenceSpots(text, PREFIXES);
        for (let shift = 0; shift < 64; shift++) {
          const shifted = spots.map(({ anchor, start, end }) => ({ anchor, start: start + shift + 1, end: end + shift + 1 }));
          expect(spotsOf(kernel, `${'~'.repeat(shift)}\n${text}`)).toEqual(shifted);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds the same in parts as in one piece when lines are kept whole', () => {
    fc.assert(
      fc.property(fc.array(TEXTS, { maxLength: 6 }), (texts) => {
        const parts = texts.map((text) => `${text}\n`);
        let offset = 0;
        const spots = parts.flatMap((part) => {
          const moved = spotsOf(kernel, part).map(({ anchor, start, end }) => ({
            anchor,
            start: start + offset,
            end: end + offset,
          }));
          offset += part.length;
          return moved;
        });
        expect(spotsOf(kernel, parts.join(''))).toEqual(spots);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['a run of sixteen with a digit', 'abcdefghijklmno1', ['run abcdefghijklmno1']],
    ['no run of fifteen', 'abcdefghijklmn1', []],
    ['no run of 23 without a digit', 'abcdefghijklmnopqrstuvW', []],
    ['a run of 24 in both cases', 'abcdefghijklmnopqrstuvWx', ['run abcdefghijklmnopqrstuvWx']],
    ['no run of 24 in one case', 'abcdefghijklmnopqrstuvwx', []],
    ['a digit far behind', `${'a'.repeat(300)}1`, [`run ${'a'.repeat(300)}1`]],
    ['a run between bytes that are no text', '\0\xffabcdefghijklmno1\x80', ['run abcdefghijklmno1']],
    ['armor as the whole text', '-----BEGIN', ['armor -----BEGIN']],
    ['a password in an address', 'redis://:pw@host', ['userinfo ://:pw@']],
    ['no password in an address without one', 'ssh://git@host', []],
    ['no password across a blank', 'http://host:80 a@b', []],
    ['addresses that share an @', '://a:://b:c@', ['userinfo ://a:://b:c@', 'userinfo ://b:c@']],
    ['an @ at 256 bytes', `://u:${'p'.repeat(253)}@`, [`userinfo ://u:${'p'.repeat(253)}@`]],
    ['no @ at 257 bytes', `://u:${'p'.repeat(254)}@`, []],
    ['an assignment', 'PASSWORD := x', ['assignment :=']],
    ['an assignment at 40 bytes', `key${' '.repeat(37)}=`, ['assignment =']],
    ['no assignment at 41 bytes', `key${' '.repeat(38)}=`, []],
    ['no assignment on the next line', 'key\n=', []],
    ['no scope and no address', 'auth::key url://', []],
    ['the longest prefix', 'sk-ant-', ['prefix sk-ant-']],
    ['a prefix inside a word', 'xxhf_', ['prefix hf_']],
    ['nothing in nothing', '', []],
  ])('finds %s', (_title, text, spots) => {
    expect(found(text)).toEqual(spots);
  });

  it('hands over more spots than it has room for, of more bytes than it scans at once', () => {
    const text = 'key=hf_ key::'.repeat(100_000);
    const spots = spotsOf(kernel, text);
    const lines = text.length / 13;
    expect(spots).toHaveLength(2 * lines);
    expect(spots.every(({ start }, k) => start === 13 * (k >> 1) + (k % 2 === 0 ? 3 : 4))).toBe(true);
  });

  it('follows a run of two mebibytes to its end', () => {
    const text = `${'key='.repeat(1 << 19)}1`;
    const [first, ...others] = spotsOf(kernel, text);
    expect(first).toEqual({ anchor: 'run', start: 0, end: text.length });
    expect(others).toHaveLength(1 << 19);
  });

  it('sees nothing of what was scanned before', () => {
    spotsOf(kernel, 'key '.repeat(1000) + 'abcdefghijklmno1'.repeat(100));
    expect(found('= abcdefghij')).toEqual([]);
  });

  it('keeps to itself what another kernel looks for', () => {
    const plain = openKernel();
    expect(spotsOf(plain, 'hf_ AKIA -----BEGIN')).toEqual([{ anchor: 'armor', start: 9, end: 19 }]);
  });

  it.each(['', 'ab', 'a b', 'ä23', 'x'.repeat(41)])('refuses %j as a prefix', (prefix) => {
    expect(() => openKernel([prefix])).toThrow('is not 3 to 40 printable characters');
  });
});
