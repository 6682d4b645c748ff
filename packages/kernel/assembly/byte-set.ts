/** A set of bytes as sixteen bytes: by the low nibble of a byte, a bit for each high nibble below eight; of bytes beyond ASCII it has all or none. */

/** Whether so many bytes from a place on are of a set; `beyond` is 255 when those beyond ASCII are. */
export function standsOf(at: usize, count: usize, set: usize, beyond: u8): bool {
  const table = v128.load(set);
  const bits = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0);
  const high = i8x16.splat(<i8>beyond);
  const zero = i8x16.splat(0);
  for (const stop = at + count; at < stop; at += 16) {
    const bytes = v128.load(at);
    const row = i8x16.swizzle(table, v128.and(bytes, i8x16.splat(15)));
    const has = v128.and(row, i8x16.swizzle(bits, i8x16.shr_u(bytes, 4)));
    const others = i8x16.bitmask(i8x16.eq(v128.or(has, v128.and(high, i8x16.lt_s(bytes, zero))), zero));
    if (others !== 0) return at + <usize>ctz(others) >= stop;
  }
  return true;
}

/** Adds the bytes from `first` to `last` to a set of sixteen bytes, with its share beyond ASCII in the byte behind them. */
export function addRange(set: usize, first: u32, last: u32): void {
  for (let byte = first; byte <= min(last, 127); byte++) {
    const row = set + <usize>(byte & 15);
    store<u8>(row, load<u8>(row) | ((<u8>1) << (<u8>(byte >> 4))));
  }
  if (last > 127) store<u8>(set, 255, 16);
}
