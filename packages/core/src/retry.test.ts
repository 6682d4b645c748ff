import { expect, test } from 'vitest';
import { DeniedError, UpstreamError } from './errors.ts';
import { retryAfter, withRetries } from './retry.ts';

const BUDGET = { totalMs: 10_000, attempts: 4, firstWaitMs: 100 };

function world(): { ports: Parameters<typeof withRetries>[3]; waits: number[] } {
  let now = 0;
  const waits: number[] = [];
  const quiet = (): void => undefined;
  return {
    waits,
    ports: {
      clock: {
        now: () => now,
        sleep: (ms) => {
          waits.push(ms);
          now += ms;
          return Promise.resolve();
        },
      },
      log: { debug: quiet, info: quiet, notice: quiet, warning: quiet, error: quiet },
      random: () => new Uint8Array([128]),
    },
  };
}

const failure = (detail: { retryable: boolean; retryAfterMs?: number }): UpstreamError =>
  new UpstreamError('no answer', { code: 'ERR_UPSTREAM_UNREACHABLE', ...detail });

test('a failure of the other side is tried again, with growing waits, until it succeeds', async () => {
  const { ports, waits } = world();
  const answer = await withRetries(
    'exchange',
    (number) => (number < 4 ? Promise.reject(failure({ retryable: true })) : Promise.resolve(number)),
    BUDGET,
    ports,
  );
  expect(answer).toBe(4);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits).toHaveLength(3);
});

test.each([
  ['a refusal', new DeniedError('no', { code: 'ERR_AWS_TRUST_REFUSED' })],
  ['a failure that cannot get better', failure({ retryable: false })],
  ['an error that is not ours', new TypeError('x')],
])('%s is never tried again', async (_what, error) => {
  const { ports, waits } = world();
  let attempts = 0;
  const attempt = (): Promise<never> => {
    attempts++;
    return Promise.reject(error);
  };
  await expect(withRetries('exchange', attempt, BUDGET, ports)).rejects.toBe(error);
  expect([attempts, waits]).toEqual([1, []]);
});

test('the other side says how long to wait', async () => {
  const { ports, waits } = world();
  await withRetries(
    'exchange',
    (n) => (n === 1 ? Promise.reject(failure({ retryable: true, retryAfterMs: 7_000 })) : Promise.resolve()),
    BUDGET,
    ports,
  );
  expect(waits).toEqual([7_000]);
});

test('a wait beyond the budget is not waited in vain', async () => {
  const { ports, waits } = world();
  await expect(
    withRetries('exchange', () => Promise.reject(failure({ retryable: true, retryAfterMs: 60_000 })), BUDGET, ports),
  ).rejects.toThrow();
  expect(waits).toEqual([]);
});

test('attempts are bounded', async () => {
  const { ports, waits } = world();
  await expect(withRetries('exchange', () => Promise.reject(failure({ retryable: true })), BUDGET, ports)).rejects.toThrow(
    'no answer',
  );
  expect(waits).toHaveLength(BUDGET.attempts - 1);
});

test.each([
  ['3', 3_000],
  [' 120 ', 120_000],
  ['Tue, 24 Nov 2026 10:00:30 GMT', 30_000],
  ['Tue, 24 Nov 2026 09:00:00 GMT', 0],
  ['soon', undefined],
  [undefined, undefined],
])('Retry-After %j is %j milliseconds', (header, expected) => {
  expect(retryAfter(header, Date.UTC(2026, 10, 24, 10, 0, 0))).toBe(expected);
});
