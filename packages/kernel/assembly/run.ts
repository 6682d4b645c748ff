/** Runs of token characters that are too long or too plain for the masks of the main loop. */

import { tokens16 } from './classes.ts';

/** End of the run of token characters that `at` lies in. */
export function runEnd(at: usize): usize {
  let others = ~tokens16(v128.load(at)) & 0xffff;
  while (others === 0) {
    at += 16;
    others = ~tokens16(v128.load(at)) & 0xffff;
  }
  return at + <usize>ctz(others);
}

/** Where the token characters right before a place begin, not before `least`. */
export function runStart(least: usize, at: usize): usize {
  while (at > least) {
    // The sixteen bytes before, the last of them first.
    const others = ~tokens16(v128.load(at - 16)) & 0xffff;
    if (others !== 0) return max(at - <usize>(clz(others) - 16), least);
    at -= 16;
  }
  return least;
}

/** Whether one of the bytes from `start` to `end` lies between `first` and `first + size`. */
export function holds(start: usize, end: usize, first: u8, size: u8): bool {
  const from = i8x16.splat(<i8>first);
  const below = i8x16.splat(<i8>size);
  for (let at = start; at < end; at += 16) {
    let hits = i8x16.bitmask(i8x16.lt_u(i8x16.sub(v128.load(at), from), below));
    const left = end - at;
    if (left < 16) hits &= (1 << (<i32>left)) - 1;
    if (hits !== 0) return true;
  }
  return false;
}

/** Whether a run has letters of both cases. */
export function mixed(start: usize, stop: usize): bool {
  return holds(start, stop, 0x41, 26) && holds(start, stop, 0x61, 26);
}

/** Whether one of so many bytes is a NUL. */
export function hasNul(at: usize, length: usize): bool {
  for (let k: usize = 0; k < length; k++) if (load<u8>(at + k) === 0) return true;
  return false;
}
