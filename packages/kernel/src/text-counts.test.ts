import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newlines, units } from './text-counts.ts';

const NEWLINE = 10;

function counted(bytes: Uint8Array, from: number, to: number): number {
  return bytes.subarray(from, to).filter((byte) => byte === NEWLINE).length;
}

describe('newlines', () => {
  it('are as many as a look at each byte finds', () => {
    const bytes = fc.uint8Array({ max: 12, maxLength: 200 });
    fc.assert(
      fc.property(bytes, fc.nat({ max: 200 }), fc.nat({ max: 200 }), (text, from, to) => {
        expect(newlines(text, from, Math.min(to, text.length))).toBe(counted(text, from, Math.min(to, text.length)));
      }),
    );
  });

  it('are counted piece by piece in a large text', () => {
    const bytes = Uint8Array.from({ length: 300_001 }, (_, at) => at % 41);
    expect(newlines(bytes, 5, bytes.length)).toBe(counted(bytes, 5, bytes.length));
  });
});

describe('units', () => {
  it('are those that JavaScript counts', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\u00e9', '\u20ac', '\u{1f511}'), maxLength: 200 });
    fc.assert(
      fc.property(text, text, (before, counts) => {
        const [skipped, whole] = [before, before + counts].map((each) => Buffer.from(each)) as [Buffer, Buffer];
        expect(units(whole, skipped.length, whole.length)).toBe(counts.length);
      }),
    );
  });

  it('are counted piece by piece in a large text', () => {
    const text = '\u{1f511}\u00e9a'.repeat(20_000);
    const bytes = Buffer.from(text);
    expect(units(bytes, 0, bytes.length)).toBe(text.length);
  });
});
