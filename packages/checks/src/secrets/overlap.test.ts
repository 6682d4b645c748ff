import type { Tier } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutOverlaps } from './overlap.ts';
import type { RawFinding } from './raw-finding.ts';
import { PLAIN } from './test-rules.ts';

function finding(start: number, end: number, tier: Tier): RawFinding {
  return { rule: PLAIN, start, end, value: '', tier, severity: 'high', why: [] };
}

function kept(...findings: readonly RawFinding[]): readonly string[] {
  return withoutOverlaps(findings).map(({ start, end, tier }) => `${start}-${end} ${tier}`);
}

describe('of findings that overlap', () => {
  it('the stronger tier stays, then the longer, then the first', () => {
    expect(kept(finding(0, 50, 'prefixed'), finding(10, 20, 'proven'))).toEqual(['10-20 proven']);
    expect(kept(finding(0, 20, 'prefixed'), finding(0, 30, 'prefixed'))).toEqual(['0-30 prefixed']);
    expect(withoutOverlaps([finding(0, 9, 'paired'), { ...finding(0, 9, 'paired'), value: 'second' }])).toMatchObject([
      { value: '' },
    ]);
  });

  it('what is known to be public outweighs a guess that goes no further', () => {
    const known: RawFinding = { ...finding(5, 20, 'heuristic'), severity: 'info' };
    expect(kept(known, finding(5, 20, 'contextual'))).toEqual(['5-20 heuristic']);
    expect(kept(known, finding(5, 30, 'contextual'))).toEqual(['5-30 contextual']);
    expect(kept(known, finding(5, 20, 'prefixed'))).toEqual(['5-20 prefixed']);
  });

  it('what its own rule looked into and demoted outweighs a guess', () => {
    const rule = { ...PLAIN, prefixes: ['tst_'] };
    const demoted: RawFinding = { ...finding(5, 20, 'heuristic'), rule };
    expect(kept(demoted, finding(5, 20, 'contextual'))).toEqual(['5-20 heuristic']);
    expect(kept({ ...demoted, rule: { ...rule, prefixes: [] } }, finding(5, 20, 'contextual'))).toEqual(['5-20 contextual']);
  });

  it('one is not lost to one that is lost itself', () => {
    const chain = [finding(0, 10, 'heuristic'), finding(5, 15, 'prefixed'), finding(12, 20, 'proven')];
    expect(kept(...chain)).toEqual(['0-10 heuristic', '12-20 proven']);
  });

  it('none stays beside a better one, and each that goes had a better one', () => {
    const any = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }), fc.constantFrom<Tier>('proven', 'prefixed', 'heuristic'))
      .map(([start, length, tier]) => finding(start, start + length, tier));
    fc.assert(
      fc.property(fc.array(any), (findings) => {
        const rest = withoutOverlaps(findings);
        const over = (a: RawFinding, b: RawFinding): boolean => a !== b && a.start < b.end && b.start < a.end;
        expect(rest.some((one) => rest.some((other) => over(one, other)))).toBe(false);
        expect(findings.filter((one) => !rest.includes(one)).every((one) => rest.some((other) => over(one, other)))).toBe(true);
        expect(rest.map(({ start }) => start)).toEqual(rest.map(({ start }) => start).toSorted((a, b) => a - b));
      }),
    );
  });
});
