/** Touched ranges: what lies outside of them stands in the base, between the same neighbours. */

import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta } from './apply-delta.ts';
import { FREE, newMachine, SLACK } from './machine.ts';
import { type DeltaOp, deltaOf } from './test-delta.ts';

const RUNS = Number(process.env.LEASEHOLD_FUZZ_RUNS ?? 300);
const machine = newMachine();

/** Makes an object as the walk does. */
function walked(base: Uint8Array, delta: Uint8Array): { object: Buffer; touched: number[][] } | undefined {
  const stream = deflateSync(delta);
  const deltaAt = FREE + base.length + SLACK;
  const out = deltaAt + delta.length + SLACK;
  machine.reserve(out + (4 << 20));
  machine.bytes().set(base, FREE);
  machine.bytes().set(stream, out);
  if (machine.inflate(out, out + stream.length, deltaAt, delta.length) === 0) return undefined;
  const size = machine.resultSize(deltaAt, deltaAt + delta.length, base.length);
  if (size < 0) return undefined;
  const touched = Math.ceil((out + size + SLACK) / 16) * 16;
  const ranges = machine.apply(FREE, base.length, deltaAt, deltaAt + delta.length, out, size, touched);
  if (ranges < 0) return undefined;
  const words = new Uint32Array(machine.bytes().buffer, touched, ranges * 2);
  return {
    object: Buffer.from(machine.bytes().slice(out, out + size)),
    touched: Array.from({ length: ranges }, (_, k) => [words[2 * k] as number, words[2 * k + 1] as number]),
  };
}

const ops: fc.Arbitrary<DeltaOp> = fc.oneof(
  { arbitrary: fc.record({ from: fc.nat(4000), length: fc.integer({ min: 1, max: 3000 }) }), weight: 3 },
  { arbitrary: fc.record({ insert: fc.uint8Array({ minLength: 1, maxLength: 127 }) }), weight: 1 },
);
const bases = fc.uint8Array({ minLength: 1, maxLength: 5000, max: 7 });

describe('touched ranges', () => {
  it('leave out only text that the base has between the same neighbours', () => {
    fc.assert(
      fc.property(bases, fc.array(ops, { maxLength: 12 }), (base, list) => {
        const { delta, object: expected } = deltaOf(base, list);
        const { object, touched } = walked(base, delta) ?? {};
        expect(object?.equals(expected)).toBe(true);
        expect(Buffer.from(applyDelta(base, delta, 1 << 20) as Uint8Array).equals(expected)).toBe(true);
        // The text between two ranges, with a byte of each, or with an end of the object where an end of the base must be.
        const source = Buffer.concat([Buffer.of(255), base, Buffer.of(254)]);
        const target = Buffer.concat([Buffer.of(255), expected, Buffer.of(254)]);
        let from = 0;
        for (const [start, end] of [...(touched as number[][]), [expected.length, 0]] as [number, number][]) {
          expect(start).toBeGreaterThanOrEqual(from);
          if (start > from) expect(source.includes(target.subarray(from, start + 2))).toBe(true);
          from = end;
        }
      }),
      { numRuns: RUNS },
    );
  });

  it.each<[string, DeltaOp[], number[][]]>([
    ['nothing of a copy', [{ from: 0, length: 1000 }], []],
    [
      'nothing of copies that follow on each other',
      [
        { from: 0, length: 400 },
        { from: 400, length: 600 },
      ],
      [],
    ],
    [
      'a seam where something was taken out',
      [
        { from: 0, length: 400 },
        { from: 500, length: 500 },
      ],
      [[399, 401]],
    ],
    ['the first byte where the beginning was taken out', [{ from: 10, length: 990 }], [[0, 1]]],
    ['the last byte where the end was taken out', [{ from: 0, length: 990 }], [[989, 990]]],
    [
      'what was put in, with a byte either side',
      [{ from: 0, length: 400 }, { insert: Buffer.from('new') }, { from: 400, length: 600 }],
      [[399, 404]],
    ],
    ['what was added', [{ from: 0, length: 1000 }, { insert: Buffer.from('new') }], [[999, 1003]]],
    ['everything that is new', [{ insert: Buffer.from('new') }], [[0, 3]]],
    [
      'near ranges as one',
      [
        { from: 0, length: 400 },
        { from: 500, length: 50 },
        { from: 600, length: 400 },
      ],
      [[399, 451]],
    ],
  ])('are %s', (_what, list, ranges) => {
    const base = Uint8Array.from({ length: 1000 }, (_, k) => (k * 7) & 127);
    expect(walked(base, deltaOf(base, list).delta)?.touched).toEqual(ranges);
  });

  it('come of no delta that goes outside of its base, its end or its size', () => {
    const base = new Uint8Array(100);
    const { delta } = deltaOf(base, [{ from: 10, length: 80 }, { insert: Buffer.from('new') }]);
    for (let cut = 0; cut < delta.length; cut++) {
      expect(walked(base, delta.subarray(0, cut))).toBeUndefined();
      expect(applyDelta(base, delta.subarray(0, cut), 1000)).toBeUndefined();
    }
    expect(walked(base.subarray(1), delta)).toBeUndefined();
    // Two bytes more than there are, from byte 99 on; and an operation of no meaning.
    for (const wrong of [Uint8Array.of(100, 2, 0x91, 99, 2), Uint8Array.of(100, 1, 0, 1)]) {
      expect(walked(base, wrong)).toBeUndefined();
      expect(applyDelta(base, wrong, 1000)).toBeUndefined();
    }
  });
});
