import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryFile } from './memory-file.ts';
import { fileWindows, HEAD } from './windows.ts';

const ROOM = 64 << 10;
const MARGIN = 16 << 10;

/** A file whose every byte tells where it stands. */
function contentOf(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => ((at * 2654435761) >>> 13) & 0xff);
}

const sameBytes = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

describe('fileWindows', () => {
  it('gives each place of a file to exactly one window, which shows the beginning of the file and what stands around the place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 * ROOM }), (length) => {
        const content = contentOf(length);
        const buffer = new Uint8Array(ROOM);
        buffer.set(content.subarray(0, ROOM));
        let covered = 0;
        for (const { bytes, offset, from, to } of fileWindows(
          buffer,
          Math.min(length, ROOM),
          memoryFile(content, ROOM),
          MARGIN,
        )) {
          expect(from + offset).toBe(covered);
          covered = to + offset;
          const seenFrom = from === 0 ? 0 : HEAD;
          const end = bytes.length + offset;
          expect(covered - end === 0 ? end === length : end - covered >= MARGIN).toBe(true);
          expect(seenFrom === 0 || from - seenFrom >= MARGIN).toBe(true);
          expect(sameBytes(bytes.subarray(0, HEAD), content.subarray(0, Math.min(HEAD, length)))).toBe(true);
          expect(sameBytes(bytes.subarray(seenFrom), content.subarray(seenFrom + offset, end))).toBe(true);
        }
        expect(covered).toBe(length);
      }),
      { numRuns: 60, examples: [[0], [ROOM - 1], [ROOM], [ROOM + 1], [2 * ROOM - HEAD - 2 * MARGIN]] },
    );
  });
});
