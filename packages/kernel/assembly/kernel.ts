/** The one pass: 64 bytes become four masks, and only what the masks show is looked at. Plain SIMD, so that every machine gives the same. */

import { prepare } from './buckets.ts';
import { highTable, lowTable } from './classes.ts';
import { IN_A_BLOCK } from './escapes.ts';
import { LETTERS, OUT } from './layout.ts';
import { armor, authority, confirm, prefix, zone, zoneNext } from './literals.ts';
import { newlines } from './newlines.ts';
import { operatorStarts } from './operator.ts';
import { hasNul, holds, mixed, runEnd } from './run.ts';
import { digest } from './sha256.ts';
import {
  beginSpots,
  full,
  prepareWording,
  tellArmor,
  tellAssignment,
  tellAuthority,
  tellEscapes,
  tellPrefix,
  tellRun,
} from './spots.ts';
import { units } from './units.ts';
import { forgetUserinfo } from './userinfo.ts';
import { clearValues, readValues } from './value-table.ts';
import { prepareWholes } from './whole.ts';

export { clearValues, digest, newlines, prepare, prepareWholes, prepareWording, readValues, units };

/** Bytes a call: the engine swaps in better code only between calls. */
const CALL: usize = 1 << 20;

// Where the scan stands. The masks are those of the block at `position`.
let end: usize = 0;
let position: usize = 0;
let token: u64 = 0;
let digit: u64 = 0;
let fourth: u64 = 0;
// Of the block before: whether its last byte was a token character, and how far its stems reach.
let tokenBefore: u64 = 0;
let zoneBefore: u64 = 0;

/**
 * Begins with the `length` bytes at `input`; 64 bytes before and 512 behind them are ours, and zero.
 *
 * With `choose`, of the runs and assignments only those are told in which there is something to see, and where values may begin in them; `isCode` says what a bare word behind an operator is.
 *
 * Answers whether a NUL is among the first 64 bytes.
 */
export function begin(input: usize, length: usize, choose: bool, isCode: bool): bool {
  end = input + length;
  beginSpots(input, end, choose, isCode);
  memory.fill(input - 64, 0, 64);
  memory.fill(end, 0, 512);
  position = input - 64;
  token = digit = fourth = 0;
  tokenBefore = zoneBefore = 0;
  forgetUserinfo();
  return hasNul(input, min(length, 64));
}

