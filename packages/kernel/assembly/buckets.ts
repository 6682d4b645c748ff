/** Spreads the literals over eight buckets, so that few other texts look like one of them. */

import { LETTERS, OUT } from './layout.ts';
import { link, nodeAt } from './node.ts';

const BUCKETS: u32 = 8;
/** How many bytes of a literal the tables look at, and what they see of a byte: its low five bits, of a letter which one it is, whatever its case. */
const DEPTH: u32 = 4;
const CODES: u32 = 32;
/** The code of what is behind a literal: any. */
const ANY: u32 = 32;
/** How often every literal is placed anew, now that the others are known. */
const ROUNDS: u32 = 3;

/** How often each code is met in sources, in 500 bytes. */
const WEIGHTS: usize = OUT;
const ALL: u64 = 500;
/** For each bucket and place: 32 counts by code and one of any, `u16`, and the share of bytes that is let through, `u32`. */
const PLACES: usize = OUT + 32;
const PLACE: usize = 72;
const SHARE: usize = 68;

/**
 * Makes the tables for nodes 1 to `count`, of which the text, the length and the kind are set and the memory is else fresh; the shortest first, so that the longest of a chain is compared first.
 *
 * A bucket lets through every combination of what its literals have, so each goes where it adds the least.
 */
export function prepare(count: u32): void {
  v128.store(WEIGHTS, i8x16(106, 20, 17, 14, 12, 38, 7, 7, 10, 25, 18, 3, 16, 10, 26, 27));
  v128.store(WEIGHTS + 16, i8x16(14, 3, 23, 24, 29, 10, 4, 3, 3, 5, 7, 9, 3, 8, 2, 2));
  for (let index: u32 = 1; index <= count; index++) link(index);
  // The longest first: one that lets any fourth byte through spoils a bucket that was to be filled with others.
  for (let index = count; index > 0; index--) settle(nodeAt(index));
  for (let round: u32 = 0; round < ROUNDS; round++) {
    for (let index: u32 = 1; index <= count; index++) {
      const node = nodeAt(index);
      put(node, load<u8>(node, 30), false);
      settle(node);
    }
  }
  for (let k: u32 = 0; k < DEPTH; k++) {
    for (let code: u32 = 0; code < CODES; code++) {
      let buckets: u32 = 0;
      for (let bucket: u32 = 0; bucket < BUCKETS; bucket++) {
        const place = placeOf(bucket, k);
        if (counted(place, code) + counted(place, ANY) > 0) buckets |= 1 << bucket;
      }
      store<u8>(LETTERS + <usize>(k * CODES + code), <u8>buckets);
    }
  }
}

function placeOf(bucket: u32, k: u32): usize {
  return PLACES + <usize>(bucket * DEPTH + k) * PLACE;
}

function counted(place: usize, code: u32): u32 {
  return <u32>load<u16>(place + ((<usize>code) << 1));
}

function codeOf(node: usize, k: u32): u32 {
  return k < <u32>load<u16>(node, 24) ? load<u8>(node + <usize>k) & 31 : ANY;
}

function weightOf(code: u32): u32 {
  return load<u8>(WEIGHTS + <usize>code);
}

/** Puts a literal where the share of texts that is let through grows the least. */
function settle(node: usize): void {
  let best: u32 = 0;
  let least: u64 = -1;
  for (let bucket: u32 = 0; bucket < BUCKETS; bucket++) {
    let before: u64 = 1;
    let after: u64 = 1;
    for (let k: u32 = 0; k < DEPTH; k++) {
      const place = placeOf(bucket, k);
      const code = codeOf(node, k);
      const share = <u64>load<u32>(place, SHARE);
      const open = counted(place, ANY) > 0;
      before *= open ? ALL : share;
      after *= open || code === ANY ? ALL : counted(place, code) > 0 ? share : share + weightOf(code);
    }
    if (after - before < least) {
      least = after - before;
      best = bucket;
    }
  }
  put(node, best, true);
}

/** Adds a literal to a bucket, or takes it out. */
function put(node: usize, bucket: u32, add: bool): void {
  store<u8>(node, <u8>bucket, 30);
  for (let k: u32 = 0; k < DEPTH; k++) {
    const place = placeOf(bucket, k);
    const code = codeOf(node, k);
    const count = counted(place, code) + (add ? 1 : -1);
    store<u16>(place + ((<usize>code) << 1), <u16>count);
    if (code === ANY) continue;
    const share = load<u32>(place, SHARE);
    if (add && count === 1) store<u32>(place, share + weightOf(code), SHARE);
    if (!add && count === 0) store<u32>(place, share - weightOf(code), SHARE);
  }
}
