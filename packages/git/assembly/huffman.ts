/** Tables that turn the next bits of a stream into a symbol of a canonical Huffman code (RFC 1951, section 3.2.2). */

/*
 * An entry: bits 0-7 how many bits it takes, those that follow the code included; bits 8-11 how many of them are the code; bits 16-30 a literal, or the least length or distance; bit 31 a literal, bit 15 neither literal nor length. With bit 15, bit 14: a table behind this one, which begins at the entry of bits 16-30 and is looked up by as many bits as bits 8-11 say; bit 13: the end of the block; neither: no code begins like this.
 */

import {
  COUNTS,
  DISTANCE_MEANING,
  FIXED_DISTANCES,
  FIXED_LITERALS,
  LENGTHS,
  LITERAL_MEANING,
  PRECODE_MEANING,
  SORTED,
  STARTS,
} from './layout.ts';

export const LITERAL: u32 = 0x80000000;
export const OTHER: u32 = 0x8000;
export const BEHIND: u32 = 0x4000;
export const END: u32 = 0x2000;

/**
 * Makes a table from the lengths of `n` codes.
 *
 * @returns by how many bits it is looked up, `bits` at most; 0 when the lengths are those of no code
 */
export function makeTable(lengths: usize, n: u32, meaning: usize, table: usize, bits: u32): u32 {
  memory.fill(COUNTS, 0, 64);
  for (let k: u32 = 0; k < n; k++) {
    const count = COUNTS + ((<usize>load<u8>(lengths + k)) << 2);
    store<u32>(count, load<u32>(count) + 1);
  }
  let longest: u32 = 15;
  while (longest > 0 && countOf(longest) === 0) longest--;
  if (longest <= 1 && countOf(1) < 2) return lonely(lengths, n, meaning, table);

  let left: i32 = 1;
  let start: u32 = 0;
  for (let length: u32 = 1; length <= longest; length++) {
    const count = countOf(length);
    left = (left << 1) - <i32>count;
    if (left < 0) return 0;
    store<u32>(STARTS + (length << 2), start);
    start += count;
  }
  if (left !== 0) return 0;
  for (let k: u32 = 0; k < n; k++) {
    const length = <u32>load<u8>(lengths + k);
    if (length === 0) continue;
    const at = STARTS + (length << 2);
    const place = load<u32>(at);
    store<u16>(SORTED + (place << 1), <u16>k);
    store<u32>(at, place + 1);
  }
  return fill(meaning, table, min(bits, longest), longest);
}

/** Codes come in the order of their length, each written from its last bit to its first; a table of more bits begins as a copy of the smaller one twice. */
function fill(meaning: usize, table: usize, bits: u32, longest: u32): u32 {
  let symbol = SORTED;
  let code: u32 = 0;
  let size: u32 = 1;
  let length: u32 = 1;
  for (; length <= bits; length++) {
    if (length > 1) memory.copy(table + (size << 2), table, size << 2);
    size <<= 1;
    for (let count = countOf(length); count > 0; count--) {
      store<u32>(table + (code << 2), load<u32>(meaning + ((<usize>load<u16>(symbol)) << 2)) + length + (length << 8));
      symbol += 2;
      code = after(code, size);
    }
  }
  const mask = size - 1;
  let end = size;
  let prefix: u32 = -1;
  let begin: u32 = 0;
  for (; length <= longest; length++) {
    for (let count = countOf(length); count > 0; count--) {
      if ((code & mask) !== prefix) {
        prefix = code & mask;
        begin = end;
        let more = length - bits;
        for (let used = count; used < (<u32>1) << more; ) used = (used << 1) + countOf(bits + ++more);
        end = begin + ((<u32>1) << more);
        store<u32>(table + (prefix << 2), OTHER | BEHIND | bits | (more << 8) | (begin << 16));
      }
      const rest = length - bits;
      const entry = load<u32>(meaning + ((<usize>load<u16>(symbol)) << 2)) + rest + (rest << 8);
      for (let at = begin + (code >> bits); at < end; at += (<u32>1) << rest) store<u32>(table + (at << 2), entry);
      symbol += 2;
      code = after(code, (<u32>1) << length);
    }
  }
  return bits;
}

/** The code that follows among those of a length, of which there are `size`, when the first bit is the lowest; 0 behind the last. */
function after(code: u32, size: u32): u32 {
  const zeros = code ^ (size - 1);
  if (zeros === 0) return 0;
  const bit = (<u32>1) << (31 - clz(zeros));
  return (code & (bit - 1)) | bit;
}

/** No code, or one of a single bit: what zlib lets pass although it is not complete. */
function lonely(lengths: usize, n: u32, meaning: usize, table: usize): u32 {
  store<u32>(table, OTHER);
  store<u32>(table, OTHER, 4);
  for (let k: u32 = 0; k < n; k++) {
    if (load<u8>(lengths + k) === 1) store<u32>(table, load<u32>(meaning + (k << 2)) + 0x101);
  }
  return 1;
}

function countOf(length: u32): u32 {
  return load<u32>(COUNTS + (length << 2));
}

/** Writes down what symbols mean (RFC 1951, section 3.2.5), and makes the fixed tables (section 3.2.6). */
export function prepare(): void {
  for (let k: u32 = 0; k < 256; k++) store<u32>(LITERAL_MEANING + (k << 2), LITERAL | (k << 16));
  store<u32>(LITERAL_MEANING + (256 << 2), OTHER | END);
  let length: u32 = 3;
  for (let k: u32 = 0; k < 31; k++) {
    const extra: u32 = k < 8 || k === 28 ? 0 : (k >> 2) - 1;
    if (k === 28) length = 258;
    store<u32>(LITERAL_MEANING + ((257 + k) << 2), k > 28 ? OTHER : extra | (length << 16));
    length += (<u32>1) << extra;
  }
  let distance: u32 = 1;
  for (let k: u32 = 0; k < 32; k++) {
    const extra: u32 = k < 4 ? 0 : (k >> 1) - 1;
    store<u32>(DISTANCE_MEANING + (k << 2), k > 29 ? OTHER : extra | (distance << 16));
    distance += (<u32>1) << extra;
  }
  for (let k: u32 = 0; k < 19; k++) store<u32>(PRECODE_MEANING + (k << 2), k << 16);
  for (let k: u32 = 0; k < 288; k++) store<u8>(LENGTHS + k, k < 144 ? 8 : k < 256 ? 9 : k < 280 ? 7 : 8);
  makeTable(LENGTHS, 288, LITERAL_MEANING, FIXED_LITERALS, 9);
  memory.fill(LENGTHS, 5, 32);
  makeTable(LENGTHS, 32, DISTANCE_MEANING, FIXED_DISTANCES, 5);
}
