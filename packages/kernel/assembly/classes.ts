/** What a byte is, by its two nibbles: `class = low[byte & 15] & high[byte >> 4]`, sixteen bytes at a time. */

/*
 * Bits of a class: 1 `+-/`, 2 `A-O` `a-o`, 4 `P-Z` `p-z`, 8 `_`, 16 `=`, 32 digit. A byte that has none is no token character; bytes from 128 on have none.
 */

/** The table by the low nibble. */
export function lowTable(): v128 {
  return i8x16(0x24, 0x26, 0x26, 0x26, 0x26, 0x26, 0x26, 0x26, 0x26, 0x26, 0x06, 0x03, 0x02, 0x13, 0x02, 0x0b);
}

/** The table by the high nibble. */
export function highTable(): v128 {
  return i8x16(0, 0, 0x01, 0x30, 0x02, 0x0c, 0x02, 0x04, 0, 0, 0, 0, 0, 0, 0, 0);
}

/** Mask of the token characters among sixteen bytes. */
export function tokens16(bytes: v128): i32 {
  const low = i8x16.swizzle(lowTable(), v128.and(bytes, i8x16.splat(15)));
  const high = i8x16.swizzle(highTable(), i8x16.shr_u(bytes, 4));
  return i8x16.bitmask(i8x16.gt_s(v128.and(low, high), i8x16.splat(0)));
}

/** Mask of the letters and digits among sixteen bytes. */
export function alnums16(bytes: v128): i32 {
  const letter = i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x61));
  const digit = i8x16.sub(bytes, i8x16.splat(0x30));
  return i8x16.bitmask(v128.or(i8x16.lt_u(letter, i8x16.splat(26)), i8x16.lt_u(digit, i8x16.splat(10))));
}

/** Mask of the digits from 3 to 7 among sixteen bytes: the upper one, in base 16, of a letter or a digit of ASCII. */
export function uppers16(bytes: v128): i32 {
  return i8x16.bitmask(i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x33)), i8x16.splat(5)));
}

/** Mask of the signs of equality among sixteen bytes. */
export function equals16(bytes: v128): i32 {
  return i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x3d)));
}

/** Mask of the token characters among sixteen bytes, and of what may join two tokens to one value: `.`, `:`, `~`, `$`, `!`. */
export function joins16(bytes: v128): i32 {
  const points = v128.or(i8x16.eq(bytes, i8x16.splat(0x2e)), i8x16.eq(bytes, i8x16.splat(0x3a)));
  const others = v128.or(i8x16.eq(bytes, i8x16.splat(0x7e)), i8x16.eq(bytes, i8x16.splat(0x24)));
  const links = v128.or(v128.or(points, others), i8x16.eq(bytes, i8x16.splat(0x21)));
  return tokens16(bytes) | i8x16.bitmask(links);
}

/** Mask of what begins an escape among sixteen bytes: a backslash or a percent sign. */
export function escapes16(bytes: v128): i32 {
  return i8x16.bitmask(v128.or(i8x16.eq(bytes, i8x16.splat(0x5c)), i8x16.eq(bytes, i8x16.splat(0x25))));
}
