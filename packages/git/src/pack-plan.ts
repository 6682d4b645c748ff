/** The order in which the objects of a pack are walked: its delta trees, each below an object that needs no other of the pack. */

import { type EntryHeader, ID_DELTA, LONGEST_HEADER, OFFSET_DELTA, readEntryHeader } from './entry-header.ts';
import type { Pack } from './pack.ts';
import { readReverseIndex } from './reverse-index.ts';

/** An object that has no base among those of the plan. */
const NONE = -1;
/** A delta whose base is not in this pack, or not in its index. */
export const ELSEWHERE = -2;

/** The type of an object whose base is elsewhere, so that it is known only when it is read. */
export const UNKNOWN = 7;

/**
 * A pack in the order of its offsets; each array has an element an object, and all are in shared memory, so that one thread makes the plan and others walk by it.
 */
export interface PackPlan {
  readonly count: number;
  /** Where each begins; one more, where the last ends. */
  readonly offsets: Float64Array;
  /** Its position in the index. */
  readonly positions: Uint32Array;
  /** As in `OBJECT_TYPES`; {@link UNKNOWN}; 0 when it cannot be read: a bad head, or bases in a circle. */
  readonly types: Uint8Array;
  /** Bytes of the head before the stream. */
  readonly headers: Uint8Array;
  /** Bytes of the inflated stream: the object, or its delta; 2^32 - 1 for that and more. */
  readonly sizes: Uint32Array;
  /** The object that a delta is for, {@link NONE} or {@link ELSEWHERE}. */
  readonly bases: Int32Array;
  /** The first delta that is for this object, and the next that is for the same; -1 at the end. */
  readonly firsts: Int32Array;
  readonly nexts: Int32Array;
  /** What it takes to walk the whole tree below an object without a base; only the relation between them counts. */
  readonly weights: Float64Array;
}

/** As much as is read before the heads in it are looked at, while it is still in the processor's cache. */
const PIECE = 1 << 19;

/** What an object costs beside its bytes, in compressed bytes. */
const OBJECT_WEIGHT = 200;

/**
 * Plans the walk of a pack: reads the whole index and the head of every object, one after the other.
 */
export function planPack(pack: Pack): PackPlan {
  const byPosition = pack.index.offsets();
  const count = byPosition.length;
  const plan: PackPlan = {
    count,
    offsets: new Float64Array(shared(count + 1, 8)),
    positions: readReverseIndex(pack.path.replace(/pack$/, 'rev'), byPosition) ?? sortedPositions(byPosition),
    types: new Uint8Array(shared(count, 1)),
    headers: new Uint8Array(shared(count, 1)),
    sizes: new Uint32Array(shared(count, 4)),
    bases: new Int32Array(shared(count, 4)).fill(NONE),
    firsts: new Int32Array(shared(count, 4)).fill(-1),
    nexts: new Int32Array(shared(count, 4)).fill(-1),
    weights: new Float64Array(shared(count, 8)),
  };
  for (let k = 0; k < count; k++) plan.offsets[k] = byPosition[plan.positions[k] as number] as number;
  plan.offsets[count] = pack.end;
  readHeads(pack, plan);
  grow(plan);
  return plan;
}

function shared(count: number, width: number): SharedArrayBuffer {
  return new SharedArrayBuffer(count * width);
}

