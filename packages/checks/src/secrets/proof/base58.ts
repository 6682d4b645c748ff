/** Base 58 of Bitcoin, plain and with a checksum. */

import { sha256 } from '@leasehold/kernel';
import { joined } from './latin1.ts';

const DIGITS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * Decodes base 58; a leading `1` is a zero byte.
 *
 * The work grows with the square of the length: shapes keep it below 120.
 *
 * @returns Nothing where a character is foreign.
 */
export function decodeBase58(text: string): Uint8Array | undefined {
  let value = 0n;
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    if (digit < 0) return undefined;
    value = value * 58n + BigInt(digit);
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  const bytes: number[] = [];
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 0xffn));
  return Uint8Array.of(...new Array<number>(zeros).fill(0), ...bytes);
}

/** Encodes bytes. */
export function encodeBase58(bytes: Uint8Array): string {
  let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let text = '';
  for (; value > 0n; value /= 58n) text = DIGITS[Number(value % 58n)] + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return '1'.repeat(zeros < 0 ? bytes.length : zeros) + text;
}

/**
 * Decodes base58check.
 *
 * @returns The payload with its version, or nothing where the last four bytes are not the checksum of the rest.
 */
export function decodeBase58Check(text: string): Uint8Array | undefined {
  const bytes = decodeBase58(text);
  if (bytes === undefined || bytes.length < 5) return undefined;
  const payload = bytes.subarray(0, -4);
  const sum = checksum(payload);
  return bytes.subarray(-4).every((byte, at) => byte === sum[at]) ? payload : undefined;
}

/** Encodes a payload with its checksum. */
export function encodeBase58Check(payload: Uint8Array): string {
  return encodeBase58(joined(payload, checksum(payload)));
}

function checksum(payload: Uint8Array): Uint8Array {
  return sha256(sha256(payload)).subarray(0, 4);
}
