/** Percent-encoding and the escapes of JSON and its kin, undone around a run that they touch. */

import { type Layer, LONGEST_LAYER } from './layer.ts';
import { hexDigit } from './token-byte.ts';

const PERCENT = 0x25;
const BACKSLASH = 0x5c;
/** The letter behind the backslash, and what both stand for. */
const LETTERS: ReadonlyMap<number, number> = new Map([
  [0x2f, 0x2f],
  [0x22, 0x22],
  [0x5c, 0x5c],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
]);
/** How far to the left of a run its stretch may begin. */
const LOOK_BACK = 2048;

/** Tells whether a run is cut short by an escape that hides a sign of a credential; a line break or a quote does not. */
export function touchesEscape(bytes: Uint8Array, start: number, end: number): boolean {
  return hides(bytes, start - 1) || hides(bytes, end);
}

function hides(bytes: Uint8Array, at: number): boolean {
  const sign = bytes[at];
  if (sign === PERCENT) return hexDigit(bytes[at + 1]) >= 0 && hexDigit(bytes[at + 2]) >= 0;
  if (sign !== BACKSLASH) return false;
  const letter = bytes[at + 1];
  return letter === 0x75 || letter === 0x78 || letter === 0x2f;
}

/**
 * Undoes the escapes of the stretch around a run, as far as there are neither spaces nor quotes.
 *
 * @param least - where the stretch may begin at the earliest
 * @returns nothing when there was nothing to undo, else the layer and where the stretch ends
 */
export function unescapeAround(
  bytes: Uint8Array,
  least: number,
  start: number,
  end: number,
): (Layer & { readonly end: number }) | undefined {
  const earliest = Math.max(least, start - LOOK_BACK);
  let from = start;
  while (from > earliest && joins(bytes, from - 1)) from--;
  const latest = Math.min(bytes.length, end + LONGEST_LAYER);
  let until = end;
  while (until < latest && joins(bytes, until)) until++;
  const decoded = new Uint8Array(until - from);
  const origins: number[] = [];
  let length = 0;
  let encoding: string | undefined;
  for (let at = from; at < until; length++) {
    origins.push(at);
    const found = escapeAt(bytes, at, until);
    decoded[length] = found?.value ?? (bytes[at] as number);
    at += found?.length ?? 1;
    if (found !== undefined) encoding = found.length === 3 ? 'percent-encoding' : (encoding ?? 'escapes');
  }
  if (encoding === undefined) return undefined;
  return { encoding, bytes: decoded.subarray(0, length), origin: (offset) => origins[offset] ?? until, end: until };
}

function joins(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] as number;
  // A quote belongs to the stretch where it is escaped itself.
  if (byte === 0x22 || byte === 0x27) return bytes[at - 1] === BACKSLASH;
  return byte > 0x20 && byte !== 0x60 && byte < 0x7f;
}

function escapeAt(bytes: Uint8Array, at: number, until: number): { readonly value: number; readonly length: number } | undefined {
  const sign = bytes[at];
  if (sign === PERCENT) return hexEscape(bytes, at, 1, 2, until);
  if (sign !== BACKSLASH || at + 1 >= until) return undefined;
  const letter = bytes[at + 1] as number;
  if (letter === 0x75) return hexEscape(bytes, at, 2, 4, until);
  if (letter === 0x78) return hexEscape(bytes, at, 2, 2, until);
  const value = LETTERS.get(letter);
  return value === undefined ? undefined : { value, length: 2 };
}

/** A code beyond latin1 is no sign of a credential: it is left to stand for a foreign one. */
function hexEscape(
  bytes: Uint8Array,
  at: number,
  skip: number,
  digits: number,
  until: number,
): { readonly value: number; readonly length: number } | undefined {
  if (at + skip + digits > until) return undefined;
  let value = 0;
  for (let index = 0; index < digits; index++) {
    const digit = hexDigit(bytes[at + skip + index]);
    if (digit < 0) return undefined;
    value = value * 16 + digit;
  }
  return { value: Math.min(value, 0xff), length: skip + digits };
}
