import { describe, expect, it } from 'vitest';
import { headTables, LONGEST_TABLE, type RunHead } from './head-table.ts';

const DIGITS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte >= 0x30 && byte <= 0x39));
const ALL_BUT_NUL: Uint8Array = new Uint8Array(256).fill(1, 1);

function head(text: string, more: Partial<RunHead> = {}): RunHead {
  return { text, lead: 0, behind: [], ...more };
}

describe('the table of what values begin with', () => {
  it('names each set once, and what must follow once for all that it follows', () => {
    const digits = { count: 20, set: DIGITS };
    const heads = [
      head('a_', { behind: [digits] }),
      head('b c', { lead: 2, behind: [digits, { count: 1, set: ALL_BUT_NUL }] }),
      head('d_', { behind: [{ count: 20, set: DIGITS.slice() }] }),
    ];
    expect(headTables(heads)).toEqual(['3039\n01ff\n\n0014000000\ta_\td_\n0214000101\tb c\n']);
  });

  it('is cut where it would be too long', () => {
    const heads = Array.from({ length: 9000 }, (_, index) => head(`prefix-${index}`));
    const tables = headTables(heads) ?? [];
    expect(tables.length).toBeGreaterThan(1);
    expect(Math.max(...tables.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST_TABLE);
    expect(tables.join('').match(/prefix-\d+/g)).toHaveLength(9000);
  });

  it.each([
    ['a tab', head('a\tb')],
    ['a line break', head('a\nb')],
    ['a sign beyond ASCII', head('a\xe9')],
    ['one byte', head('a')],
    ['a place too far before a run', head('a b', { lead: 64 })],
    ['three sets', head('ab', { behind: [1, 2, 3].map((count) => ({ count, set: DIGITS })) })],
  ])('is none where it cannot say %s', (_, unsayable) => {
    expect(headTables([unsayable])).toBeUndefined();
  });
});
