/** CRC-24, the checksum of OpenPGP armor. */

/**
 * Computes the checksum of bytes.
 *
 * @see RFC 4880, section 6.1
 * @example crc24(toBytes('123456789')) // 0x21cf02
 */
export function crc24(bytes: Uint8Array): number {
  let rest = 0xb704ce;
  for (const byte of bytes) {
    rest ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) rest = rest & 0x800000 ? ((rest << 1) ^ 0x1864cfb) & 0xffffff : rest << 1;
  }
  return rest;
}
