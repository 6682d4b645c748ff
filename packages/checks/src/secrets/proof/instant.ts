/** Instants that credentials carry. */

/** Writes seconds since 1970 as a date and time in UTC, or nothing where they cannot be one. */
export function instantOf(seconds: unknown): string | undefined {
  if (typeof seconds !== 'number' || !(seconds > 0 && seconds < 253_402_300_800)) return undefined;
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** The first second of 2026: what ended before it has ended wherever these rules run, so that no clock is asked. */
const LONG_AGO = 1_767_225_600;

/** Tells whether seconds since 1970 are an end that nobody need be told of any more; of what ended later nothing is concluded. */
export function hasLongEnded(seconds: unknown): boolean {
  return instantOf(seconds) !== undefined && (seconds as number) < LONG_AGO;
}
