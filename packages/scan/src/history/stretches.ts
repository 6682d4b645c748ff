/** Stretches of one object as one text, and where its parts come from. */

import type { Ranges } from './regions.ts';

const NEWLINE = 0x0a;
/** Between two stretches, and before the first when the object does not begin with it. */
const SEAM = 4;

/** A text made of stretches. */
export interface Stretches {
  readonly length: number;
  /** Puts the text into memory of that length. */
  copy(bytes: Uint8Array, memory: Uint8Array): void;
  /**
   * Whether something in the text lies in one stretch, with `near` bytes on both sides of it or all that the object has there.
   *
   * @returns `torn` when it lies over several stretches, `edge` when the edge of its stretch is too near
   */
  judge(start: number, end: number, near: number): 'inside' | 'torn' | 'edge';
}

/** Lays out stretches of an object of that size. */
export function layOut(ranges: Ranges, size: number): Stretches {
  const lead = ranges[0] === 0 ? 0 : SEAM;
  let length = lead - SEAM;
  for (let index = 0; index < ranges.length; index += 2) {
    length += SEAM + (ranges[index + 1] as number) - (ranges[index] as number);
  }

  function copy(bytes: Uint8Array, memory: Uint8Array): void {
    memory.fill(NEWLINE, 0, lead);
    let at = lead;
    for (let index = 0; index < ranges.length; index += 2) {
      const [from, to] = [ranges[index] as number, ranges[index + 1] as number];
      if (index > 0) {
        memory.fill(NEWLINE, at, at + SEAM);
        at += SEAM;
      }
      memory.set(bytes.subarray(from, to), at);
      at += to - from;
    }
  }

  function judge(start: number, end: number, near: number): 'inside' | 'torn' | 'edge' {
    let at = lead;
    for (let index = 0; index < ranges.length; index += 2) {
      const [from, to] = [ranges[index] as number, ranges[index + 1] as number];
      const behind = at + to - from;
      if (start < behind) {
        if (end > behind || start < at) return 'torn';
        return (from === 0 || start - near >= at) && (to === size || end + near <= behind) ? 'inside' : 'edge';
      }
      at = behind + SEAM;
    }
    return 'torn';
  }

  return { length: Math.max(0, length), copy, judge };
}
