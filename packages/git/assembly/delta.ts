/** Makes an object from its base and a delta (gitformat-pack, "Deltified representation"), and says what of it is not as in the base. */

import { prepare } from './huffman.ts';
import { inflate } from './inflate.ts';
import { compareTrees } from './tree.ts';

export { compareTrees, inflate, prepare };

/** Touched ranges nearer to each other than this are one. */
const NEAR: usize = 64;

// Where a number ended, or 0 where there was none.
let behind: usize = 0;

/**
 * Reads the head of a delta.
 *
 * @returns the size of the object, or -1 when the delta is cut off, is for a base of another size, or its size is 2^31 or more
 */
export function resultSize(delta: usize, until: usize, baseSize: usize): i32 {
  const source = number(delta, until);
  if (behind === 0 || source !== <u64>baseSize) return -1;
  const size = number(behind, until);
  return behind === 0 || size > 0x7fffffff ? -1 : <i32>size;
}

/** A number of seven bits a byte, lowest first. */
function number(from: usize, until: usize): u64 {
  let value: u64 = 0;
  let at = from;
  for (let shift: u64 = 0; shift < 56 && at < until; shift += 7) {
    const byte = <u64>load<u8>(at++);
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) {
      behind = at;
      return value;
    }
  }
  behind = 0;
  return 0;
}

/**
 * Follows a delta. Up to 16 bytes behind the object are written over.
 *
 * @param touched where to write the ranges of the object that hold inserted bytes or a seam, with one byte either side: pairs of `u32`, from and behind, in order and apart
 * @returns how many ranges, or -1 when the delta does not fit its base or its size
 */
export function apply(base: usize, baseSize: usize, delta: usize, until: usize, to: usize, size: usize, touched: usize): i32 {
  number(delta, until);
  number(behind, until);
  let at = behind;
  let out = to;
  const end = to + size;
  // The end of the copy before in the base; the object begins as if the base had been copied up to its first byte.
  let seam: usize = 0;
  let last = touched;
  let from: usize = -1;
  let stop: usize = 0;
  while (at < until) {
    const op = <u32>load<u8>(at++);
    const begin = out;
    let reach = begin;
    if ((op & 0x80) !== 0) {
      let offset: usize = 0;
      let length: usize = 0;
      if (at + <usize>popcnt(op & 0x7f) > until) return -1;
      if ((op & 1) !== 0) offset = <usize>load<u8>(at++);
      if ((op & 2) !== 0) offset |= (<usize>load<u8>(at++)) << 8;
      if ((op & 4) !== 0) offset |= (<usize>load<u8>(at++)) << 16;
      if ((op & 8) !== 0) offset |= (<usize>load<u8>(at++)) << 24;
      if ((op & 16) !== 0) length = <usize>load<u8>(at++);
      if ((op & 32) !== 0) length |= (<usize>load<u8>(at++)) << 8;
      if ((op & 64) !== 0) length |= (<usize>load<u8>(at++)) << 16;
      if (length === 0) length = 0x10000;
      if (offset > baseSize || length > baseSize - offset || length > end - out) return -1;
      copy(out, base + offset, length);
      out += length;
      const joined = offset === seam;
      seam = offset + length;
      if (joined) continue;
    } else {
      const length = <usize>op;
      if (length === 0 || length > until - at || length > end - out) return -1;
      copy(out, at, length);
      at += length;
      out += length;
      seam = -1;
      reach = out;
    }
    const low = begin > to ? begin - 1 : to;
    reach = min(reach + 1, end);
    if (from !== -1 && low <= stop + NEAR) stop = max(stop, reach);
    else {
      if (from !== -1) last = write(last, from - to, stop - to);
      from = low;
      stop = reach;
    }
  }
  if (out !== end) return -1;
  // Where the base went on and the object does not.
  if (seam !== -1 && seam !== baseSize && size > 0) {
    if (from !== -1 && end - 1 <= stop + NEAR) stop = end;
    else {
      if (from !== -1) last = write(last, from - to, stop - to);
      from = end - 1;
      stop = end;
    }
  }
  if (from !== -1) last = write(last, from - to, stop - to);
  return <i32>((last - touched) >> 3);
}

function write(at: usize, from: usize, until: usize): usize {
  store<u32>(at, <u32>from);
  store<u32>(at, <u32>until, 4);
  return at + 8;
}

/** Short ones without a call, sixteen bytes at a time. */
function copy(to: usize, from: usize, length: usize): void {
  if (length > 256) memory.copy(to, from, length);
  else for (let k: usize = 0; k < length; k += 16) v128.store(to + k, v128.load(from + k));
}
