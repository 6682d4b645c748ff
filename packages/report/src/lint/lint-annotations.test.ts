/** Annotations within what the runner keeps of a step. */

import { describe, expect, test } from 'vitest';
import { lintAnnotations } from './lint-annotations.ts';
import { finding, reportOf } from './test-report.ts';

describe('the annotations', () => {
  const many = reportOf([
    ...Array.from({ length: 14 }, (_, at) => finding({ path: `a${at}`, tier: 'prefixed' })),
    finding({ path: 'worst', severity: 'critical' }),
    ...Array.from({ length: 12 }, (_, at) => finding({ path: `b${at}`, fails: false, tier: 'contextual' })),
  ]);

  test('are ten errors and ten warnings at most, worst first, and the rest is counted', () => {
    const annotations = lintAnnotations(many);
    expect(annotations.map(({ level }) => level)).toEqual([
      ...Array.from({ length: 10 }, () => 'error'),
      ...Array.from({ length: 10 }, () => 'warning'),
      'notice',
    ]);
    expect(annotations[0]?.at?.file).toBe('worst');
    expect(annotations.at(-1)?.title).toBe('7 more findings');
    expect(lintAnnotations(many, 9).filter(({ level }) => level === 'error')).toHaveLength(9);
  });

  test('are one a secret and file', () => {
    const annotations = lintAnnotations(reportOf([finding({ line: 7 }), finding({ line: 3 }), finding({ path: 'other' })]));
    expect(annotations).toHaveLength(2);
    expect(annotations[0]?.message).toMatch(/ Also on line 7\.$/);
  });

  test('name ten more lines of a secret at most', () => {
    const [annotation] = lintAnnotations(reportOf(Array.from({ length: 5000 }, (_, at) => finding({ line: at + 1 }))));
    expect(annotation?.message).toMatch(/ Also on lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 4,989 more\.$/);
  });
});
