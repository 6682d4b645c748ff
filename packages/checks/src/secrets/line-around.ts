/** Where the line around a place begins and ends, no further than a comment that belongs to it can stand. */

const NEWLINE = 0x0a;
/** A comment further away in a line belongs to something else. */
export const LOOKED_AT = 1024;

/** Where the line of a place begins, or as far as is looked. */
export function startOfLine(bytes: Uint8Array, at: number): number {
  const least = Math.max(0, at - LOOKED_AT);
  let start = at;
  while (start > least && bytes[start - 1] !== NEWLINE) start--;
  return start;
}

/** Where the line of a place ends, or as far as is looked. */
export function endOfLine(bytes: Uint8Array, at: number): number {
  const most = Math.min(bytes.length, at + LOOKED_AT);
  let end = at;
  while (end < most && bytes[end] !== NEWLINE) end++;
  return end;
}
