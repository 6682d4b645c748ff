import {
  UpstreamError
} from "./start.js";

// packages/core/src/retry.ts
var EXCHANGE_BUDGET = { totalMs: 6e4, attempts: 6, firstWaitMs: 500 };
async function withRetries(what, attempt, budget, ports) {
  const end = ports.clock.now() + budget.totalMs;
  for (let number = 1; ; number++) {
    try {
      return await attempt(number);
    } catch (error) {
      if (!(error instanceof UpstreamError) || !error.retryable || number >= budget.attempts) throw error;
      const jitter = 0.5 + (ports.random(1)[0] ?? 0) / 255;
      const wait = error.retryAfterMs ?? Math.round(budget.firstWaitMs * 2 ** (number - 1) * jitter);
      if (ports.clock.now() + wait >= end) throw error;
      ports.log.info(`${what}: ${error.message}; attempt ${number + 1} of ${budget.attempts} in ${(wait / 1e3).toFixed(1)} s`);
      await ports.clock.sleep(wait);
    }
  }
}
function retryAfter(header, now) {
  if (header === void 0) return void 0;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1e3;
  const date = Date.parse(header);
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}

export {
  EXCHANGE_BUDGET,
  withRetries,
  retryAfter
};
