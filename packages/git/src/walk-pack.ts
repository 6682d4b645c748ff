/** The walk over the objects of a pack, each inflated once and made from its base in memory. */

import { OBJECT_TYPES, type ObjectType } from './git-object.ts';
import type { Pack } from './pack.ts';
import { ELSEWHERE, type PackPlan } from './pack-plan.ts';
import { type Frame, newFrames } from './walk-frames.ts';
import { newWalkTally, type WalkSummary } from './walk-summary.ts';
import { rootsOf } from './walk-turns.ts';
import { type Outcome, openWorkshop } from './workshop.ts';

/** What of a pack is walked, and within which bounds. */
export interface WalkRequest {
  /** Blobs when it is not said. */
  readonly types?: readonly ObjectType[];
  /** Whether trees come with {@link WalkedObject.changes}. */
  readonly compare?: boolean;
  /** From `planPack`. */
  readonly plan: PackPlan;
  /** Objects with more bytes are left out and named; 32 MiB, and 512 MiB at the most. */
  readonly largest?: number;
  /** Bytes of objects to make at the most, after which the rest is counted as failed: a pack of a few bytes can hold a million large objects. By default 64 GiB, and more for a pack of more than 16 MiB. */
  readonly budget?: number;
}

/** An object as the walk comes by. Its arrays are views of memory that are valid during the visit only. */
export interface WalkedObject {
  /** Where it stands in the index: `pack.index.idAt(position)`. */
  readonly position: number;
  readonly type: ObjectType;
  readonly bytes: Uint8Array;
  /** Pairs of from and behind, in order and apart: the ranges of the object that are not as in its base, with a byte either side of each seam, so that text outside of them stands in the base between the same neighbours. Undefined when the object is stored whole, its base was not at hand, or {@link WalkRequest.compare} asks for another account. */
  readonly touched: Uint32Array | undefined;
  /** How many objects stand between it and one that was taken in whole. */
  readonly depth: number;
  /** Where its base stands in the index; -1 when it is stored whole, or that was not at hand. */
  readonly base: number;
  /** What the visitor answered for its base; 0 without one. */
  readonly inherited: number;
  /** If it was asked for, of a tree: what of its entries is not as in its base, or in an empty tree; undefined when the tree is broken or not in order. */
  readonly changes: TreeChanges | undefined;
}

/** The entries in which two trees differ, in the order in which they stand. */
export interface TreeChanges {
  /** Four numbers each: what it is, as in {@link ENTRY}; where its name begins in `memory`, with a zero and its id behind it; how many bytes the name has; and a hash of both. */
  readonly entries: Uint32Array;
  readonly memory: Uint8Array;
}

/** What an entry in which two trees differ is now; {@link ENTRY.gone} is added to what was in the base alone. */
export const ENTRY = { file: 0, folder: 1, submodule: 2, gone: 4 } as const;

/** The visitor's answer is handed to what is made from the object, as `inherited`. */
export type Visit = (object: WalkedObject) => number;

const LARGEST = 32 << 20;

/** Four times that fits the memory that a machine can have. */
const MOST = 512 << 20;

/** What a base may have that is too large itself, though what is made from it is not. */
const BASE = 128 << 20;

/** How much longer it takes to read an object by itself. */
const ALONE = 16;

/** A walk that goes over one stretch of a pack after the other. */
export interface PackWalk {
  /** Visits the trees of deltas whose first object is from `from` on and before `until` in the order of the plan; see `turnsOf`. */
  go(from: number, until: number): void;
  /** What became of it so far. */
  summary(): WalkSummary;
  /** Gives its memory back. */
  close(): void;
}

/**
 * Walks a pack depth first along its deltas. No object is inflated twice; those on the way down are kept, some 128 MiB of them at the most, and what does not fit is made anew from the pack.
 *
 * Nothing in a pack makes it throw: what cannot be read is counted. What the visitor throws comes through.
 *
 * @example
 * const walk = openWalk(pack, { plan }, ({ bytes, touched }) => scan(bytes, touched));
 * walk.go(0, plan.count);
 * walk.close();
 */
