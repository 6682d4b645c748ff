import {
  ConfigError
} from "./start.js";

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

export {
  parseDuration,
  formatDuration
};
