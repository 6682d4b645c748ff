/** Tells whether a run is worth a second look: a value may begin in it or before it, it holds an encoding of text, or an escape touches it. */

import { alnums16, equals16, escapes16, joins16 } from './classes.ts';
import { isText } from './encoded.ts';
import { escapeAt } from './escapes.ts';
import { LEADS } from './layout.ts';
import { valueAt } from './value-node.ts';
import { isWhole } from './whole.ts';

/** How far before a run a value may begin that signs join to it, in bytes; a multiple of 16. */
const LOOK_BACK: usize = 96;
/** The longest escape, `u0022`, behind its backslash. */
const ESCAPE: usize = 6;
/** Shorter pieces are nothing. */
const SHORTEST: usize = 16;
const BACKSLASH: u8 = 0x5c;
const PERCENT: u8 = 0x25;
const SLASH: u8 = 0x2f;

/** What there may be to see in a run besides where a value begins; `src/kernel.ts` knows the same numbers. */
const ENCODES: u32 = 2;
const ESCAPED: u32 = 4;
const WHOLE: u32 = 16;

/** Why the run from `start` to `stop` is worth it, or 0. */
export function worthOf(start: usize, stop: usize): u32 {
  return inPieces(start, stop) | (hides(start - 1) || hides(stop) ? ESCAPED : 0);
}

/** Where what signs join to a run begins, not before `least`. */
export function joined(least: usize, start: usize): usize {
  const limit = start > least + LOOK_BACK ? start - LOOK_BACK : least;
  while (start > limit) {
    // The sixteen bytes before, the last of them first.
    const others = ~joins16(v128.load(start - 16)) & 0xffff;
    if (others !== 0) return max(start - <usize>(clz(others) - 16), limit);
    start -= 16;
  }
  return limit;
}

/** The first place before a run, of those at these distances, where a literal stands that nothing joins to the run; 0 for none. Takes out of `distances` what was looked at. */
export function leadBefore(start: usize): usize {
  while (distances !== 0) {
    const place = start - <usize>(63 - clz(distances));
    distances ^= (<u64>1) << (63 - clz(distances));
    if (valueAt(place)) return place;
  }
  return 0;
}

/** The distances that are still to be looked at. */
let distances: u64 = 0;

/** Begins to look before a run. */
export function beginLeads(start: usize): void {
  distances = load<u64>(LEADS + ((<usize>load<u8>(start - 1)) << 3));
}

/** The first place from `start` on where a literal stands and a value may begin: behind no letter or digit, unless by an escape; `stop` for none. */
export function valueFrom(start: usize, stop: usize): usize {
  const free = freeUntil(start);
  let before = alnums16(v128.load(start - 16)) >> 15;
  let escaped = 0;
  for (let at = start; at < stop; at += 16) {
    const bytes = v128.load(at);
    const words = alnums16(bytes);
    let places = ~(words & ((words << 1) | before));
    if (at < free) places |= (1 << (<i32>(free - at))) - 1;
    const escapes = escapes16(bytes);
    if ((escapes | escaped) !== 0) {
      // Six places behind each.
      const two = (escapes << 1) | (escapes << 2);
      const spread = two | (two << 2) | (two << 4) | escaped;
      places |= spread;
      escaped = spread >> 16;
    }
    places &= stop - at < 16 ? (1 << (<i32>(stop - at))) - 1 : 0xffff;
    before = words >> 15;
    while (places !== 0) {
      const place = at + <usize>ctz(places);
      if (valueAt(place)) return place;
      places &= places - 1;
    }
  }
  return stop;
}

/** Behind the escape that may stand before a place; the place itself when there is none. */
function freeUntil(at: usize): usize {
  for (let back: usize = 1; back <= ESCAPE; back++) {
    const byte = load<u8>(at - back);
    if (byte === BACKSLASH || byte === PERCENT) return at - back + 1 + ESCAPE;
    if (!isAlnum(byte)) break;
  }
  return at;
}

function isAlnum(byte: u8): bool {
  return byte - 0x30 < 10 || (byte | 0x20) - 0x61 < 26;
}

/** Whether an escape that hides a sign stands at a place: neither a control character nor a blank, nor a letter beyond ASCII. */
function hides(at: usize): bool {
  return (load<u8>(at) === BACKSLASH && load<u8>(at + 1) === SLASH) || escapeAt(at) !== 0;
}

/** What the pieces between signs of equality may be: text in base64 or hex, or a whole value. */
function inPieces(start: usize, stop: usize): u32 {
  let worth: u32 = 0;
  let from = start;
  for (let at = start; at < stop; at += 16) {
    let signs = equals16(v128.load(at));
    while (signs !== 0) {
      const sign = at + <usize>ctz(signs);
      if (sign >= stop) break;
      worth |= inPiece(from, sign, stop);
      from = sign + 1;
      signs &= signs - 1;
    }
  }
  return worth | inPiece(from, stop, stop);
}

function inPiece(from: usize, to: usize, stop: usize): u32 {
  if (to - from < SHORTEST) return 0;
  let padded = to;
  while (padded < stop && load<u8>(padded) === 0x3d) padded++;
  return (isText(from, to) ? ENCODES : 0) | (isWhole(from, to, padded) ? WHOLE : 0);
}
