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
