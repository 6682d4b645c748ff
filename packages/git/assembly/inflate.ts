/** Inflates a whole zlib stream at once (RFC 1950, RFC 1951) into memory of known size. */

import { bits, goOn, next, refill, rest, take } from './bits.ts';
import { inflateBlock } from './block.ts';
import { makeTable, OTHER } from './huffman.ts';
import {
  DISTANCE_BITS,
  DISTANCE_MEANING,
  DISTANCES,
  FIXED_DISTANCES,
  FIXED_LITERALS,
  LENGTHS,
  LITERAL_BITS,
  LITERAL_MEANING,
  LITERALS,
  PRECODE,
  PRECODE_BITS,
  PRECODE_MEANING,
} from './layout.ts';

let literalBits: u32 = 0;
let distanceBits: u32 = 0;

/**
 * Inflates the stream at `from`, which ends before `until`; memory is read up to 16 bytes behind, and written up to 288 bytes behind the result. Its checksum is not looked at: text that was damaged is still text that is there.
 *
 * @returns where the stream was left, or 0 when it is none, is cut off, or does not give exactly `size` bytes
 */
export function inflate(from: usize, until: usize, to: usize, size: usize): usize {
  if (until < from + 2) return 0;
  const head = ((<u32>load<u8>(from)) << 8) | <u32>load<u8>(from, 1);
  if ((head & 0x0f20) !== 0x0800 || head % 31 !== 0) return 0;
  goOn(from + 2, 0, 0);
  const end = to + size;
  let out = to;
  for (;;) {
    refill();
    const last = take(1);
    const kind = take(2);
    if (kind === 0) out = stored(until, out, end);
    else if (kind === 1) out = inflateBlock(FIXED_LITERALS, 9, FIXED_DISTANCES, 5, until, to, out, end);
    else if (kind === 2 && tables(until)) out = inflateBlock(LITERALS, literalBits, DISTANCES, distanceBits, until, to, out, end);
    else return 0;
    if (out === 0) return 0;
    if (last !== 0) break;
  }
  const left = rest();
  return out === end && left <= until ? left : 0;
}

/** Copies a block that is not compressed; answers where the output goes on, 0 on failure. */
function stored(until: usize, out: usize, end: usize): usize {
  const at = rest();
  if (at + 4 > until) return 0;
  const length = <usize>load<u16>(at);
  if ((length ^ 0xffff) !== <usize>load<u16>(at, 2)) return 0;
  if (at + 4 + length > until || out + length > end) return 0;
  memory.copy(out, at + 4, length);
  goOn(at + 4 + length, 0, 0);
  return out + length;
}

/** Reads the two codes of a block. */
function tables(until: usize): bool {
  refill();
  const literals = take(5) + 257;
  const distances = take(5) + 1;
  const lengths = take(4) + 4;
  if (literals > 286 || distances > 30) return false;
  memory.fill(LENGTHS, 0, 19);
  for (let k: u32 = 0; k < lengths; k++) {
    refill();
    store<u8>(LENGTHS + place(k), <u8>take(3));
  }
  const width = makeTable(LENGTHS, 19, PRECODE_MEANING, PRECODE, PRECODE_BITS);
  if (width === 0) return false;
  const mask = ((<u32>1) << width) - 1;
  const all = literals + distances;
  for (let k: u32 = 0; k < all; ) {
    if (next() > until + 8) return false;
    refill();
    const entry = load<u32>(PRECODE + ((<u32>bits() & mask) << 2));
    if ((entry & OTHER) !== 0) return false;
    take(entry & 0xff);
    const symbol = entry >> 16;
    if (symbol < 16) {
      store<u8>(LENGTHS + k++, <u8>symbol);
      continue;
    }
    let value: u8 = 0;
    let times: u32;
    if (symbol === 16) {
      if (k === 0) return false;
      value = load<u8>(LENGTHS + k - 1);
      times = 3 + take(2);
    } else if (symbol === 17) {
      times = 3 + take(3);
    } else {
      times = 11 + take(7);
    }
    memory.fill(LENGTHS + k, value, times);
    k += times;
    if (k > all) return false;
  }
  if (load<u8>(LENGTHS + 256) === 0) return false;
  distanceBits = makeTable(LENGTHS + literals, distances, DISTANCE_MEANING, DISTANCES, DISTANCE_BITS);
  literalBits = makeTable(LENGTHS, literals, LITERAL_MEANING, LITERALS, LITERAL_BITS);
  return distanceBits !== 0 && literalBits !== 0;
}

/** The order in which the lengths of the first code come: 16 17 18 0 8 7 9 6 10 5 11 4 12 3 13 2 14 1 15. */
function place(k: u32): u32 {
  if (k < 3) return 16 + k;
  if (k === 3) return 0;
  return (k & 1) === 0 ? 6 + (k >> 1) : 9 - (k >> 1);
}
