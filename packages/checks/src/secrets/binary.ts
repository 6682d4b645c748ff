/** Files that are not text: only their printable runs are looked at. */

/** As git does it. */
const LOOKED_AT = 8000;

/** Tells whether a file is binary: a NUL near its beginning. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, LOOKED_AT).includes(0);
}

/**
 * Narrows a stretch of a binary file to what is printable around a value.
 *
 * @returns the first byte of the run and the one behind it, never outside `from` and `to`
 */
export function printableRun(bytes: Uint8Array, from: number, to: number, start: number, end: number): readonly [number, number] {
  let first = start;
  while (first > from && isPrintable(bytes[first - 1])) first--;
  let last = end;
  while (last < to && isPrintable(bytes[last])) last++;
  return [first, last];
}

/** Tells whether a byte is a sign, a space, a tab or a line break of ASCII. */
export function isPrintable(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
