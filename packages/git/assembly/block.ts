/** The symbols of one block: literals, and copies of what was inflated before (RFC 1951, section 3.2.3). */

import { bits, goOn, have, next } from './bits.ts';
import { BEHIND, END, LITERAL, OTHER } from './huffman.ts';

/**
 * Decodes a block by the tables of its two codes, to `to`; what was inflated before begins at `first`, and all of it ends with `end`.
 *
 * @returns where the output goes on, 0 on failure
 */
export function inflateBlock(
  literals: usize,
  literalWidth: u32,
  distances: usize,
  distanceWidth: u32,
  until: usize,
  first: usize,
  to: usize,
  end: usize,
): usize {
  const literalMask = ((<u64>1) << literalWidth) - 1;
  const distanceMask = ((<u64>1) << distanceWidth) - 1;
  const inputEnd = until + 8;
  let at = next();
  let buffer = bits();
  let count = have();
  let out = to;
  buffer |= load<u64>(at) << (<u64>count);
  at += (63 - count) >> 3;
  count |= 56;
  // The entry of the next code is always looked up before the one at hand is done with, so that memory answers meanwhile.
  let entry = load<u32>(literals + ((<usize>(buffer & literalMask)) << 2));
  while (at <= inputEnd && out <= end) {
    let before = buffer;
    buffer >>= <u64>(entry & 0xff);
    count -= entry & 0xff;
    if ((entry & LITERAL) !== 0) {
      store<u8>(out++, <u8>(entry >> 16));
      entry = load<u32>(literals + ((<usize>(buffer & literalMask)) << 2));
      before = buffer;
      buffer >>= <u64>(entry & 0xff);
      count -= entry & 0xff;
      if ((entry & LITERAL) !== 0) {
        store<u8>(out++, <u8>(entry >> 16));
        entry = load<u32>(literals + ((<usize>(buffer & literalMask)) << 2));
        before = buffer;
        buffer >>= <u64>(entry & 0xff);
        count -= entry & 0xff;
        if ((entry & LITERAL) !== 0) {
          store<u8>(out++, <u8>(entry >> 16));
          entry = load<u32>(literals + ((<usize>(buffer & literalMask)) << 2));
          buffer |= load<u64>(at) << (<u64>count);
          at += (63 - count) >> 3;
          count |= 56;
          continue;
        }
      }
    }
    if ((entry & OTHER) !== 0) {
      if ((entry & BEHIND) !== 0) {
        const mask = ((<u64>1) << (<u64>((entry >> 8) & 15))) - 1;
        entry = load<u32>(literals + ((<usize>(entry >> 16) + <usize>(buffer & mask)) << 2));
        before = buffer;
        buffer >>= <u64>(entry & 0xff);
        count -= entry & 0xff;
      }
      if ((entry & LITERAL) !== 0) {
        store<u8>(out++, <u8>(entry >> 16));
        buffer |= load<u64>(at) << (<u64>count);
        at += (63 - count) >> 3;
        count |= 56;
        entry = load<u32>(literals + ((<usize>(buffer & literalMask)) << 2));
        continue;
      }
      if ((entry & OTHER) !== 0) {
        if ((entry & END) === 0 || out > end) return 0;
        goOn(at, buffer, count);
        return out;
      }
    }
    const length = <usize>(entry >> 16) + extraOf(before, entry);
    buffer |= load<u64>(at) << (<u64>count);
    at += (63 - count) >> 3;
    count |= 56;
    entry = load<u32>(distances + ((<usize>(buffer & distanceMask)) << 2));
    if ((entry & OTHER) !== 0) {
      if ((entry & BEHIND) === 0) return 0;
      buffer >>= <u64>(entry & 0xff);
      count -= entry & 0xff;
      const mask = ((<u64>1) << (<u64>((entry >> 8) & 15))) - 1;
      entry = load<u32>(distances + ((<usize>(entry >> 16) + <usize>(buffer & mask)) << 2));
      if ((entry & OTHER) !== 0) return 0;
    }
    const distance = <usize>(entry >> 16) + extraOf(buffer, entry);
    buffer >>= <u64>(entry & 0xff);
    count -= entry & 0xff;
    buffer |= load<u64>(at) << (<u64>count);
    at += (63 - count) >> 3;
    count |= 56;
    entry = load<u32>(literals + ((<usize>(buffer & literalMask)) << 2));
    const stop = out + length;
    if (distance > out - first || stop > end) return 0;
    let source = out - distance;
    if (distance >= 16) {
      v128.store(out, v128.load(source));
      if (length > 16) {
        do {
          source += 16;
          out += 16;
          v128.store(out, v128.load(source));
        } while (out + 16 < stop);
      }
    } else if (distance === 1) {
      const same = i8x16.splat(load<u8>(source));
      do {
        v128.store(out, same);
        out += 16;
      } while (out < stop);
    } else {
      const step = min<usize>(distance, 8);
      do {
        store<u64>(out, load<u64>(source));
        source += step;
        out += step;
      } while (out < stop);
    }
    out = stop;
  }
  return 0;
}

/** The bits that follow a code and count up from the least that it means. */
function extraOf(buffer: u64, entry: u32): usize {
  return <usize>((buffer & (((<u64>1) << (<u64>(entry & 0xff))) - 1)) >> <u64>((entry >> 8) & 15));
}
