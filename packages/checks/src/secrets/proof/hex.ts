/** Numbers and bytes in base 16. */

/**
 * Writes an unsigned 32-bit number as eight lower-case digits.
 *
 * @example hex32(0xcbf43926) // 'cbf43926'
 */
export function hex32(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** The same with its bytes in reverse order, as a little-endian machine would print its memory. */
export function hex32Reversed(value: number): string {
  return hex32(reversed32(value));
}

/** An unsigned 32-bit number with its bytes in reverse order. */
export function reversed32(value: number): number {
  return (((value & 0xff) << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24)) >>> 0;
}

/** The four bytes of a 32-bit number, least significant first. */
export function littleEndian(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
}
