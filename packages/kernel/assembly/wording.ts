/** Reads words: whether a value is made of them, and whether a name speaks of a credential. */

import { has, small } from './bits.ts';
import { CARRIERS, INTRODUCERS, NAMES, TRIPLES } from './layout.ts';

const LETTERS: u32 = 27;
/** The longest name, and how many signs may stand between it and its operator. */
const LONGEST: usize = 64;
const GAP: usize = 16;
/** How many signs may stand between a word and the run that it introduces. */
const TIE: usize = 6;
const SEMICOLON: u8 = 0x3b;

// Bits by a byte below 64, and by one from 64 on below 128.
/** Letters, digits, and `_.-$@`. */
const NAME_LOW: u64 = (<u64>0x03ff6010) << 32;
const NAME_HIGH: u64 = ((<u64>0x07fffffe) << 32) | 0x87ffffff;
/** Space, tab, and `"'\])}!?*+|&;` with the backtick. */
const GAP_LOW: u64 = ((<u64>0x88000ec7) << 32) | 0x00000200;
const GAP_HIGH: u64 = ((<u64>0x30000001) << 32) | 0x30000000;
/** Space, and `"'(=:;` with the backtick, the backslash and `[`. */
const TIE_LOW: u64 = (<u64>0x2c000185) << 32;
const TIE_HIGH: u64 = ((<u64>0x00000001) << 32) | 0x18000000;

/** Whether a value has no digit, and no three letters that no word has; upper case behind lower case begins another word. */
export function isPlain(start: usize, stop: usize): bool {
  let one: u32 = 0;
  let two: u32 = 0;
  let lower = false;
  for (let at = start; at < stop; at++) {
    const byte = load<u8>(at);
    if (byte - 0x30 < 10) return false;
    const letter: u32 = (byte | 0x20) - 0x61 < 26 ? byte & 31 : 0;
    const isSmall = byte > 0x60;
    if (two !== 0 && (letter === 0 || (lower && !isSmall))) {
      if (!isKnown(one, two, 0)) return false;
      one = two = 0;
    }
    if (letter !== 0 && two !== 0 && !isKnown(one, two, letter)) return false;
    one = letter === 0 ? 0 : two;
    two = letter;
    lower = letter !== 0 && isSmall;
  }
  return two === 0 || isKnown(one, two, 0);
}

function isKnown(one: u32, two: u32, three: u32): bool {
  const index = (one * LETTERS + two) * LETTERS + three;
  return ((load<u8>(TRIPLES + <usize>(index >> 3)) >> <u8>(index & 7)) & 1) !== 0;
}

/** Whether the name before an operator has a part that speaks of a credential, or says so little that what stands before it may. */
export function speaks(operator: usize, first: usize): bool {
  let stop = operator;
  let least = max(first, operator - GAP);
  while (stop > least && has(GAP_LOW, GAP_HIGH, load<u8>(stop - 1))) stop--;
  let start = stop;
  least = max(first, stop - LONGEST);
  while (start > least && has(NAME_LOW, NAME_HIGH, load<u8>(start - 1))) start--;
  for (let at = start; at < stop; at++) if (isListed(NAMES, at, stop)) return true;
  return start < stop && isCarrier(start, stop);
}

/** Whether one of a list begins at a place, in any case. */
function isListed(list: usize, at: usize, stop: usize): bool {
  const letters = load<u32>(at) | 0x20202020;
  const until = list + 4 + ((<usize>load<u32>(list)) << 3);
  for (let entry = list + 4; entry < until; entry += 8) {
    const mask = load<u32>(entry, 4);
    if ((letters & mask) === load<u32>(entry) && at + <usize>(popcnt(mask) >> 3) <= stop) return true;
  }
  return false;
}

function isCarrier(start: usize, stop: usize): bool {
  const length = stop - start;
  const letters = small(load<u64>(start)) & (length < 8 ? ((<u64>1) << ((<u64>length) << 3)) - 1 : <u64>-1);
  const until = CARRIERS + 4 + ((<usize>load<u32>(CARRIERS)) << 3);
  for (let entry = CARRIERS + 4; entry < until; entry += 8) if (load<u64>(entry) === letters) return true;
  return false;
}

/** Whether a word that may introduce it stands before a run, by its last letters. */
export function isIntroduced(run: usize, first: usize): bool {
  const least = max(first, run - TIE);
  let at = run;
  while (at > least && has(TIE_LOW, TIE_HIGH, load<u8>(at - 1))) at--;
  if (at === run || at < first + 3) return false;
  // Behind an entity such as `&quot;` the word stands further left.
  return load<u8>(run - 1) === SEMICOLON || isListed(INTRODUCERS, at - 3, at);
}
