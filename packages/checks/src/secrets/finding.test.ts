import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFinding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { linesOf } from './position.ts';
import { preview } from './preview.ts';
import type { RawFinding } from './raw-finding.ts';
import { bytesOf, PLAIN } from './test-rules.ts';

const value = `tst_${'a1b2c3d4e5'.repeat(2)}`;
const raw: RawFinding = { rule: PLAIN, start: 5, end: 29, value, tier: 'prefixed', severity: 'high', why: ['it looks like one'] };

describe('a finding', () => {
  const lines = linesOf(bytesOf(`a\r\nb=${value}\r\n`));

  it('tells where and why, and never what', () => {
    const finding = toFinding(raw, lines, 'a.txt', 'prefixed');
    expect(finding).toMatchObject({
      ruleId: 'plain',
      fails: true,
      at: { path: 'a.txt', line: 2, column: 3, endLine: 2, endColumn: 26 },
    });
    expect(JSON.stringify(finding)).not.toContain(value.slice(4));
  });

  it('fails from the tier on that was asked for, unless a comment allows it', () => {
    expect(toFinding(raw, lines, 'a', 'proven').fails).toBe(false);
    expect(toFinding(raw, lines, 'a', 'heuristic').fails).toBe(true);
    const allowed = toFinding({ ...raw, allowed: 'allowed here: a fixture' }, lines, 'a', 'prefixed');
    expect(allowed.fails).toBe(false);
    expect(allowed.why.at(-1)).toBe('allowed here: a fixture');
  });
});

describe('a fingerprint', () => {
  it('is the same for the same value of the same rule only', () => {
    expect(fingerprint('a', 'b')).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprint('a', 'b')).toBe(fingerprint('a', 'b'));
    expect(new Set([fingerprint('a', 'b'), fingerprint('a', 'c'), fingerprint('b', 'b'), fingerprint('ab', '')]).size).toBe(4);
  });
});

describe('a preview', () => {
  it.each([
    [value, 'tst_…e5'],
    ['0123456789abcdef', '012…f'],
    ['01234567', '01…'],
    ['abc', '…'],
    ['', '…'],
    [`-\n${'x'.repeat(30)}`, '-?xx…xx'],
  ])('of %j is %s', (secret, shown) => {
    expect(preview(secret)).toBe(shown);
  });

  it('shows no more than a quarter', () => {
    fc.assert(fc.property(fc.string(), (secret) => preview(secret).length - 1 <= Math.min(6, secret.length / 4)));
  });
});

describe('a position', () => {
  it('counts bytes from the beginning of a line, and no mark', () => {
    const text = '\xef\xbb\xbfab\ncd\r\n\nx';
    const at = linesOf(bytesOf(text));
    const places = [3, 4, 6, 10, 11].map((offset) => at.at(offset));
    expect(places).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ]);
  });

  it('knows the lines of UTF-16', () => {
    const wide = Array.from('first line\nsecond', (sign) => `${sign}\0`).join('');
    expect(linesOf(bytesOf(`\xff\xfe${wide}`)).at(2 + 2 * 12)).toEqual({ line: 2, column: 2 });
  });

  it('counts columns as editors do', () => {
    const text = 'a\nkey\u00e9 = "\u{1f511}"; b';
    const lines = linesOf(Buffer.from(text));
    expect(lines.at(Buffer.from(text).indexOf('b'))).toEqual({ line: 2, column: 'key\u00e9 = "\u{1f511}"; b'.length });
    expect(lines.at(Buffer.from(text).indexOf('\u{1f511}') + 3)).toEqual({ line: 2, column: 9 });
    expect(lines.at(0)).toEqual({ line: 1, column: 1 });
  });

  it('agrees with splitting at line breaks, in whatever order places are asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r') }), fc.array(fc.nat({ max: 40 })), (text, places) => {
        const at = linesOf(bytesOf(text));
        [...Array.from(text).keys(), ...places.filter((place) => place < text.length)].forEach((offset) => {
          const before = text.slice(0, offset).split('\n');
          expect(at.at(offset)).toEqual({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
        });
      }),
    );
  });
});
