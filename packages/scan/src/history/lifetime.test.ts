/** Where a value's life in a file begins and ends. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { endOf, firstOf } from './lifetime.ts';
import type { Version } from './object-history.ts';

const versionsOf = (count: number): readonly Version[] =>
  Array.from({ length: count }, (_, at) => ({ commit: `c${at}`, content: `b${at}` }));

it('is found from wherever it was seen, in a number of looks that hardly grows with the versions', () => {
  fc.assert(
    fc.property(
      fc
        .record({ count: fc.integer({ min: 1, max: 4000 }), ends: fc.tuple(fc.nat(), fc.nat(), fc.nat()) })
        .map(({ count, ends: [a, b, seen] }) => {
          const [from = 0, to = 0] = [a % count, b % count].sort((x, y) => x - y);
          return { count, from, to, seen: from + (seen % (to - from + 1)) };
        }),
      ({ count, from, to, seen }) => {
        let looks = 0;
        const has = (content: string): boolean => {
          looks++;
          const at = Number(content.slice(1));
          return at >= from && at <= to;
        };
        const versions = versionsOf(count);
        expect(firstOf(versions, new Set([`b${seen}`]), has)?.commit).toBe(`c${from}`);
        const end = endOf(versions, new Set([`b${seen}`]), has);
        expect([end?.last, end?.removed?.commit]).toEqual([`b${to}`, to + 1 < count ? `c${to + 1}` : undefined]);
        expect(looks).toBeLessThan(80);
      },
    ),
  );
});

it('goes over a version that a branch without the value has in between', () => {
  const has = (content: string): boolean => ['b2', 'b3', 'b5', 'b6'].includes(content);
  expect(firstOf(versionsOf(10), new Set(['b6']), has)?.commit).toBe('c2');
  expect(endOf(versionsOf(10), new Set(['b2']), has)?.last).toBe('b6');
});

it('is unknown where nothing was seen', () => {
  expect(firstOf(versionsOf(3), new Set(['x']), () => true)).toBeUndefined();
  expect(endOf([], new Set(['x']), () => true)).toBeUndefined();
});
