/** Sets of bytes as the patterns of custom rules name them, one bit a byte. */

/** Bit `n` stands for the byte `n`. */
export type Signs = bigint;

export const NO_SIGNS: Signs = 0n;
const ALL: Signs = (1n << 256n) - 1n;

/** Every byte from one to another. */
function range(from: number, to: number): Signs {
  return ((1n << BigInt(to - from + 1)) - 1n) << BigInt(from);
}

/** One byte, or those from it to another. */
export function signs(from: number, to: number = from): Signs {
  return range(from, to);
}

/** All bytes but these. */
export function allBut(set: Signs): Signs {
  return ALL & ~set;
}

/** Tells whether a byte is in both sets. */
export function overlap(one: Signs, other: Signs): boolean {
  return (one & other) !== NO_SIGNS;
}

/** Tells whether a byte is in a set. */
export function holds(set: Signs, byte: number): boolean {
  return ((set >> BigInt(byte)) & 1n) === 1n;
}

const DIGITS = range(0x30, 0x39);
const WORD = DIGITS | range(0x41, 0x5a) | range(0x61, 0x7a) | signs(0x5f);
/** As `\s` means it below 256. */
const SPACE = range(0x09, 0x0d) | signs(0x20) | signs(0xa0);

/** What `.` stands for. */
export const ANY: Signs = allBut(signs(0x0a) | signs(0x0d));

/** What a letter behind a backslash stands for, where it is a set. */
export const NAMED: Readonly<Record<string, Signs>> = {
  d: DIGITS,
  D: allBut(DIGITS),
  w: WORD,
  W: allBut(WORD),
  s: SPACE,
  S: allBut(SPACE),
};

/** What a letter behind a backslash stands for, where it is one byte. */
export const CONTROLS: Readonly<Record<string, number>> = { t: 0x09, n: 0x0a, v: 0x0b, f: 0x0c, r: 0x0d };
