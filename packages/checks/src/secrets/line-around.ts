/** Finds the line around an offset, as far as a comment about that offset can stand. */

const NEWLINE = 0x0a;
/** Most bytes to either side: a comment further away is about something else. */
export const LOOKED_AT = 1024;

/** Offset of the first byte of the line, or of the first one that is looked at. */
export function startOfLine(bytes: Uint8Array, at: number): number {
  const least = Math.max(0, at - LOOKED_AT);
  let start = at;
  while (start > least && bytes[start - 1] !== NEWLINE) start--;
  return start;
}

/** Offset behind the last byte of the line, or behind the last one that is looked at. */
export function endOfLine(bytes: Uint8Array, at: number): number {
  const most = Math.min(bytes.length, at + LOOKED_AT);
  let end = at;
  while (end < most && bytes[end] !== NEWLINE) end++;
  return end;
}
