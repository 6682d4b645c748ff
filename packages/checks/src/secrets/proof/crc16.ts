/** CRC-16/XMODEM, the checksum of NATS and Stellar keys. */

/**
 * Computes the checksum of bytes: polynomial 0x1021, start 0, nothing reflected.
 *
 * @example crc16(toBytes('123456789')) // 0x31c3
 */
export function crc16(bytes: Uint8Array): number {
  let rest = 0;
  for (const byte of bytes) {
    rest ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) rest = rest & 0x8000 ? ((rest << 1) ^ 0x1021) & 0xffff : rest << 1;
  }
  return rest;
}

/** Tells whether the last two bytes, least significant first, are the checksum of those before. */
export function endsInCrc16(bytes: Uint8Array): boolean {
  const [low = 0, high = 0] = bytes.subarray(-2);
  return bytes.length > 2 && crc16(bytes.subarray(0, -2)) === ((high << 8) | low);
}

/** Bytes with their checksum behind them, least significant byte first. */
export function withCrc16(bytes: Uint8Array): Uint8Array {
  const sum = crc16(bytes);
  return Uint8Array.of(...bytes, sum & 0xff, sum >>> 8);
}
