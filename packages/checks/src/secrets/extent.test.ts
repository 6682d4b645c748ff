import { describe, expect, it } from 'vitest';
import { extentOf } from './extent.ts';

describe('the extent of a pattern', () => {
  it.each<[RegExp, number, number]>([
    [/abc/y, 3, 3],
    [/ab?[c-e]{3}/y, 4, 5],
    [/x[\]a]{2,40}?z/y, 4, 42],
    [/(?:ab|c{7})\d{2}/y, 4, 9],
    [/(?<secret>[A-Z]{10})={0,2}/y, 10, 12],
    [/^a\b(?=[a-z]{0,39}[0-9])b$/y, 2, 42],
    [/(?<=abc)d(?!e)/y, 1, 2],
    [/\x41\u0041\//y, 3, 3],
    [/(?:[a-z]{4}-){3}[a-z]{4}/y, 19, 19],
    [/./y, 1, 1],
  ])('of %s is %i to %i', (pattern, least, most) => {
    expect(extentOf(pattern)).toEqual({ least, most });
  });

  it.each([/a*/y, /a+/y, /a{2,}/y, /(a)\1/y, /(?<n>a)\k<n>/y])('of %s is refused', (pattern) => {
    expect(() => extentOf(pattern)).toThrow(/shape/);
  });
});
