import { describe, expect, it } from 'vitest';
import { bytesBehind } from '../scripts/heads/bytes-behind.ts';
import { narrowest } from '../scripts/heads/narrowest.ts';

/** The printable signs of a set, and what it has of others. */
function signsOf(set: Uint8Array): string {
  const has = (from: number, to: number): boolean => set.slice(from, to).includes(1);
  const printable = Array.from(set.keys(), (byte) =>
    byte > 0x20 && byte < 0x7f && set[byte] === 1 ? String.fromCharCode(byte) : '',
  );
  return `${printable.join('')}${has(0, 0x21) ? ' blank' : ''}${has(0x7f, 256) ? ' other' : ''}`;
}

/** How many bytes of which signs stand behind a prefix, up to where nothing is known. */
function behind(shape: RegExp, prefix: string, most: number = 1): readonly string[] {
  return bytesBehind(shape, prefix, most).map((stretches) =>
    stretches
      .filter(({ set }) => set.includes(0))
      .map(({ count, set }) => `${count} ${signsOf(set)}`)
      .join(', '),
  );
}

/** What stands behind a value is no part of a word. */
const END = `1 ${'!"#$%&\'()*+,-./:;<=>?@[\\]^`{|}~'} blank other`;

describe('the bytes behind a prefix', () => {
  it.each([
    ['are those of the shape, and the end of the value', /ab-[0-3]{4}/y, 'ab-', `4 0123, ${END}`],
    ['are of all that may stand there', /a(?:b[01]|c[12])z/y, 'a', `1 bc, 1 012, 1 z, ${END}`],
    ['are cut where the value may end', /a[01]{1,2}=?(?<secret>b)x/y, 'a', '1 01, 1 01=b, 1 =bx'],
    [
      'are those behind a prefix in the middle of a set',
      /[a-c_]{3,5}=[0-9]{2}\./y,
      'a_b',
      '1 =_abc, 1 0123456789=_abc, 1 0123456789=, 1 .0123456789',
    ],
    ['say nothing of what is looked at ahead', /a(?=[b-d])[a-f](?!x)(?<secret>[01])0/y, 'a', '1 abcdef, 1 01, 1 0'],
    ['are of both cases where case does not matter', /a[b]0(?<secret>1)2/iy, 'a', '1 Bb, 1 0, 1 1, 1 2'],
    ['are escapes', /a\/\.\x41(?<secret>1)2/y, 'a', '1 /, 1 ., 1 A, 1 1, 1 2'],
  ])('%s', (_, shape, prefix, expected) => {
    expect(behind(shape, prefix)[0]?.startsWith(expected)).toBe(true);
  });

  it('are told apart by alternative where there are few', () => {
    expect(behind(/a(?:[0]{2}|[1]{3})(?<secret>b)c/y, 'a', 4)).toEqual(['2 0, 1 b, 1 c', '3 1, 1 b, 1 c']);
    expect(behind(/a(?:[0]{2}|[1]{3})(?<secret>b)c/y, 'a', 1)).toEqual(['2 01, 1 1b, 1 bc']);
  });

  it('are none where no match begins with the prefix', () => {
    expect(() => bytesBehind(/ab/y, 'b', 1)).toThrow('no match');
  });
});

describe('the narrowest sets', () => {
  it.each([
    ['two of different kinds', /a[0-9a-f]{32}-us[0-9](?<secret>x)y/y, ['32 0123456789abcdef', '6 -0123456789suxy']],
    ['one where nothing else is known', /a(?<secret>[0-9]{8})x{0,90}/y, ['8 0123456789']],
    ['none where anything may follow', /a[\s\S]{0,200}/y, []],
  ])('are %s', (_, shape, expected) => {
    const [stretches = []] = bytesBehind(shape, 'a', 1);
    const chosen = narrowest(stretches).map(({ count, set }) => `${count} ${signsOf(set)}`);
    expect(chosen).toEqual(expected);
  });
});
