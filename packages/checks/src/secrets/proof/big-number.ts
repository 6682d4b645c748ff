/** Whole numbers of any size, for key mathematics. */

/** Reads bytes as an unsigned number, most significant first. */
export function bigOf(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  let hex = '0x';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return BigInt(hex);
}

/** Writes an unsigned number as bytes, most significant first, with a zero in front where the first bit is set: so that it stays positive in DER and SSH. */
export function bytesOf(value: bigint): Uint8Array {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  const padded = Number.parseInt(even.slice(0, 2), 16) < 128 ? even : `00${even}`;
  return Uint8Array.from({ length: padded.length / 2 }, (_, at) => Number.parseInt(padded.slice(at * 2, at * 2 + 2), 16));
}

/** Raises to a power modulo; the caller bounds the sizes. */
export function powerOf(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
