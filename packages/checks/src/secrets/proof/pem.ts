/** Armor as it stands in files: with line breaks, or with their escapes, quotes and indentation. */

import { decodeBase64, encodeBase64 } from './base64.ts';

/**
 * Decodes what stands between the first and the last line of armor; headers are skipped.
 *
 * @param value - From `-----BEGIN` to the last hyphen of `-----END …-----`.
 * @returns Nothing where it is not base 64.
 */
export function decodeArmor(value: string): Uint8Array | undefined {
  return decodeBase64(armorBody(value).replaceAll('=', ''));
}

/** The base 64 of armor, everything else taken away. */
export function armorBody(value: string): string {
  const lines = value
    .slice(0, value.lastIndexOf('-----END'))
    .replace(/^-----BEGIN [A-Z ]{0,40}-----/, '')
    .replaceAll(/\\+[rnt]/g, '\n')
    .split('\n');
  // A header has a colon and a space; base 64 has neither.
  const body = lines.filter((line) => !line.includes(': ')).join('');
  return body.replaceAll(/[^A-Za-z0-9+/=.]/g, '');
}

/** Writes armor with lines of 64. */
export function encodeArmor(label: string, bytes: Uint8Array, headers = ''): string {
  const body = encodeBase64(bytes).replaceAll(/(.{64})(?=.)/g, '$1\n');

  return `-----BEGIN ${label}-----\n${headers}${body}\n-----END ${label}-----`;
}
