/** Which bytes make up a token, as tables, since the hot loops ask it of every byte. */

/** `A-Za-z0-9`. */
export const ALNUM = 1;
/** `A-Za-z0-9+/=_-`: what the kernel calls a run. */
export const TOKEN = 2;
/** What may join two tokens to one value, besides: `.`, `:`, `~`, `$`, `!`. */
export const LINK = 4;
/** `0-9A-Fa-f`. */
export const HEX = 8;
/** `A-Za-z0-9+/` and, in its other alphabet, `-_`. */
export const BASE64 = 16;

/** The classes of each byte, as bits. */
export const CLASS: Uint8Array = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(256);
  const mark = (bytes: string, bits: number): void => {
    for (const byte of bytes) table[byte.charCodeAt(0)] = (table[byte.charCodeAt(0)] ?? 0) | bits;
  };
  mark('0123456789abcdefABCDEF', ALNUM | TOKEN | HEX | BASE64);
  mark('ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ', ALNUM | TOKEN | BASE64);
  mark('+/_-', TOKEN | BASE64);
  mark('=', TOKEN);
  mark('.:~$!', LINK);
  return table;
}

/** Tells whether a byte has one of these classes; a place outside the bytes has none. */
export function isClass(byte: number | undefined, bits: number): boolean {
  return byte !== undefined && ((CLASS[byte] as number) & bits) !== 0;
}

/** The digit that a byte stands for in base 16; -1 when it stands for none. */
export function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
