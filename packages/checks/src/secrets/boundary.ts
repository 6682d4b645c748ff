/** Where a value may begin and end: never in the middle of a longer word, since a part of something longer is no credential. */

import { ALNUM, BASE64, HEX, isClass } from './token-byte.ts';

const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const UNDERSCORE = 0x5f;
const DASH = 0x2d;
const PLUS = 0x2b;
const SLASH = 0x2f;
const X = 0x78;
const U = 0x75;
/** Letters that end an escape such as `\n`. */
const ESCAPES = new Set(Array.from('nrtbfv0', (letter) => letter.charCodeAt(0)));
/** From so many base64 characters on, the `/` or `+` before them is part of an encoding and no separator. */
const ENCODED = 16;

/** Tells whether a value may begin at an offset: not behind a letter or digit, unless that ends an escape (`\n`, `\x22`, `\u0022`, `%22`). */
export function startsValue(bytes: Uint8Array, at: number): boolean {
  const previous = bytes[at - 1];
  if (!isClass(previous, ALNUM)) return true;
  if (ESCAPES.has(previous as number) && bytes[at - 2] === BACKSLASH) return true;
  if (!isClass(previous, HEX) || !isClass(bytes[at - 2], HEX)) return false;
  if (bytes[at - 3] === PERCENT) return true;
  if (bytes[at - 3] === X && bytes[at - 4] === BACKSLASH) return true;
  return isClass(bytes[at - 3], HEX) && isClass(bytes[at - 4], HEX) && bytes[at - 5] === U && bytes[at - 6] === BACKSLASH;
}

/** Tells whether the value from `start` to `end` may end there. */
export function endsValue(bytes: Uint8Array, start: number, end: number): boolean {
  const next = bytes[end];
  if (next === UNDERSCORE || isClass(next, ALNUM)) return false;
  if (next === DASH) return !isClass(bytes[end + 1], ALNUM);
  if (next === PLUS || next === SLASH) return !(isAlphanumeric(bytes, start, end) && looksEncoded(bytes, end + 1));
  return true;
}

function isAlphanumeric(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isClass(bytes[at], ALNUM)) return false;
  return true;
}

/** Tells a long mixture of upper case, lower case and digits, which continues base64, from a segment of a path. */
function looksEncoded(bytes: Uint8Array, from: number): boolean {
  let kinds = 0;
  let at = from;
  for (; at < from + 2 * ENCODED && isClass(bytes[at], BASE64); at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x30 && byte <= 0x39) kinds |= 1;
    else if (byte >= 0x41 && byte <= 0x5a) kinds |= 2;
    else if (byte >= 0x61 && byte <= 0x7a) kinds |= 4;
  }
  return at - from >= ENCODED && kinds === 7;
}
