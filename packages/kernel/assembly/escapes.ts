/** Stretches that are spelt in escapes: no run is in them, and a whole credential may be. */

import { uppers16 } from './classes.ts';
import { hexDigit } from './encoded.ts';
import { runEnd, runStart } from './run.ts';

/** Fewer signs are nothing, as in a run. */
const SHORTEST: usize = 16;
/** So many letters and digits in a row, each at most so many bytes behind the one before: no encoder writes those as escapes. */
const FEWEST: u32 = 6;
const APART: usize = 12;
/** All of a row lie in two blocks at most, one of them may be cut by the border, and of the other five, three lie in one block. */
export const IN_A_BLOCK: u64 = 3;

const BACKSLASH: u8 = 0x5c;
const PERCENT: u8 = 0x25;

/** Up to here all is known, so that nothing is walked twice. */
let known: usize = 0;

/** Forgets what was scanned before. */
export function beginEscapes(input: usize): void {
  known = input;
}

/**
 * Of the places in a block at which an escape may stand, those of letters and digits, if enough of them are in a row: where the upper digit of the sign, which is from 3 to 7, stands first in percent-encoding, second behind `\x`, and fourth, behind zeros, with `\u00`. Foreign text and control characters fall out here, since there are files of nothing else.
 */
export function lettersIn(block: usize, token: u64, places: u64): u64 {
  let upper: u64 = 0;
  for (let part: usize = 0; part < 64; part += 16) upper |= (<u64>uppers16(v128.load(block + part))) << part;
  places &= (upper >> 1) | (upper >> 2) | ((upper >> 4) & ~(upper >> 3));
  return inRow(token, places) === 0 ? 0 : places;
}

/** Those of the places that are the third or later in a row with nothing but token characters between them: an addition carries a bit from the one to the next. */
function inRow(token: u64, places: u64): u64 {
  // What stands right before a place may be the first of two backslashes.
  const between = token | (places >> 1);
  const second = places & (between + (places << 1)) & ~between;
  return places & (between + (second << 1)) & ~between;
}

/** The places from the first on at which an escape of a letter or a digit does stand, beside another; 0 for none. Of a row, it is enough to look at one place in three. */
export function spelt(block: usize, places: u64): u64 {
  while (popcnt(places) >= IN_A_BLOCK) {
    const before = places & (places - 1);
    const here = before & (before - 1);
    const behind = here & (here - 1);
    if (isLetter(block, here) && (isLetter(block, before) || isLetter(block, behind))) return here;
    places = behind;
  }
  return 0;
}

/** Whether an escape of a letter or a digit stands at the first of the places, in what is not known. */
function isLetter(block: usize, places: u64): bool {
  if (places === 0) return false;
  const at = block + <usize>ctz(places);
  return at >= known && isAlnum(escapeAt(at));
}

/** Where the stretch begins in which an escape stands: before it are token characters, and escapes of signs. */
export function stretchStart(at: usize): usize {
  let start = runStart(known, whole(at));
  while (start > known && escapeAt(start - 1) !== 0) start = runStart(known, whole(start - 1));
  return start;
}

/** Where the stretch ends that begins at a place; 0 when there is too little of it. */
export function stretchEnd(at: usize): usize {
  let signs: usize = 0;
  let row: u32 = 0;
  let longest: u32 = 0;
  let last: usize = 0;
  for (;;) {
    const plain = runEnd(at);
    signs += plain - at;
    at = plain;
    const found = escapeAt(at);
    if (found === 0) break;
    row = isAlnum(found) ? (at - last <= APART ? row + 1 : 1) : 0;
    longest = max(longest, row);
    last = at;
    signs++;
    at += <usize>(found >> 8);
  }
  known = at;
  return longest >= FEWEST && signs >= SHORTEST ? at : 0;
}

/** Where an escape begins: in a string within a string the backslash is doubled. */
function whole(at: usize): usize {
  return at > known && load<u8>(at) === BACKSLASH && load<u8>(at - 1) === BACKSLASH ? at - 1 : at;
}

/** The escape of a sign of ASCII at a place, in percent-encoding, `\x` or `\u00`, with its backslash doubled or not: the sign, and above eight bits the length; 0 for none. */
export function escapeAt(at: usize): u32 {
  const lead = load<u8>(at);
  if (lead === PERCENT) return signAt(at + 1, 3);
  if (lead !== BACKSLASH) return 0;
  const doubled: u32 = load<u8>(at + 1) === BACKSLASH ? 1 : 0;
  const letter = at + <usize>doubled + 1;
  if (load<u8>(letter) === 0x78) return signAt(letter + 1, doubled + 4);
  return load<u8>(letter) === 0x75 && load<u16>(letter + 1) === 0x3030 ? signAt(letter + 3, doubled + 6) : 0;
}

/** The sign that two digits in base 16 stand for, with a length; 0 for a control character, a blank, and what is beyond ASCII. */
function signAt(at: usize, length: u32): u32 {
  // Of a sign, the upper one is from 2 to 7: foreign text and binary data are told by it alone.
  const upper = <u32>load<u8>(at) - 0x30;
  if (upper - 2 >= 6) return 0;
  const sign = (upper << 4) | hexDigit(load<u8>(at, 1));
  return sign - 0x21 < 0x5e ? sign | (length << 8) : 0;
}

/** Whether an escape is of a letter or a digit. */
function isAlnum(found: u32): bool {
  const sign = found & 255;
  return sign - 0x30 < 10 || (sign | 0x20) - 0x61 < 26;
}
