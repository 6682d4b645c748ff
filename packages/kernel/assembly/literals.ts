/** Confirms what may be a literal: three bytes said so, the whole of it decides. */

import { ARMOR_LENGTHS, PREFIX_LENGTHS } from './layout.ts';
import { ARMOR, AUTHORITY, headOf, nodeAt, STEM } from './node.ts';

/** How far to the right of where a stem begins its assignment may begin. */
const REACH: i32 = 40;

// Of the block at hand: where an armor, an authority and a prefix begin, and where an assignment counts, there and in the next block.
export let armor: u64 = 0;
export let authority: u64 = 0;
export let prefix: u64 = 0;
export let zone: u64 = 0;
export let zoneNext: u64 = 0;

/** Compares all literals that may begin at the bytes of `mask` in the block at `block`. */
export function confirm(block: usize, mask: u64): void {
  armor = authority = prefix = zone = zoneNext = 0;
  while (mask !== 0) {
    const bit = ctz(mask);
    mask &= mask - 1;
    const at = block + <usize>bit;
    const bytes = load<u64>(at);
    let node = <u32>load<u16>(headOf(<u32>bytes));
    while (node !== 0) {
      const literal = nodeAt(node);
      if (((bytes | load<u64>(literal, 16)) & load<u64>(literal, 8)) === load<u64>(literal)) note(at, bit, literal);
      node = <u32>load<u16>(literal, 28);
    }
  }
}

/** Notes one whose first eight bytes agree. */
function note(at: usize, bit: u64, literal: usize): void {
  const one: u64 = (<u64>1) << bit;
  const length = load<u16>(literal, 24);
  const kind = <u32>load<u16>(literal, 26);
  if (kind === STEM) {
    const columns = stemReach(at, <u64>length);
    zone |= columns << bit;
    if (bit !== 0) zoneNext |= columns >> (64 - bit);
    return;
  }
  for (let k: usize = 8; k < <usize>length; k++) {
    if (load<u8>(at + k) !== load<u8>(literal + 24 + k)) return;
  }
  if (kind === AUTHORITY) {
    authority |= one;
  } else if (kind === ARMOR) {
    armor |= one;
    store<u16>(ARMOR_LENGTHS + ((<usize>bit) << 1), length);
  } else if ((prefix & one) === 0) {
    // A chain is in order of falling length: the first is the longest.
    prefix |= one;
    store<u16>(PREFIX_LENGTHS + ((<usize>bit) << 1), length);
  }
}

/** The columns, counted from the stem, where an assignment counts: behind it, within reach, on its line. */
function stemReach(at: usize, length: u64): u64 {
  const newline = i8x16.splat(10);
  const ends =
    <u64>i8x16.bitmask(i8x16.eq(v128.load(at), newline)) |
    ((<u64>i8x16.bitmask(i8x16.eq(v128.load(at, 16), newline))) << 16) |
    ((<u64>i8x16.bitmask(i8x16.eq(v128.load(at, 32), newline))) << 32) |
    ((<u64>1) << (REACH + 1));
  return (((<u64>1) << ctz(ends)) - 1) & ~(((<u64>1) << length) - 1);
}
