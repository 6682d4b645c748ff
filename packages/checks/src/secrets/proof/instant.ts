/** Instants that credentials carry. */

/** Writes seconds since 1970 as a date and time in UTC, or nothing where they cannot be one. */
export function instantOf(seconds: unknown): string | undefined {
  if (typeof seconds !== 'number' || !(seconds > 0 && seconds < 253_402_300_800)) return undefined;
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
