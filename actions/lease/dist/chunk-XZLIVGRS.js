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

// packages/core/src/duration.ts
var UNIT_SECONDS = { d: 86400, h: 3600, m: 60, s: 1 };
var SHAPE = /^(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9})s)?$/;
function parseDuration(text) {
  const parts = SHAPE.exec(text.trim());
  if (parts) {
    const [, d, h, m, s] = parts;
    const seconds = Number(d ?? 0) * UNIT_SECONDS.d + Number(h ?? 0) * UNIT_SECONDS.h + Number(m ?? 0) * UNIT_SECONDS.m + Number(s ?? 0);
    if (seconds > 0) return seconds;
  }
  throw new ConfigError(`\`${text}\` is not a duration`, {
    code: "ERR_DURATION",
    help: /^\s*\d+\s*$/.test(text) ? `give the unit: \`${text.trim()}s\` for seconds, \`${text.trim()}m\` for minutes` : "write a number and a unit, largest first: `90s`, `15m`, `1h30m`, `90d`"
  });
}
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

// packages/core/src/glob.ts
function globMatches(pattern, value) {
  let p = 0;
  let v = 0;
  let star = -1;
  let resume = 0;
  while (v < value.length) {
    if (p < pattern.length && pattern[p] === "*") {
      star = p++;
      resume = v;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === value[v])) {
      p++;
      v++;
    } else if (star >= 0) {
      p = star + 1;
      v = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.length && pattern[p] === "*") p++;
  return p === pattern.length;
}
function isGlob(pattern) {
  return pattern.includes("*") || pattern.includes("?");
}

export {
  LeaseholdError,
  ConfigError,
  DeniedError,
  UpstreamError,
  InternalError,
  parseDuration,
  formatDuration,
  globMatches,
  isGlob
};
