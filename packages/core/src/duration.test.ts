import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from './duration.ts';

test.each([
  ['90s', 90],
  ['15m', 900],
  ['1h30m', 5400],
  ['90d', 7_776_000],
  [' 10m ', 600],
])('%s is read as %i seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test.each(['', '0s', '10', '10 m', 'm', '-5m', '5m1h', '1.5h', '10min', '10m;', '9999999m'])('%j is refused', (text) => {
  expect(() => parseDuration(text)).toThrowError(`\`${text}\` is not a duration`);
});

test('a number without a unit is answered with the units it may have meant', () => {
  expect(() => parseDuration('600')).toThrowError(expect.objectContaining({ help: expect.stringContaining('`600s`') }));
});

test('what is printed is read again as the same duration', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (seconds) => parseDuration(formatDuration(seconds)) === seconds));
});