/** Sorts positions by offset, by sixteen bits at a time from the lowest. */
function sortedPositions(offsets: Float64Array): Uint32Array {
  const count = offsets.length;
  const result: Uint32Array = new Uint32Array(shared(count, 4));
  let largest = 0;
  for (let k = 0; k < count; k++) {
    largest = Math.max(largest, offsets[k] as number);
    result[k] = k;
  }
  let from = result;
  let to: Uint32Array = new Uint32Array(count);
  for (let unit = 1; unit <= largest; unit *= 65536) {
    const starts = new Uint32Array(65537);
    for (let k = 0; k < count; k++) {
      const digit = ((offsets[k] as number) / unit) & 65535;
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
    for (let digit = 0; digit < 65536; digit++) starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
    for (let k = 0; k < count; k++) {
      const position = from[k] as number;
      const digit = ((offsets[position] as number) / unit) & 65535;
      const place = starts[digit] as number;
      to[place] = position;
      starts[digit] = place + 1;
    }
    [from, to] = [to, from];
  }
  if (from !== result) result.set(from);
  return result;
}

function readHeads(pack: Pack, plan: PackPlan): void {
  const { count, offsets, types, headers, sizes, bases } = plan;
  const header: EntryHeader = { type: 0, size: 0, length: 0, distance: 0 };
  const bytes = new Uint8Array(PIECE);
  // The part of the pack that `bytes` holds, from its element 0 on.
  let begin = 0;
  let end = 0;
  for (let k = 0; k < count; k++) {
    const offset = offsets[k] as number;
    // Not between the head of the pack and its end, or there twice.
    if (!(offset >= 12 && offset < pack.end) || offset === offsets[k - 1]) continue;
    if (offset + LONGEST_HEADER > end && end < pack.end) {
      begin = offset;
      end = begin + pack.file.readInto(bytes, 0, Math.min(PIECE, pack.file.size - begin), begin);
    }
    readEntryHeader(bytes, offset - begin, pack.idLength, header);
    types[k] = header.type;
    headers[k] = header.length;
    sizes[k] = Math.min(header.size, 0xffffffff);
    if (header.type === OFFSET_DELTA) bases[k] = rankBefore(offsets, k, offset - header.distance);
    else if (header.type === ID_DELTA) {
      const id = bytes.slice(offset - begin + header.length - pack.idLength, offset - begin + header.length);
      const base = pack.index.find(id);
      bases[k] = base === undefined ? ELSEWHERE : rankOf(offsets, count, base);
    }
  }
}

/** Which object begins at an offset before that of `k`: mostly a near one, for packs keep families together. */
function rankBefore(offsets: Float64Array, k: number, offset: number): number {
  let high = k;
  let low = k - 1;
  for (let step = 1; low > 0 && (offsets[low] as number) > offset; step *= 2) {
    high = low;
    low = Math.max(0, low - step);
  }
  return search(offsets, Math.max(0, low), high, offset);
}

function rankOf(offsets: Float64Array, count: number, offset: number): number {
  return search(offsets, 0, count, offset);
}

function search(offsets: Float64Array, from: number, until: number, offset: number): number {
  let low = from;
  let high = until;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low] === offset && low < until ? low : ELSEWHERE;
}

/** Links every delta to its base, gives it the type of the object that its chain ends with, and adds up what trees weigh. */
function grow(plan: PackPlan): void {
  const { count, offsets, types, bases, firsts, nexts, weights } = plan;
  const roots = new Int32Array(count).fill(-1);
  const chain: number[] = [];
  for (let k = 0; k < count; k++) {
    let at = k;
    while ((bases[at] as number) >= 0 && roots[at] === -1) {
      // Marked, so that a circle is noticed when it is back here.
      roots[at] = -2;
      chain.push(at);
      at = bases[at] as number;
    }
    const known = roots[at] as number;
    const root = known === -1 ? at : known;
    roots[at] = root;
    if (known === -1 && bases[at] === ELSEWHERE) types[at] = types[at] === 0 ? 0 : UNKNOWN;
    for (let link = chain.pop(); link !== undefined; link = chain.pop()) roots[link] = root;
  }
  for (let k = count - 1; k >= 0; k--) {
    const root = roots[k] as number;
    if (root < 0) {
      types[k] = 0;
      continue;
    }
    weights[root] = (weights[root] as number) + (offsets[k + 1] as number) - (offsets[k] as number) + OBJECT_WEIGHT;
    if (root === k) continue;
    types[k] = types[root] as number;
    const base = bases[k] as number;
    nexts[k] = firsts[base] as number;
    firsts[base] = k;
  }
}
