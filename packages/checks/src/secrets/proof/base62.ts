/** Numbers in base 62: digits, then capitals, then small letters. */

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Writes an unsigned 32-bit number, with zeros to its left up to a width.
 *
 * @example base62(62, 6) // '000010'
 */
export function base62(value: number, width = 1): string {
  let rest = value >>> 0;
  let text = '';
  do {
    text = (DIGITS[rest % 62] as string) + text;
    rest = Math.floor(rest / 62);
  } while (rest > 0);
  return text.padStart(width, '0');
}
