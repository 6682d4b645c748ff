/** Sets of bytes of ASCII as bits, and letters made small, eight at once. */

/** Whether a byte is in a set: `low` has a bit for each byte below 64, `high` for each from 64 on. */
export function has(low: u64, high: u64, byte: u8): bool {
  return byte < 128 && (((byte < 64 ? low : high) >> <u64>(byte & 63)) & 1) !== 0;
}

/** Makes eight letters small; signs become others. */
export function small(letters: u64): u64 {
  return letters | (((<u64>0x20202020) << 32) | 0x20202020);
}