/** Goes on until the end, a full OUT or a mebibyte; answers twice the number of spots in OUT, plus 1 at the end. */
export function next(): i32 {
  const low = lowTable();
  const high = highTable();
  const a0 = v128.load(LETTERS);
  const a1 = v128.load(LETTERS, 16);
  const b0 = v128.load(LETTERS, 32);
  const b1 = v128.load(LETTERS, 48);
  const c0 = v128.load(LETTERS, 64);
  const c1 = v128.load(LETTERS, 80);
  const d0 = v128.load(LETTERS, 96);
  const d1 = v128.load(LETTERS, 112);
  const letter = i8x16.splat(31);
  const half = i8x16.splat(16);
  const nibble = i8x16.splat(15);
  const zero = i8x16.splat(0);
  let p = position;
  let tok = token;
  let dig = digit;
  let lit = fourth;
  let tokBefore = tokenBefore;
  let reach = zoneBefore;
  let out = OUT;
  const until = min(p + CALL, end);
  // What the first three bytes of a literal may be, for the sixteen bytes before those at hand.
  const early = v128.and(v128.load(p, 48), letter);
  const late = v128.xor(early, half);
  let a = v128.or(i8x16.swizzle(a0, early), i8x16.swizzle(a1, late));
  let b = v128.or(i8x16.swizzle(b0, early), i8x16.swizzle(b1, late));
  let c = v128.or(i8x16.swizzle(c0, early), i8x16.swizzle(c1, late));

  while (p < until && !full(out)) {
    // The masks of the next block, so that a run is known at its first byte.
    let tokNext: u64 = 0;
    let digNext: u64 = 0;
    let litNext: u64 = 0;
    for (let part: usize = 0; part < 64; part += 16) {
      const bytes = v128.load(p + 64 + part);
      const lo = v128.and(bytes, nibble);
      const hi = i8x16.shr_u(bytes, 4);
      const kind = v128.and(i8x16.swizzle(low, lo), i8x16.swizzle(high, hi));
      tokNext |= (<u64>i8x16.bitmask(i8x16.gt_s(kind, zero))) << part;
      digNext |= (<u64>i8x16.bitmask(i16x8.shl(kind, 2))) << part;
      const x = v128.and(bytes, letter);
      const y = v128.xor(x, half);
      const a2 = v128.or(i8x16.swizzle(a0, x), i8x16.swizzle(a1, y));
      const b2 = v128.or(i8x16.swizzle(b0, x), i8x16.swizzle(b1, y));
      const c2 = v128.or(i8x16.swizzle(c0, x), i8x16.swizzle(c1, y));
      const d2 = v128.or(i8x16.swizzle(d0, x), i8x16.swizzle(d1, y));
      const a3 = i8x16.shuffle(a, a2, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
      const b3 = i8x16.shuffle(b, b2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
      const c3 = i8x16.shuffle(c, c2, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
      const all = v128.and(v128.and(a3, b3), v128.and(c3, d2));
      litNext |= (<u64>i8x16.bitmask(i8x16.eq(all, zero))) << part;
      a = a2;
      b = b2;
      c = c2;
    }
    litNext = ~litNext;

    // Runs of sixteen token characters by the byte where they begin.
    const n1 = tokNext & (tokNext >> 1);
    const n2 = n1 & (n1 >> 2);
    const n4 = n2 & (n2 >> 4);
    const m1 = tok & ((tok >> 1) | (tokNext << 63));
    const m2 = m1 & ((m1 >> 2) | (n1 << 62));
    const m4 = m2 & ((m2 >> 4) | (n2 << 60));
    const m8 = m4 & ((m4 >> 8) | (n4 << 56));
    // Without a digit in sight, it takes 24.
    const m24 = m8 & ((m8 >> 8) | ((n4 & (n4 >> 8)) << 56));
    const plain: u64 = (dig | digNext) !== 0 ? -1 : 0;
    const runs = m8 & ~((tok << 1) | tokBefore) & (m24 | plain);
    const literals = (lit >> 3) | (litNext << 61);
    let others: u64 = 0;
    let reachNext: u64 = 0;
    if (literals !== 0) {
      confirm(p, literals);
      others = armor | authority | prefix;
      reach |= zone;
      reachNext = zoneNext;
    }
    const assignments = reach !== 0 ? operatorStarts(p) & reach : 0;
    let events = runs | others | assignments;
    while (events !== 0) {
      const bit = ctz(events);
      const one: u64 = (<u64>1) << bit;
      const at = p + <usize>bit;
      events ^= one;
      if ((runs & one) !== 0) {
        const span = bit === 0 ? tok : (tok >> bit) | (tokNext << (64 - bit));
        const digits = bit === 0 ? dig : (dig >> bit) | (digNext << (64 - bit));
        if (~span !== 0) {
          const length = ctz(~span);
          if ((digits & (((<u64>1) << length) - 1)) !== 0 || (length >= 24 && mixed(at, at + <usize>length))) {
            out = tellRun(out, at, at + <usize>length, reach & one);
          }
        } else {
          const stop = runEnd(at + 64);
          if (digits !== 0 || holds(at, stop, 0x30, 10) || mixed(at, stop)) out = tellRun(out, at, stop, reach & one);
        }
      }
      if ((others & armor & one) !== 0) out = tellArmor(out, at, bit);
      if ((others & authority & one) !== 0) out = tellAuthority(out, at);
      if ((assignments & one) !== 0) out = tellAssignment(out, at);
      if ((others & prefix & one) !== 0) out = tellPrefix(out, at, bit);
    }

    // Where escapes may stand: at what is no token character, with two of them behind it, of which the first or the second is a digit.
    const escapes = ~tok & (m1 >> 1) & ((dig >> 1) | (dig >> 2));
    if (popcnt(escapes) >= IN_A_BLOCK) out = tellEscapes(out, p, tok, escapes);

    tokBefore = tok >> 63;
    reach = reachNext;
    tok = tokNext;
    dig = digNext;
    lit = litNext;
    p += 64;
  }

  position = p;
  token = tok;
  digit = dig;
  fourth = lit;
  tokenBefore = tokBefore;
  zoneBefore = reach;
  return ((<i32>((out - OUT) / 12)) << 1) | (p >= end ? 1 : 0);
}
