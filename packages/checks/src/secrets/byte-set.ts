/** Sets of bytes as custom rules name them in their patterns. */

/** Bit `n` is set when the byte `n` is in the set. */
export type ByteSet = bigint;

/** The set without a byte. */
export const NO_BYTES: ByteSet = 0n;
const ALL: ByteSet = (1n << 256n) - 1n;

/** The bytes from one to another, both included; a single byte when the second is left out. */
export function bytesOf(from: number, to: number = from): ByteSet {
  return ((1n << BigInt(to - from + 1)) - 1n) << BigInt(from);
}

/** All bytes but those of a set. */
export function allBut(set: ByteSet): ByteSet {
  return ALL & ~set;
}

/** Tells whether two sets have a byte in common. */
export function intersect(one: ByteSet, other: ByteSet): boolean {
  return (one & other) !== NO_BYTES;
}

/** Tells whether a byte is in a set. */
export function holds(set: ByteSet, byte: number): boolean {
  return ((set >> BigInt(byte)) & 1n) === 1n;
}

const DIGITS = bytesOf(0x30, 0x39);
const WORD = DIGITS | bytesOf(0x41, 0x5a) | bytesOf(0x61, 0x7a) | bytesOf(0x5f);
/** As `\s` means it below 256. */
const SPACE = bytesOf(0x09, 0x0d) | bytesOf(0x20) | bytesOf(0xa0);

/** What `.` matches. */
export const DOT: ByteSet = allBut(bytesOf(0x0a) | bytesOf(0x0d));

/** Escapes that match a set, by the letter behind the backslash. */
export const CLASS_ESCAPES: Readonly<Record<string, ByteSet>> = {
  d: DIGITS,
  D: allBut(DIGITS),
  w: WORD,
  W: allBut(WORD),
  s: SPACE,
  S: allBut(SPACE),
};

/** Escapes that match one control character, by the letter behind the backslash. */
export const CONTROL_ESCAPES: Readonly<Record<string, number>> = { t: 0x09, n: 0x0a, v: 0x0b, f: 0x0c, r: 0x0d };
