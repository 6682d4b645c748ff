import { linesOf } from '@leasehold/checks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOfLargeFile } from './large-lines.ts';
import { memoryFile } from './memory-file.ts';

const MIB = 1 << 20;
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();
const lines = (count: number, end = '\n') =>
  Array.from({ length: count }, (_, at) => `line ${at}${'.'.repeat(at % 40)}${end}`).join('');

describe('linesOfLargeFile', () => {
  it.each([
    ['short lines', Buffer.from(lines(250_000))],
    ['lines as on Windows behind a byte order mark', Buffer.from(`\ufeff${lines(250_000, '\r\n')}`)],
    ['a single line', Buffer.alloc(7 * MIB, 'x')],
    ['a single line of long characters', Buffer.from(`x${'\u20ac\u{1f511}'.repeat(MIB)}`)],
    ['a line longer than a window, and short ones behind it', Buffer.from('x'.repeat(5 * MIB) + lines(90_000))],
    ['UTF-16', Buffer.from(`\ufeff${lines(130_000)}`, 'utf16le')],
    ['UTF-16 in the other order', bigEndian(`\ufeff${lines(130_000)}`)],
  ])('tells the same places as for the whole file: %s', (_what, content) => {
    expect(content.length).toBeGreaterThan(6 * MIB);
    const whole = linesOf(content);
    const buffer = new Uint8Array(4 * MIB);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: content.length - 1 }), { minLength: 1, maxLength: 30 }), (places) => {
        const windowed = linesOfLargeFile(memoryFile(content, 100), buffer, places);
        expect(places.map((place) => windowed.at(place))).toEqual(places.map((place) => whole.at(place)));
      }),
      { numRuns: 2 },
    );
  });
});
