/** Pieces of runs that may be a whole value which begins with nothing of its own: by their length, and a literal in them. */

/*
 * 32 bytes each: u64 the literal, u64 which of its bits count, u16 least length, u16 greatest length.
 */

import { WHOLES } from './layout.ts';

let count: u32 = 0;

/** Takes note of how many there are. */
export function prepareWholes(wholes: u32): void {
  count = wholes;
}

/** Whether the piece from `start` to `stop`, with the signs of equality behind it up to `padded`, may be one. */
export function isWhole(start: usize, stop: usize, padded: usize): bool {
  const length = <u32>(padded - start);
  for (let index: u32 = 0; index < count; index++) {
    const entry = WHOLES + ((<usize>index) << 5);
    if (length < <u32>load<u16>(entry, 16) || length > <u32>load<u16>(entry, 18)) continue;
    if (stands(load<u64>(entry), load<u64>(entry, 8), start, stop)) return true;
  }
  return false;
}

/** Whether a literal stands somewhere in a piece, of which the length is bounded by that of a value. */
function stands(literal: u64, mask: u64, start: usize, stop: usize): bool {
  if (mask === 0) return true;
  const first = i8x16.splat(<i8>literal);
  const last = stop - <usize>(popcnt(mask) >> 3);
  for (let at = start; at <= last; at += 16) {
    let hits = i8x16.bitmask(i8x16.eq(v128.load(at), first));
    while (hits !== 0) {
      const place = at + <usize>ctz(hits);
      if (place <= last && (load<u64>(place) & mask) === literal) return true;
      hits &= hits - 1;
    }
  }
  return false;
}
