/** Microsoft's identifiable keys: a signature near the end, and Marvin32 of all before it at the end. */

import { base62 } from './base62.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { littleEndian } from './hex.ts';
import { joined, toText } from './latin1.ts';
import { marvin32Folded, marvinSeed } from './marvin32.ts';

/**
 * Tells whether the last four bytes are the checksum of those before, under one of the seeds.
 *
 * @param seeds - Names of eight characters, such as `Default0`.
 * @see https://github.com/microsoft/security-utilities
 */
export function isIdentifiable(key: string, seeds: readonly string[]): boolean {
  const bytes = decodeBase64(key);
  if (!bytes || bytes.length < 24) return false;
  const sum = toText(bytes.subarray(-4));
  return seeds.some((seed) => toText(checksum(bytes.subarray(0, -4), seed)) === sum);
}

/** Makes a key of random bytes: the signature stands before the last six digits. */
export function identifiable(random: Uint8Array, signature: string, seed: string): string {
  const digits = encodeBase64(random).replaceAll('=', '');
  const signed = digits.slice(0, -10) + signature + digits.slice(-6);
  const bytes = decodeBase64(signed) ?? random;
  const data = bytes.subarray(0, -4);
  return encodeBase64(joined(data, checksum(data, seed)));
}

/** The checksum of the four bytes at the end of an annotated key: base 62, of which the first four digits are kept. */
export function annotatedSum(data: Uint8Array): string {
  const bytes = littleEndian(marvin32Folded(data, marvinSeed('Default0')));
  return base62Bytes(bytes).padEnd(6, '0').slice(0, 4);
}

function checksum(data: Uint8Array, seed: string): Uint8Array {
  return littleEndian(marvin32Folded(data, marvinSeed(seed)));
}

/** Base 62 as its library writes bytes: each zero byte in front is a digit more. */
function base62Bytes(bytes: Uint8Array): string {
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return '0'.repeat(zeros < 0 ? 3 : zeros) + base62(number);
}
