/** Counts line feeds. */

const NEWLINE: u8 = 10;

/** How many line feeds stand from one address to another. */
export function newlines(from: usize, to: usize): i32 {
  let count = 0;
  let at = from;
  const feeds = i8x16.splat(NEWLINE);
  for (; at + 16 <= to; at += 16) count += popcnt(i8x16.bitmask(i8x16.eq(v128.load(at), feeds)));
  for (; at < to; at++) if (load<u8>(at) === NEWLINE) count++;
  return count;
}
