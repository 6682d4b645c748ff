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

export {
  LeaseholdError,
  ConfigError,
  DeniedError,
  UpstreamError,
  InternalError
};
