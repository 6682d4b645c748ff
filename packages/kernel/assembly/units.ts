/** Counts what UTF-8 is in UTF-16, in which editors and reports count columns. */

/** The first byte of a character is none of `10xxxxxx`: from 0xc0 on, or below 0x80. */
const CONTINUED: i8 = -64;
/** A character of four bytes begins with `11110xxx`, and is two units. */
const LONG: u8 = 0xf0;

/** How many units of UTF-16 the text from one address to another makes; a byte that continues nothing counts for nothing. */
export function units(from: usize, to: usize): i32 {
  let count = 0;
  let at = from;
  const continued = i8x16.splat(CONTINUED);
  const long = i8x16.splat(<i8>LONG);
  for (; at + 16 <= to; at += 16) {
    const bytes = v128.load(at);
    count += popcnt(i8x16.bitmask(i8x16.ge_s(bytes, continued))) + popcnt(i8x16.bitmask(i8x16.ge_u(bytes, long)));
  }
  for (; at < to; at++) {
    const byte = load<u8>(at);
    if (<i8>byte >= CONTINUED) count++;
    if (byte >= LONG) count++;
  }
  return count;
}
