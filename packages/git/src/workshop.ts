/** Where the walk makes objects: streams are inflated and deltas applied on top of what is kept below. */

import { FREE, type Machine, newMachine, SLACK } from './machine.ts';
import type { Pack } from './pack.ts';
import type { PackPlan } from './pack-plan.ts';
import { newReadAhead } from './read-ahead.ts';

/** How it went: an object was made, its stream or delta is broken, it has too many bytes, or there is no room for it above what is kept. */
export type Outcome = 'made' | 'broken' | 'large' | 'full';

/** Bytes in memory: an object at an address. */
export interface Place {
  readonly at: number;
  readonly size: number;
}

/** The object that was made last. */
export interface Workpiece {
  at: number;
  size: number;
  /** Where its touched ranges begin, and how many there are; -1 when it has none to tell. */
  touched: number;
  ranges: number;
}

/** Makes objects of one pack; addresses from `above` on are free to use. */
export interface Workshop {
  readonly machine: Machine;
  readonly piece: Workpiece;
  /** The lowest free address. */
  readonly floor: number;
  /** Inflates an object that is stored whole. */
  inflate(k: number, above: number): Outcome;
  /** Makes an object from its base. */
  follow(k: number, base: Place, above: number): Outcome;
  /** Bytes that were made so far, those included that turned out broken. */
  effort(): number;
  /** Takes in an object that was read elsewhere. */
  place(bytes: Uint8Array, above: number): Outcome;
  /** Compares the tree that was made last with its base, with an empty tree where it has none; undefined when one is broken or not in order. */
  compare(base: Place | undefined): Uint32Array | undefined;
  /** Leaves the machine to the next workshop; this one can make nothing any more. */
  close(): void;
}

/** Memory is given back late, so that a machine which has little of it goes on to the next workshop. */
const LITTLE = 32 << 20;
let idle: Machine | undefined;

/** Of what is kept and made together. */
const ROOM = 128 << 20;

/** Room for a stream before it is inflated; a longer one stands behind what is made from it. */
const STREAM = 256 << 10;

/** The bytes of an entry of a tree beside its id, at the least: a mode, a space, a letter and a zero. */
const SHORTEST = 8;
/** Bytes in which the difference of one entry is told. */
const CHANGE = 16;

/** Opens a workshop for objects of `largest` bytes at most. */
export function openWorkshop(pack: Pack, plan: PackPlan, largest: number): Workshop {
  const machine = idle ?? newMachine();
  idle = undefined;
  const floor = aligned(FREE + STREAM + SLACK);
  // One object must always find room: its base, its delta and itself.
  const ceiling = floor + Math.max(ROOM, largest * 4);
  const ahead = newReadAhead(pack.file);
  let effort = 0;
  const piece: Workpiece = { at: 0, size: 0, touched: 0, ranges: -1 };

  /** Inflates the stream of an entry to an address. */
  function stream(k: number, to: number): boolean {
    const begin = (plan.offsets[k] as number) + (plan.headers[k] as number);
    const size = plan.sizes[k] as number;
    // Where the index leaves an object out, the next one is far; no stream is much longer than what it holds.
    const longest = Math.min(size + (size >>> 3) + 1024, pack.end - begin);
    const apart = (plan.offsets[k + 1] as number) - begin;
    if (apart >= longest) return inflateFrom(begin, longest, to, size);
    // Or the index names an object that is none, amid this one.
    return inflateFrom(begin, apart, to, size) || inflateFrom(begin, longest, to, size);
  }

  function inflateFrom(begin: number, length: number, to: number, size: number): boolean {
    if (length <= 0) return false;
    effort += size;
    const from = length <= STREAM ? FREE : aligned(to + size + SLACK);
    machine.reserve(from + length + SLACK);
    if (!ahead(begin, length, machine.bytes(), from)) return false;
    return machine.inflate(from, from + length, to, size) !== 0;
  }

  function finish(at: number, size: number, touched: number, ranges: number): Outcome {
    piece.at = at;
    piece.size = size;
    piece.touched = touched;
    piece.ranges = ranges;
    return 'made';
  }

  function inflate(k: number, above: number): Outcome {
    const size = plan.sizes[k] as number;
    if (size > largest) return 'large';
    const at = aligned(above);
    if (at + size + SLACK > ceiling) return 'full';
    machine.reserve(at + size + SLACK);
    return stream(k, at) ? finish(at, size, 0, -1) : 'broken';
  }

  function follow(k: number, base: Place, above: number): Outcome {
    const deltaSize = plan.sizes[k] as number;
    if (deltaSize > largest) return 'large';
    const delta = aligned(above);
    const at = aligned(delta + deltaSize + SLACK);
    if (at + SLACK > ceiling) return 'full';
    machine.reserve(at + SLACK);
    if (!stream(k, delta)) return 'broken';
    const size = machine.resultSize(delta, delta + deltaSize, base.size);
    if (size < 0) return 'broken';
    if (size > largest) return 'large';
    const touched = aligned(at + size + SLACK);
    // A range for each operation, which has a byte at least; and each has 64 bytes to the next.
    const end = touched + 8 * (Math.min(deltaSize, (size >>> 6) + 1) + 2);
    if (end > ceiling) return 'full';
    machine.reserve(end);
    effort += size;
    const ranges = machine.apply(base.at, base.size, delta, delta + deltaSize, at, size, touched);
    return ranges < 0 ? 'broken' : finish(at, size, touched, ranges);
  }

  function place(bytes: Uint8Array, above: number): Outcome {
    if (bytes.length > largest) return 'large';
    const at = aligned(above);
    if (at + bytes.length + SLACK > ceiling) return 'full';
    machine.reserve(at + bytes.length + SLACK);
    machine.bytes().set(bytes, at);
    return finish(at, bytes.length, 0, -1);
  }

  function compare(base: Place | undefined): Uint32Array | undefined {
    const { at, size, touched, ranges } = piece;
    const to = ranges < 0 ? aligned(at + size + SLACK) : touched + 8 * ranges;
    const baseSize = base?.size ?? 0;
    machine.reserve(to + Math.ceil((size + baseSize) / (pack.idLength + SHORTEST)) * CHANGE);
    const changes = machine.compareTrees(base?.at ?? at, baseSize, at, size, pack.idLength, to);
    return changes < 0 ? undefined : new Uint32Array(machine.bytes().buffer, to, changes * (CHANGE / 4));
  }

  function close(): void {
    if (machine.bytes().length <= LITTLE) idle = machine;
  }

  return { machine, piece, floor, effort: () => effort, inflate, follow, place, compare, close };
}

/** Up to the next address for sixteen bytes at once. */
function aligned(address: number): number {
  return Math.ceil(address / 16) * 16;
}
