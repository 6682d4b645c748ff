// packages/core/src/errors.ts
var LeaseholdError = class extends Error {
  code;
  help;
  constructor(message, detail) {
    super(message, detail.cause === void 0 ? void 0 : { cause: detail.cause });
    this.code = detail.code;
    this.help = detail.help;
  }
};
var ConfigError = class extends LeaseholdError {
  name = "ConfigError";
  /** Every place that is wrong, when a file was read. */
  problems;
  constructor(message, detail) {
    super(message, detail);
    this.problems = detail.problems ?? [];
  }
};
var DeniedError = class extends LeaseholdError {
  name = "DeniedError";
  /** Milliseconds since the epoch by the clock of whoever refused, where it told its time. */
  at;
  constructor(message, detail) {
    super(message, detail);
    this.at = detail.at;
  }
};
var UpstreamError = class extends LeaseholdError {
  name = "UpstreamError";
  retryable;
  status;
  retryAfterMs;
  constructor(message, detail) {
    super(message, detail);
    this.retryable = detail.retryable;
    this.status = detail.status;
    this.retryAfterMs = detail.retryAfterMs;
  }
};
var InternalError = class extends LeaseholdError {
  name = "InternalError";
};

// packages/core/src/secret.ts
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  /** The credential itself. The only way in, so that every use can be searched for. */
  reveal() {
    return this.#value;
  }
  toString() {
    return "***";
  }
  toJSON() {
    return "***";
  }
};
Object.defineProperty(Secret.prototype, /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom"), { value: () => "***" });

// packages/core/src/duration.ts
var UNIT_SECONDS = { d: 86400, h: 3600, m: 60, s: 1 };
function formatDuration(seconds) {
  let rest = Math.max(0, Math.round(seconds));
  let text = "";
  for (const [unit, size] of Object.entries(UNIT_SECONDS)) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text === "" ? "0s" : text;
}

// packages/core/src/retry.ts
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

// packages/providers/src/aws/shown-arn.ts
function shownArn(arn, masked) {
  return masked ? arn.replaceAll(/(?<=:)\d{12}(?=:)/g, "***") : arn;
}

export {
  LeaseholdError,
  ConfigError,
  DeniedError,
  UpstreamError,
  InternalError,
  formatDuration,
  withRetries,
  retryAfter,
  Secret,
  shownArn
};
