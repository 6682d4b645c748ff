/** A hash that names a secret without telling it: the same wherever the secret stands, so that it can be allowed and followed. */

import { sha256 } from '@leasehold/kernel';
import { toBytes } from './proof/latin1.ts';

/** Tells our hashes from all others, so that no table of hashed passwords fits. */
const SALT = 'leasehold:secret:1';
/** 128 bits: no two of a repository meet by chance. */
const BYTES = 16;

let digits: readonly string[] | undefined;

/**
 * Hashes a family and a value.
 *
 * A long random value cannot be had back from it; a short password can be guessed by whoever has the hash, as with any hash that is the same everywhere.
 *
 * @param family - id of the rule
 * @param value - latin1
 * @returns 32 lower-case hex digits
 */
export function fingerprint(family: string, value: string): string {
  return toHex(sha256(toBytes([SALT, family, value].join('\0'))).subarray(0, BYTES));
}

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  digits ??= Array.from({ length: 256 }, (_, byte) => (0x100 | byte).toString(16).slice(1));
  let text = '';
  for (let at = 0; at < bytes.length; at++) text += digits[bytes[at] as number] as string;
  return text;
}
