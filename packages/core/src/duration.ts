/** Durations as people write them (`90s`, `15m`, `1h30m`, `90d`), held as whole seconds. */

import { ConfigError } from './errors.ts';

const UNIT_SECONDS = { d: 86_400, h: 3_600, m: 60, s: 1 } as const;
const SHAPE = /^(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9})s)?$/;

/**
 * Reads a duration.
 *
 * @param text - one or more numbers with a unit, largest first: `15m`, `1h30m`, `90d`
 * @returns whole seconds, more than zero
 * @throws ConfigError `ERR_DURATION` when the text is not such a duration
 * @example parseDuration('1h30m') // 5400
 */
export function parseDuration(text: string): number {
  const parts = SHAPE.exec(text.trim());
  if (parts) {
    const [, d, h, m, s] = parts;
    const seconds =
      Number(d ?? 0) * UNIT_SECONDS.d + Number(h ?? 0) * UNIT_SECONDS.h + Number(m ?? 0) * UNIT_SECONDS.m + Number(s ?? 0);
    if (seconds > 0) return seconds;
  }
  throw new ConfigError(`\`${text}\` is not a duration`, {
    code: 'ERR_DURATION',
    help: /^\s*\d+\s*$/.test(text)
      ? `give the unit: \`${text.trim()}s\` for seconds, \`${text.trim()}m\` for minutes`
      : 'write a number and a unit, largest first: `90s`, `15m`, `1h30m`, `90d`',
  });
}

/**
 * Writes a duration the way {@link parseDuration} reads it.
 *
 * @param seconds - whole seconds, zero or more
 * @example formatDuration(5400) // '1h30m'
 */
export function formatDuration(seconds: number): string {
  let rest = Math.max(0, Math.round(seconds));
  let text = '';
  for (const [unit, size] of Object.entries(UNIT_SECONDS)) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text === '' ? '0s' : text;
}
