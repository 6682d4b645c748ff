/** The objects on the way down a delta tree, one above the other in memory. */

import type { Machine } from './machine.ts';

/** An object that deltas are still to be applied to. */
export interface Frame {
  at: number;
  readonly size: number;
  readonly position: number;
  /** How many objects it was made from. */
  readonly depth: number;
  /** What the visitor said. */
  readonly answer: number;
  /** The next delta for this object; -1 when there is none. */
  next: number;
  /** Bytes that it takes, with what it was made of. */
  room: number;
}

/** What is kept of the way down. */
export interface Frames {
  /** The object that is gone on with; undefined at the end of a tree. */
  last(): Frame | undefined;
  /** The first address above all of them. */
  top(): number;
  push(frame: Omit<Frame, 'room'>): void;
  pop(): void;
  /** To be told when a frame has no further delta. */
  rest(frame: Frame): void;
  /**
   * Lets go of objects that nothing more is made from, all but the last, and moves the others together.
   *
   * @returns false when that would be little for so much work
   */
  closeRanks(): boolean;
}

/** What closing ranks must bring: it may move eight times as much. */
const WORTH = 16 << 20;

/** A copy of sixteen bytes at a time goes too far. */
const GAP = 16;

/** Begins with nothing, at the first address that may be used. */
export function newFrames(machine: Machine, floor: number): Frames {
  const frames: Frame[] = [];
  let resting = 0;

  function top(): number {
    const frame = frames[frames.length - 1];
    return frame === undefined ? floor : frame.at + frame.size + GAP;
  }

  function closeRanks(): boolean {
    const frame = frames[frames.length - 1];
    if (frame === undefined || resting - (frame.next < 0 ? frame.room : 0) < WORTH) return false;
    let to = floor;
    let kept = 0;
    for (const one of frames) {
      if (one.next < 0 && one !== frame) continue;
      machine.bytes().copyWithin(to, one.at, one.at + one.size);
      one.at = to;
      to = Math.ceil((to + one.size + GAP) / 16) * 16;
      one.room = to - one.at;
      frames[kept++] = one;
    }
    frames.length = kept;
    resting = frame.next < 0 ? frame.room : 0;
    return true;
  }

  return {
    last: () => frames[frames.length - 1],
    top,
    push: (frame) => frames.push({ ...frame, room: frame.at + frame.size + GAP - top() }),
    pop() {
      const frame = frames.pop();
      if (frame !== undefined) resting -= frame.room;
    },
    rest(frame) {
      resting += frame.room;
    },
    closeRanks,
  };
}