export function openWalk(pack: Pack, request: WalkRequest, visit: Visit): PackWalk {
  const { types = ['blob'], compare = false, plan } = request;
  const largest = Math.min(request.largest ?? LARGEST, MOST);
  const wanted = OBJECT_TYPES.map((type) => type !== undefined && types.includes(type));
  const budget = request.budget ?? Math.max(2 ** 36, pack.file.size * 4096);
  const before = pack.effort();
  const tally = newWalkTally(plan);
  const workshop = openWorkshop(pack, plan, largest);
  const { machine, piece, floor } = workshop;
  const frames = newFrames(machine, floor);
  const later: number[] = [];
  const lost: number[] = [];

  // What is read by itself takes a multiple of the time.
  const spent = (): boolean => workshop.effort() + ALONE * (pack.effort() - before) > budget;

  function come(k: number, type: number, above: Frame | undefined): void {
    const { at, size, touched, ranges } = piece;
    const position = plan.positions[k] as number;
    const depth = above === undefined ? 0 : above.depth + 1;
    tally.came(size);
    const entries = compare && OBJECT_TYPES[type] === 'tree' ? workshop.compare(above) : undefined;
    const { buffer } = machine.bytes();
    const answer = visit({
      position,
      type: OBJECT_TYPES[type] as ObjectType,
      bytes: new Uint8Array(buffer, at, size),
      touched: ranges < 0 || compare ? undefined : new Uint32Array(buffer, touched, ranges * 2),
      depth,
      base: above === undefined ? -1 : above.position,
      inherited: above === undefined ? 0 : above.answer,
      changes: entries && { entries, memory: machine.bytes() },
    });
    const next = plan.firsts[k] as number;
    if (next >= 0) frames.push({ at, size, position, depth, answer, next });
  }

  /** What was not made, and what would have been made from it. */
  function miss(k: number, outcome: Outcome | 'budget'): void {
    if (outcome === 'made') return;
    if (outcome === 'full') {
      later.push(k);
      return;
    }
    tally.missed(k, outcome);
    // A delta for an object that is too large can make a smaller one; that the walk cannot know, and the pack's reader can.
    for (let child = plan.firsts[k] as number; child >= 0; child = plan.nexts[child] as number) {
      if (outcome === 'large') later.push(child);
      else lost.push(child);
    }
    for (let below = lost.pop(); below !== undefined; below = lost.pop()) {
      tally.missed(below, 'baseless');
      for (let child = plan.firsts[below] as number; child >= 0; child = plan.nexts[child] as number) lost.push(child);
    }
  }

  /** Begins with an object that the workshop cannot make. */
  function takeIn(k: number, otherwise: 'broken' | 'large'): void {
    const object = spent() ? undefined : pack.readAt(plan.offsets[k] as number, Math.max(largest, BASE));
    if (object === undefined) miss(k, spent() ? 'budget' : otherwise);
    else {
      const type = OBJECT_TYPES.indexOf(object.type);
      if (wanted[type]) begin(k, type, workshop.place(object.bytes, floor));
    }
  }

  /** Walks the tree below an object that was made, or not. */
  function begin(k: number, type: number, outcome: Outcome | 'budget'): void {
    if (outcome === 'made') come(k, type, undefined);
    else miss(k, outcome);
    descend(type);
  }

  function descend(type: number): void {
    for (let frame = frames.last(); frame !== undefined; frame = frames.last()) {
      const k = frame.next;
      if (k < 0) {
        frames.pop();
        continue;
      }
      frame.next = plan.nexts[k] as number;
      if (frame.next < 0) frames.rest(frame);
      if (spent()) {
        miss(k, 'budget');
        continue;
      }
      let outcome = workshop.follow(k, frame, frames.top());
      if (outcome === 'full' && frames.closeRanks()) outcome = workshop.follow(k, frame, frames.top());
      if (outcome === 'made') come(k, type, frame);
      else miss(k, outcome);
    }
  }

  const begins = rootsOf(plan, types);

  function go(from: number, until: number): void {
    for (let k = from; k < until; k++) {
      if (plan.types[k] === 0) tally.missed(k, 'unknown');
      else if (!begins(k)) continue;
      else if (plan.bases[k] === ELSEWHERE) takeIn(k, 'broken');
      else begin(k, plan.types[k] as number, spent() ? 'budget' : workshop.inflate(k, floor));
    }
    for (let k = later.pop(); k !== undefined; k = later.pop()) takeIn(k, 'large');
  }

  return { go, summary: tally.summary, close: workshop.close };
}
