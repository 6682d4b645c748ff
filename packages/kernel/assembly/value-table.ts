/** Reads the table of what a value may begin with, as `src/head-table.ts` describes it. */

import { addRange } from './byte-set.ts';
import { MOST_VALUES, OUT, PAIRS, SETS, VALUES } from './layout.ts';
import { link } from './value-node.ts';

const TAB: u8 = 0x09;
const NEWLINE: u8 = 0x0a;
const LOOKED_AT: usize = 8;

let values: u32 = 0;

/** Forgets what was read before. */
export function clearValues(): void {
  values = 0;
  memory.fill(PAIRS, 0, VALUES - PAIRS);
}

/** Reads a table of so many bytes that stands in OUT, besides those read before; answers whether there was room for all of it. */
export function readValues(length: usize): bool {
  const stop = OUT + length;
  let at = readSets(OUT);
  while (at < stop) {
    const group = at;
    at += 10;
    while (load<u8>(at) === TAB) {
      if (values === MOST_VALUES) return false;
      at = readValue(group, at + 1);
    }
    at++;
  }
  return true;
}

/** A set a line, by the first and the last byte of each of its ranges; answers what is behind the empty line. */
function readSets(at: usize): usize {
  for (let set: usize = SETS; load<u8>(at) !== NEWLINE; set += 32) {
    memory.fill(set, 0, 32);
    for (; load<u8>(at) !== NEWLINE; at += 4) addRange(set, hexAt(at), hexAt(at + 2));
    at++;
  }
  return at + 1;
}

/** A literal at a place, with what its group says of it; answers what is behind it. */
function readValue(group: usize, at: usize): usize {
  const node = VALUES + ((<usize>++values) << 6);
  memory.fill(node, 0, 64);
  let length: usize = 0;
  for (; load<u8>(at + length) !== TAB && load<u8>(at + length) !== NEWLINE; length++) {
    if (length < LOOKED_AT) store<u8>(node + length, load<u8>(at + length));
  }
  const lead = <usize>hexAt(group);
  store<u16>(node, <u16>length, 16);
  store<u16>(node, <u16>lead, 18);
  if (lead !== 0) store<u8>(node, load<u8>(at + lead - 1), 22);
  follow(node + 24, node + 32, group + 2);
  follow(node + 26, node + 48, group + 6);
  link(values);
  return at + length;
}

/** How many bytes of which set must follow, from the four digits at a place. */
function follow(count: usize, table: usize, at: usize): void {
  const set = SETS + ((<usize>hexAt(at + 2)) << 5);
  store<u8>(count, <u8>hexAt(at));
  store<u8>(count, load<u8>(set, 16), 1);
  v128.store(table, v128.load(set));
}

function hexAt(at: usize): u32 {
  return (digitAt(at) << 4) | digitAt(at + 1);
}

function digitAt(at: usize): u32 {
  const byte: u32 = load<u8>(at);
  return byte < 0x3a ? byte - 0x30 : byte - 0x57;
}
