/** Tells what was seen: writes the spots that wait to be fetched, and passes over those in which there is nothing to see. */

import { covered, isCandidate, uncover } from './candidate.ts';
import { beginEscapes, lettersIn, spelt, stretchEnd, stretchStart } from './escapes.ts';
import { ARMOR_LENGTHS, OUT_END, PREFIX_LENGTHS } from './layout.ts';
import { findOperand } from './operand.ts';
import { assigns, operatorEnd, valueBehind } from './operator.ts';
import { userinfoEnd } from './userinfo.ts';
import { valueAt } from './value-node.ts';
import { isIntroduced } from './wording.ts';
import { beginLeads, joined, leadBefore, valueFrom, worthOf } from './worth.ts';

/** Numbers of anchors. */
const RUN: u32 = 0;
const ARMOR: u32 = 1;
const USERINFO: u32 = 2;
const ASSIGNMENT: u32 = 3;
const PREFIX: u32 = 4;
const HEAD: u32 = 5;
const ESCAPES: u32 = 6;
/** How far before an operator the name of a setting may begin, and how far behind it its value. */
const NAME_BEFORE: usize = 48;
const VALUE_BEHIND: usize = 4;

/** Above the three bits of the anchor: what there is to see in a run; two more are those of `worth.ts`. */
const BEGINS: u32 = 1;
const NAMED: u32 = 8;
const ALL: u32 = 31;

/** Room that one block can need at most, but for the values in its runs: no anchor begins twice at a byte, and four runs have no more than 63 places before them each. */
const BLOCK_ROOM: usize = 12 * (64 * 5 + 4 * 63);

const SPACE: u8 = 0x20;

// The bytes at hand.
let first: usize = 0;
let end: usize = 0;
/** Whether only what is worth a second look is told. */
let choosing: bool = false;
/** Whether the bytes are source code. */
let code: bool = false;
/** Whether the words around a value, and of it, are looked at. */
let reading: bool = false;
/** Up to here the heads of the assignments before were emitted: operators in a row share their bytes. */
let named: usize = 0;
/** Whether the heads at hand were all emitted; those for which there is no room are looked for by whoever is told where. */
let whole: bool = false;

/** Says whether words were written down to go by. */
export function prepareWording(written: bool): void {
  reading = written;
}

/** Begins with the bytes from `input` to `stop`. */
export function beginSpots(input: usize, stop: usize, choose: bool, isCode: bool): void {
  first = named = input;
  end = stop;
  choosing = choose;
  code = isCode;
  uncover();
  beginEscapes(input);
}

/** Whether there is no room for another block. */
export function full(out: usize): bool {
  return out > OUT_END - BLOCK_ROOM;
}

/** Tells of the armor that begins at a bit of the block at hand. */
export function tellArmor(out: usize, at: usize, bit: u64): usize {
  return emit(out, ARMOR, at, at + <usize>load<u16>(ARMOR_LENGTHS + ((<usize>bit) << 1)));
}

/** Tells of the userinfo of an address, if it has one. */
export function tellAuthority(out: usize, at: usize): usize {
  const stop = userinfoEnd(at);
  return stop === 0 ? out : emit(out, USERINFO, at, stop);
}

/** Tells of the stretches that are spelt in escapes, which may stand at these places in the block at hand; `token` is its token characters. */
export function tellEscapes(out: usize, block: usize, token: u64, places: u64): usize {
  let rest = spelt(block, lettersIn(block, token, places));
  while (rest !== 0) {
    const start = stretchStart(block + <usize>ctz(rest));
    const stop = stretchEnd(start);
    if (stop !== 0) out = emit(out, ESCAPES, start, stop);
    rest = spelt(block, rest & (rest - 1));
  }
  return out;
}

/** Tells of a prefix where a value begins, and where a blank is behind it. */
export function tellPrefix(out: usize, at: usize, bit: u64): usize {
  const stop = at + <usize>load<u16>(PREFIX_LENGTHS + ((<usize>bit) << 1));
  if (!choosing || valueAt(at)) return emit(out, (BEGINS << 3) | PREFIX, at, stop);
  return load<u8>(stop) === SPACE ? emit(out, PREFIX, at, stop) : out;
}

/** Emits where values may begin in a run, and the run with what else there is to see in it; `behind` is not 0 when it stands behind a stem. */
export function tellRun(out: usize, start: usize, stop: usize, behind: u64): usize {
  if (!choosing) return emit(out, ALL << 3, start, stop);
  let worth = worthOf(start, stop) | (behind !== 0 && isNamed(start) ? NAMED : 0);
  beginLeads(start);
  for (let place = leadBefore(start); place !== 0; place = leadBefore(start)) out = emit(out, HEAD, place, stop);
  out = emitHeads(out, joined(first, start), stop);
  if (!whole) worth |= BEGINS;
  return worth === 0 ? out : emit(out, (worth << 3) | RUN, start, stop);
}

/** The same for an assignment: the name of a setting begins before it, and its value right behind it. */
export function tellAssignment(out: usize, start: usize): usize {
  const stop = operatorEnd(start);
  if (stop === 0) return out;
  if (!choosing) return emit(out, (ALL << 3) | ASSIGNMENT, start, stop);
  const value = valueBehind(stop, end);
  if (!assigns(value, end)) return out;
  const until = min(stop + VALUE_BEHIND, end);
  out = emitHeads(out, max(start - min(start - first, NAME_BEFORE), named), until);
  if (!whole) return emit(out, (BEGINS << 3) | ASSIGNMENT, start, stop);
  named = until;
  return findOperand(value, code, end) && isTold(start, stop) ? emit(out, ASSIGNMENT, start, stop) : out;
}

/** Whether a run behind a stem is told as such. */
function isNamed(start: usize): bool {
  return !reading || (start >= covered && isIntroduced(start, first));
}

/** Whether an assignment of the value that was found is told. */
function isTold(start: usize, stop: usize): bool {
  return !reading || (stop >= covered && isCandidate(start, first));
}

function emitHeads(out: usize, from: usize, stop: usize): usize {
  for (let place = valueFrom(from, stop); place < stop; place = valueFrom(place + 1, stop)) {
    if (out > OUT_END - BLOCK_ROOM) {
      whole = false;
      return out;
    }
    out = emit(out, HEAD, place, stop);
  }
  whole = true;
  return out;
}

function emit(out: usize, anchor: u32, start: usize, stop: usize): usize {
  store<u32>(out, anchor);
  store<u32>(out, <u32>(start - first), 4);
  store<u32>(out, <u32>(stop - first), 8);
  return out + 12;
}
