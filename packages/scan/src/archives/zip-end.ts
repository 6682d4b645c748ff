/** Finds the directory of a zip from its end. */

import type { ByteSource } from './byte-source.ts';

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const END_LENGTH = 22;
const LOCATOR_LENGTH = 20;
/** The comment that may stand at the end is no longer. */
const COMMENT = 0xffff;

/** The directory, and what to add to its offsets where something stands before the archive. */
export interface ZipDirectory {
  readonly bytes: Buffer;
  readonly shift: number;
}

/** Where the directory is said to be. */
interface Place {
  readonly size: number;
  readonly offset: number;
  /** Where it ends, counted from the beginning of the source. */
  readonly end: number;
}

/** Finds and reads the directory; undefined when there is none where it is said to be. */
export function findDirectory(source: ByteSource, most: number): ZipDirectory | 'too large' | undefined {
  const place = findEnd(source);
  if (place === undefined) return undefined;
  const { size, offset, end } = place;
  if (size > most) return 'too large';
  const shift = end - size - offset;
  if (shift < 0) return undefined;
  const bytes = Buffer.alloc(size);
  return source.read(bytes, end - size) === size ? { bytes, shift } : undefined;
}

function findEnd(source: ByteSource): Place | undefined {
  const tail = Buffer.alloc(Math.min(source.size, END_LENGTH + COMMENT));
  const from = source.size - tail.length;
  if (source.read(tail, from) < tail.length) return undefined;
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + END_LENGTH + tail.readUInt16LE(at + 20) > tail.length) continue;
    const plain = { size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16), end: from + at };
    const full = plain.offset === 0xffffffff || plain.size === 0xffffffff || tail.readUInt16LE(at + 10) === 0xffff;
    return full ? (findEnd64(source, plain.end - LOCATOR_LENGTH) ?? plain) : plain;
  }
  return undefined;
}

function findEnd64(source: ByteSource, locatorAt: number): Place | undefined {
  const locator = Buffer.alloc(LOCATOR_LENGTH);
  if (locatorAt < 0 || source.read(locator, locatorAt) < locator.length || locator.readUInt32LE(0) !== LOCATOR64)
    return undefined;
  const at = Number(locator.readBigUInt64LE(8));
  const record = Buffer.alloc(56);
  if (source.read(record, at) < record.length || record.readUInt32LE(0) !== END64) return undefined;
  return { size: Number(record.readBigUInt64LE(40)), offset: Number(record.readBigUInt64LE(48)), end: at };
}
