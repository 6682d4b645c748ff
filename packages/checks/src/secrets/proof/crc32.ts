/** CRC-32 as zlib and IEEE 802.3 compute it: the checksum that most vendors append. */

const TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/**
 * Computes the checksum of bytes, or of a latin1 string.
 *
 * @returns An unsigned 32-bit number.
 * @example crc32('123456789') // 0xcbf43926
 */
export function crc32(data: string | Uint8Array): number {
  let rest = 0xffffffff;
  for (let at = 0; at < data.length; at++) {
    const byte = typeof data === 'string' ? data.charCodeAt(at) & 0xff : (data[at] as number);
    rest = (rest >>> 8) ^ (TABLE[(rest ^ byte) & 0xff] as number);
  }
  return ~rest >>> 0;
}
