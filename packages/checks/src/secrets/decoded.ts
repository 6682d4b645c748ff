/** Base64 and hex inside a run of token characters, decoded only where the first bytes turn out to be text. */

import { isPrintable } from './binary.ts';
import { type Layer, LONGEST_LAYER } from './layer.ts';
import { BASE64, HEX, hexDigit, isClass } from './token-byte.ts';
import { narrowUtf16 } from './utf16.ts';

const EQUALS = 0x3d;
/** Shorter encodings hold no credential. */
const SHORTEST = 24;
/** So many bytes must be text before the rest is decoded: random ones are in one of 100,000 cases. */
const HEAD = 12;

/** The digit that each byte stands for, in both alphabets; 255 for none. */
const DIGITS: Uint8Array = digits();

function digits(): Uint8Array {
  const table = new Uint8Array(256).fill(255);
  const alphabets = ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', '-_'];
  for (const signs of alphabets) {
    for (let at = 0; at < signs.length; at++) table[signs.charCodeAt(at)] = 64 - signs.length + at;
  }
  return table;
}

/**
 * Takes a run apart: `token=ZXhh…==` is a name and a value.
 *
 * @param each - called for each piece, and where the signs of equality behind it end
 */
export function splitRun(
  bytes: Uint8Array,
  start: number,
  end: number,
  each: (from: number, to: number, padded: number) => void,
): void {
  const run = bytes.subarray(start, end);
  for (let from = 0; from < run.length; ) {
    const sign = run.indexOf(EQUALS, from);
    const to = sign < 0 ? run.length : sign;
    let padded = to;
    while (run[padded] === EQUALS) padded++;
    if (to > from) each(start + from, start + to, start + padded);
    from = padded;
  }
}

/**
 * Decodes a piece of a run where it is text in base64 or hex.
 *
 * Not decoded: base64 over several lines, base64 that begins in the middle of a piece, and more than a mebibyte.
 */
export function decodePiece(bytes: Uint8Array, start: number, end: number): Layer | undefined {
  if (end - start < SHORTEST) return undefined;
  return decodeHex(bytes, start, end) ?? decodeBase64(bytes, start, end);
}

function decodeBase64(bytes: Uint8Array, start: number, end: number): Layer | undefined {
  if (!readsAsText(base64Byte, bytes, start)) return undefined;
  let until = Math.min(end, start + LONGEST_LAYER);
  for (let at = start; at < until; at++) if (!isClass(bytes[at], BASE64)) until = at;
  const decoded = new Uint8Array(((until - start) * 3) >> 2);
  // Four digits give three bytes; what is left over gives one or two.
  let at = start;
  let offset = 0;
  for (; offset + 3 <= decoded.length; offset += 3, at += 4) {
    const two = DIGITS[bytes[at + 1] as number] as number;
    const three = DIGITS[bytes[at + 2] as number] as number;
    decoded[offset] = ((DIGITS[bytes[at] as number] as number) << 2) | (two >> 4);
    decoded[offset + 1] = (two << 4) | (three >> 2);
    decoded[offset + 2] = (three << 6) | (DIGITS[bytes[at + 3] as number] as number);
  }
  for (; offset < decoded.length; offset++) decoded[offset] = base64Byte(bytes, start, offset);
  return layer('base64', decoded, (place) => (place >= decoded.length ? until : start + Math.floor((place * 4) / 3)));
}

/** One byte of the decoded ones: of four digits, the first two, the middle two or the last two. */
function base64Byte(bytes: Uint8Array, start: number, offset: number): number {
  const at = start + Math.floor(offset / 3) * 4 + (offset % 3);
  const left = DIGITS[bytes[at] as number] as number;
  const right = DIGITS[bytes[at + 1] as number] ?? 255;
  if (left === 255 || right === 255) return 255;
  const shift = 2 * (offset % 3);
  return ((left << (2 + shift)) | (right >> (4 - shift))) & 255;
}

function decodeHex(bytes: Uint8Array, start: number, end: number): Layer | undefined {
  if ((end - start) % 2 !== 0 || !readsAsText(hexByte, bytes, start)) return undefined;
  const until = Math.min(end, start + LONGEST_LAYER);
  for (let at = start; at < until; at++) if (!isClass(bytes[at], HEX)) return undefined;
  const decoded = new Uint8Array((until - start) >> 1);
  for (let offset = 0; offset < decoded.length; offset++) decoded[offset] = hexByte(bytes, start, offset);
  return layer('hex', decoded, (offset) => start + 2 * offset);
}

function hexByte(bytes: Uint8Array, start: number, offset: number): number {
  const value = (hexDigit(bytes[start + 2 * offset]) << 4) | hexDigit(bytes[start + 2 * offset + 1]);
  return value < 0 ? 255 : value;
}

/** Text, or text in UTF-16 as PowerShell takes its commands. */
function readsAsText(
  byte: (bytes: Uint8Array, start: number, offset: number) => number,
  bytes: Uint8Array,
  start: number,
): boolean {
  for (let offset = 0; offset < HEAD; offset++) {
    const value = byte(bytes, start, offset);
    if (!isPrintable(value) && !(value === 0 && offset % 2 === 1)) return false;
  }
  return true;
}

function layer(encoding: string, decoded: Uint8Array, origin: (offset: number) => number): Layer {
  const narrowed = narrowUtf16(decoded);
  if (narrowed === undefined) return { encoding, bytes: decoded, origin };
  return { encoding, bytes: narrowed.bytes, origin: (offset) => origin(narrowed.origin(offset)) };
}
