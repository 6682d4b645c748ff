/** A literal as it stands in memory. */

/*
 * 64 bytes: u64 its first eight bytes, u64 which of their bits count, u64 bits to set before they are compared, u16 length, u16 kind, u16 next node, u8 bucket; from 32 on what is behind the first eight bytes.
 */

import { HASH_BITS, HEADS, NODES } from './layout.ts';

/** What a literal stands for; prefixes are 3. */
export const STEM: u32 = 0;
export const ARMOR: u32 = 1;
export const AUTHORITY: u32 = 2;

/** The bit that tells the case of a letter, in each of eight bytes. */
const CASE: u64 = ((<u64>0x20202020) << 32) | 0x20202020;

/** Address of a node. */
export function nodeAt(index: u32): usize {
  return NODES + ((<usize>index) << 6);
}

/** Address of the head of the chain for a literal that begins with these bytes, whatever their case. */
export function headOf(bytes: u32): usize {
  const hash = (((bytes | 0x202020) & 0xffffff) * 0x9e3779b1) >> (32 - HASH_BITS);
  return HEADS + ((<usize>hash) << 1);
}

/** Sets what is compared, and puts the node at the head of its chain. */
export function link(index: u32): void {
  const node = nodeAt(index);
  const length = <u64>load<u16>(node, 24);
  const mask: u64 = length >= 8 ? -1 : ((<u64>1) << (length << 3)) - 1;
  store<u64>(node, mask, 8);
  store<u64>(node, <u32>load<u16>(node, 26) === STEM ? mask & CASE : 0, 16);
  const head = headOf(load<u32>(node));
  store<u16>(node, load<u16>(head), 28);
  store<u16>(head, <u16>index);
}
