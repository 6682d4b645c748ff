/** Failed attempts are booked, so that hostile bytes stop being tried. */

import { describe, expect, it } from 'vitest';
import { type Budgeted, bookFailure, mayTry, newStretches } from './budget.ts';

const LENGTH = 1000;
const BYTES = new Uint8Array(LENGTH).fill(0x61);

/** How many attempts fail at the beginning of a scan until a rule is no longer tried. */
function attemptsOf(rule: Partial<Budgeted>, bytes: Uint8Array = BYTES): number {
  const budgeted: Budgeted = {
    extent: () => ({ least: 1, most: LENGTH }),
    crosses: () => false,
    ways: 1,
    spent: 0,
    scan: 0,
    ...rule,
  };
  const stretches = newStretches(bytes);
  let attempts = 0;
  for (; mayTry(budgeted, 0, 1); attempts++) bookFailure(budgeted, stretches, 0);
  // Another scan begins with an empty account.
  expect(mayTry(budgeted, 0, 2)).toBe(true);
  return attempts;
}

describe('the budget of a rule', () => {
  it('is spent by the characters that failed attempts look at', () => {
    expect(attemptsOf({})).toBe(Math.floor((1 << 20) / LENGTH) + 1);
  });

  it('is spent faster by a shape that may go over a text in several ways', () => {
    expect(attemptsOf({ ways: 8 })).toBe(Math.ceil(attemptsOf({}) / 8));
  });

  it('is spent slower where a space ends what the shape can match', () => {
    const bytes = BYTES.with(100, 0x20);
    expect(attemptsOf({}, bytes)).toBeGreaterThan(9 * attemptsOf({}));
    expect(attemptsOf({ crosses: () => true }, bytes)).toBe(attemptsOf({}));
  });
});
