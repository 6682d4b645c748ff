/** Percent-encoding and the escapes of JSON and its kin, undone around a run that they touch, or where they spell what is no run. */

import { type Layer, LONGEST_LAYER } from './layer.ts';
import { hexDigit } from './token-byte.ts';

const PERCENT = 0x25;
const BACKSLASH = 0x5c;
const U = 0x75;
const X = 0x78;
/** The letter behind the backslash, and what both stand for. */
const LETTERS: ReadonlyMap<number, number> = new Map([
  [0x2f, 0x2f],
  [0x22, 0x22],
  [0x5c, 0x5c],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
]);
/** How far to the left of a run its stretch may begin, and how much of a stretch that is too long for one layer is in the next again. */
const LOOK_BACK = 2048;

/** Tells whether a run is cut short by an escape that hides a sign of a credential; a line break or a quote does not. */
export function touchesEscape(bytes: Uint8Array, start: number, end: number): boolean {
  return hides(bytes, start - 1) || hides(bytes, end);
}

function hides(bytes: Uint8Array, at: number): boolean {
  return (bytes[at] === BACKSLASH && bytes[at + 1] === 0x2f) || signLength(bytes, at) > 0;
}

/** Length of the escape of a sign of ASCII at a place, in a string or in a string within a string; 0 for none. */
function signLength(bytes: Uint8Array, at: number): number {
  if (bytes[at] === PERCENT) return isSign(bytes, at + 1) ? 3 : 0;
  if (bytes[at] !== BACKSLASH) return 0;
  const letter = bytes[at + 1] === BACKSLASH ? at + 2 : at + 1;
  if (bytes[letter] === X) return isSign(bytes, letter + 1) ? letter + 3 - at : 0;
  const zeros = bytes[letter] === U && bytes[letter + 1] === 0x30 && bytes[letter + 2] === 0x30;
  return zeros && isSign(bytes, letter + 3) ? letter + 5 - at : 0;
}

/** Whether two digits in base 16 stand for a sign of ASCII. */
function isSign(bytes: Uint8Array, at: number): boolean {
  const code = (hexDigit(bytes[at]) << 4) | hexDigit(bytes[at + 1]);
  return code > 0x20 && code < 0x7f;
}

/**
 * Undoes the escapes of the stretch around a run, as far as there are neither spaces nor quotes.
 *
 * @param least - where the stretch may begin at the earliest
 * @returns nothing when there was nothing to undo, else the layer and where what is left of the stretch begins
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
  let length = 0;
  let encoding: string | undefined;
  for (let at = from; at < until; length++) {
    const byte = bytes[at] as number;
    const taken = byte === PERCENT || byte === BACKSLASH ? escapeLength(bytes, at, until) : 1;
    decoded[length] = taken === 1 ? byte : escapedByte(bytes, at, taken);
    if (taken > 1) encoding = taken === 3 ? 'percent-encoding' : (encoding ?? 'escapes');
    at += taken;
  }
  if (encoding === undefined) return undefined;
  let origins: Uint32Array | undefined;
  const origin = (offset: number): number => {
    origins ??= originsOf(bytes, from, until, length);
    return origins[offset] ?? until;
  };
  return { encoding, bytes: decoded.subarray(0, length), origin, end: until - end < LONGEST_LAYER ? until : until - LOOK_BACK };
}

/** Where each decoded byte stands, worked out only when something was found; the bytes must not have changed by then. */
function originsOf(bytes: Uint8Array, from: number, until: number, length: number): Uint32Array {
  const origins = new Uint32Array(length);
  for (let at = from, offset = 0; at < until; offset++) {
    origins[offset] = at;
    at += escapeLength(bytes, at, until);
  }
  return origins;
}

function joins(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] as number;
  // A quote belongs to the stretch where it is escaped itself.
  if (byte === 0x22 || byte === 0x27) return bytes[at - 1] === BACKSLASH;
  return byte > 0x20 && byte !== 0x60 && byte < 0x7f;
}

/** Length of the escape at a place; 1 when there is none. */
function escapeLength(bytes: Uint8Array, at: number, until: number): number {
  const sign = bytes[at];
  if (sign === PERCENT) return areHex(bytes, at + 1, at + 3, until) ? 3 : 1;
  if (sign !== BACKSLASH || at + 1 >= until) return 1;
  const letter = bytes[at + 1] as number;
  if (letter === U) return areHex(bytes, at + 2, at + 6, until) ? 6 : 1;
  if (letter === X) return areHex(bytes, at + 2, at + 4, until) ? 4 : 1;
  return LETTERS.has(letter) ? 2 : 1;
}

function areHex(bytes: Uint8Array, from: number, to: number, until: number): boolean {
  if (to > until) return false;
  for (let at = from; at < to; at++) if (hexDigit(bytes[at]) < 0) return false;
  return true;
}

/** What an escape of that length stands for; a code beyond latin1 is no sign of a credential, and is left to stand for a foreign one. */
function escapedByte(bytes: Uint8Array, at: number, length: number): number {
  if (length === 2) return LETTERS.get(bytes[at + 1] as number) as number;
  let value = 0;
  for (let digit = length === 3 ? at + 1 : at + 2; digit < at + length; digit++) value = value * 16 + hexDigit(bytes[digit]);
  return Math.min(value, 0xff);
}
