/** Retries by class: a refusal is never asked again, a failure of the other side is, within one total budget. */

import { UpstreamError } from './errors.ts';
import type { Clock, Log, Random } from './ports.ts';

/** How long and how often. */
export interface RetryBudget {
  /** Milliseconds for all attempts and waits together. */
  readonly totalMs: number;
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubles each time, with jitter. */
  readonly firstWaitMs: number;
}

/** What main may spend on one exchange. */
export const EXCHANGE_BUDGET: RetryBudget = { totalMs: 60_000, attempts: 6, firstWaitMs: 500 };

/**
 * Runs an attempt until it succeeds, is refused, or the budget is spent.
 *
 * `Retry-After` is honoured when it fits the budget; when it does not, the failure is thrown at once rather than after a wait in vain.
 *
 * @param what - names the exchange in the log
 * @param attempt - one attempt; whatever it needs fresh, such as an ID token, it mints itself
 * @throws what the last attempt threw
 */
export async function withRetries<T>(
  what: string,
  attempt: (number: number) => Promise<T>,
  budget: RetryBudget,
  ports: { readonly clock: Clock; readonly log: Log; readonly random: Random },
): Promise<T> {
  const end = ports.clock.now() + budget.totalMs;
  for (let number = 1; ; number++) {
    try {
      return await attempt(number);
    } catch (error) {
      if (!(error instanceof UpstreamError) || !error.retryable || number >= budget.attempts) throw error;
      const jitter = 0.5 + (ports.random(1)[0] ?? 0) / 255;
      const wait = error.retryAfterMs ?? Math.round(budget.firstWaitMs * 2 ** (number - 1) * jitter);
      if (ports.clock.now() + wait >= end) throw error;
      ports.log.info(`${what}: ${error.message}; attempt ${number + 1} of ${budget.attempts} in ${(wait / 1000).toFixed(1)} s`);
      await ports.clock.sleep(wait);
    }
  }
}

/**
 * Reads `Retry-After` (RFC 9110, section 10.2.3).
 *
 * @param header - seconds, or an HTTP date
 * @param now - milliseconds since the epoch, to count a date from
 * @returns milliseconds to wait, or undefined when there is no readable value
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
