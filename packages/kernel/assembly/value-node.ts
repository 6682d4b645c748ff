/** A literal that a value in a run may begin with, and what must follow it, as it stands in memory. */

/*
 * 64 bytes: u64 its first eight bytes, u64 which of their bits count, u16 its length, u16 how far before a run it may begin when it does not lie in one, u16 next node, u8 the byte before the run then, u8 free; twice u8 how many bytes must follow and u8 of what set beyond ASCII, 255 for all or 0; from 32 on twice the sets, see `byte-set.ts`.
 */

import { standsOf } from './byte-set.ts';
import { CHAIN_BITS, CHAINS, LEADS, PAIRS, VALUES } from './layout.ts';

/** One is just this pair of bytes; one begins with it and goes on. */
const SHORT: u32 = 1;
const LONG: u32 = 2;

/** Takes note of a node of which all but the mask and the next node is set. */
export function link(index: u32): void {
  const node = VALUES + ((<usize>index) << 6);
  const length = <u64>load<u16>(node, 16);
  store<u64>(node, length >= 8 ? <u64>-1 : ((<u64>1) << (length << 3)) - 1, 8);
  const pair = <u32>load<u16>(node);
  const place = PAIRS + <usize>(pair >> 2);
  store<u8>(place, load<u8>(place) | <u8>((length === 2 ? SHORT : LONG) << ((pair & 3) << 1)));
  const chain = length === 2 ? chainOf(pair) : chainOf(load<u32>(node) & 0xffffff);
  store<u16>(node, load<u16>(chain), 20);
  store<u16>(chain, <u16>index);
  const lead = <u64>load<u16>(node, 18);
  if (lead === 0) return;
  const before = LEADS + ((<usize>load<u8>(node, 22)) << 3);
  store<u64>(before, load<u64>(before) | ((<u64>1) << lead));
}

function chainOf(bytes: u32): usize {
  return CHAINS + ((<usize>((bytes * 0x9e3779b1) >> (32 - CHAIN_BITS))) << 1);
}

/** Whether one of the literals stands at a place, with what must follow it. */
export function valueAt(at: usize): bool {
  const pair = <u32>load<u16>(at);
  const kinds = (<u32>load<u8>(PAIRS + <usize>(pair >> 2)) >> ((pair & 3) << 1)) & 3;
  if (kinds === 0) return false;
  if ((kinds & LONG) !== 0 && inChain(at, chainOf(load<u32>(at) & 0xffffff))) return true;
  return (kinds & SHORT) !== 0 && inChain(at, chainOf(pair));
}

function inChain(at: usize, chain: usize): bool {
  const bytes = load<u64>(at);
  for (let index = <usize>load<u16>(chain); index !== 0; ) {
    const node = VALUES + (index << 6);
    if ((bytes & load<u64>(node, 8)) === load<u64>(node) && follows(at + <usize>load<u16>(node, 16), node)) return true;
    index = <usize>load<u16>(node, 20);
  }
  return false;
}

/** Whether what must follow the literal of a node stands at a place. */
function follows(at: usize, node: usize): bool {
  const count = <usize>load<u8>(node, 24);
  return (
    standsOf(at, count, node + 32, load<u8>(node, 25)) &&
    standsOf(at + count, <usize>load<u8>(node, 26), node + 48, load<u8>(node, 27))
  );
}
