/** The inflater of the walk gives what zlib gives, and of broken streams nothing. */

import { constants, deflateSync, type ZlibOptions } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FREE, newMachine, SLACK } from './machine.ts';

const RUNS = Number(process.env.LEASEHOLD_FUZZ_RUNS ?? 40);
const machine = newMachine();

/** Inflates into memory that is watched behind the slack. */
function inflated(stream: Uint8Array, size: number): Buffer | undefined {
  const from = FREE;
  const to = from + stream.length + SLACK;
  machine.reserve(to + size + SLACK + 8);
  const memory = machine.bytes();
  memory.set(stream, from);
  memory.fill(170, to, to + size + SLACK + 8);
  const end = machine.inflate(from, from + stream.length, to, size);
  expect(end).toBeLessThanOrEqual(from + stream.length);
  expect(memory.subarray(to + size + SLACK, to + size + SLACK + 8).every((byte) => byte === 170)).toBe(true);
  return end === 0 ? undefined : Buffer.from(memory.slice(to, to + size));
}

const contents = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.uint8Array({ maxLength: 3000, max: 3 }),
  fc
    .array(fc.constantFrom('const ', 'value', ' = ', '\n', 'return', '🙂', '12345', '    '), { maxLength: 2000 })
    .map((words) => Buffer.from(words.join(''))),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 3000 }))
    .map(([unit, times]) => Buffer.alloc(unit.length * times, unit)),
  // Longer than the window of the format, and with codes of every length.
  fc
    .integer({ min: 1, max: 4 })
    .map((k) =>
      Buffer.from(Array.from({ length: 40_000 }, (_, at) => Math.floor(Math.log2(1 + ((at * 2654435761) % 2 ** (7 * k))) * 8))),
    ),
);
const options: fc.Arbitrary<ZlibOptions> = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  memLevel: fc.integer({ min: 1, max: 9 }),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_FIXED,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
    constants.Z_FILTERED,
  ),
});

describe('the inflater', () => {
  it(
    'gives back what was deflated, however that was done',
    () => {
      fc.assert(
        fc.property(contents, options, (content, how) => {
          expect(inflated(deflateSync(content, how), content.length)?.equals(content)).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
    5000 + RUNS * 50,
  );

  it(
    'refuses another size, and a stream that is cut off',
    () => {
      fc.assert(
        fc.property(contents, options, fc.double({ min: 0, max: 1, noNaN: true }), (content, how, part) => {
          const stream = deflateSync(content, how);
          expect(inflated(stream, content.length + 1)).toBeUndefined();
          if (content.length > 0) expect(inflated(stream, content.length - 1)).toBeUndefined();
          // Without its checksum, which the walk does not look at, and at least a byte more.
          expect(inflated(stream.subarray(0, Math.floor((stream.length - 4) * part * 0.999)), content.length)).toBeUndefined();
        }),
        { numRuns: RUNS },
      );
    },
    5000 + RUNS * 50,
  );

  it(
    'writes nowhere else and comes to an end, whatever the stream',
    () => {
      fc.assert(
        fc.property(
          contents,
          options,
          fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }),
          (content, how, changes) => {
            const stream = deflateSync(content, how);
            for (const [at, value] of changes) stream[2 + (at % (stream.length - 2))] = value;
            inflated(stream, content.length);
            inflated(stream, 0);
            inflated(stream, 100_000);
          },
        ),
        { numRuns: RUNS },
      );
    },
    5000 + RUNS * 50,
  );

  it.each([
    ['nothing', []],
    ['half a head', [0x78]],
    ['a head with a dictionary', [0x78, 0xbb, 0, 0, 0, 0, 3, 0]],
    ['a head of another method', [0x79, 0x9b, 3, 0]],
    ['a block of the fourth kind', [0x78, 0x9c, 7, 0]],
    ['a stored block whose lengths do not agree', [0x78, 0x9c, 1, 1, 0, 1, 0, 65]],
  ])('refuses %s', (_what, bytes) => {
    expect(inflated(Uint8Array.from(bytes), 1)).toBeUndefined();
  });
});
