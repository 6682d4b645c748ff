/** Instants are told in UTC, with how far away they are. */

import { expect, test } from 'vitest';
import { formatInstant, formatUntil } from './instant.ts';

const AT = Date.UTC(2026, 10, 24, 10, 12, 5);

test('an instant is told in UTC', () => {
  expect(formatInstant(AT)).toBe('2026-11-24 10:12:05 UTC');
  expect(formatInstant(Number.NaN)).toBe('an unknown time');
});

test.each([
  [598_000, '2026-11-24 10:12:05 UTC (in 9m58s)'],
  [0, '2026-11-24 10:12:05 UTC (in 0s)'],
  [-61_000, '2026-11-24 10:12:05 UTC (1m1s ago)'],
])('%d ms away', (distance, written) => {
  expect(formatUntil(AT, AT - distance)).toBe(written);
});
