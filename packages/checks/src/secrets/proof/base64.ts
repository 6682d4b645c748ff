/** Base 64 in both alphabets, padded or not. */

import { toBytes, toText } from './latin1.ts';

/**
 * Decodes base 64 or base64url; padding may be missing.
 *
 * @returns Nothing where a character is foreign or the length impossible.
 * @see RFC 4648, sections 4 and 5
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bare = text
    .replace(/={1,2}$/, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  if (bare.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(bare)) return undefined;
  return toBytes(atob(bare));
}

/** Encodes bytes in the alphabet with `+` and `/`, padded. */
export function encodeBase64(bytes: Uint8Array): string {
  return btoa(toText(bytes));
}

/** Encodes bytes in the alphabet with `-` and `_`, without padding. */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
