/** Counts what unpacking one archive costs, with all that is nested in it, and ends it where the bounds are. */

import type { ArchiveLimits } from './limits.ts';

/** What is left of the bounds. */
export interface Meter {
  readonly limits: ArchiveLimits;
  /** Counts an entry; false when it is one too many. */
  entry(): boolean;
  /** Counts bytes that are about to be read, and gives how many of them may be. */
  read(bytes: number): number;
  /** Counts bytes that came out of a packed stream; false when they are too many. */
  unpacked(bytes: number): boolean;
  /** Tells whether nothing more may be read or unpacked. */
  spent(): boolean;
  /** Memory that is left for nested archives. */
  room(): number;
  /** Sets some of it aside, or gives it back where negative. */
  hold(bytes: number): void;
}

/** A meter for one outermost archive. */
export function newMeter(limits: ArchiveLimits): Meter {
  let entries = 0;
  let toRead = limits.wholeBytes;
  let toUnpack = limits.wholeBytes;
  let held = 0;
  return {
    limits,
    entry: () => ++entries <= limits.entries,
    read(bytes) {
      // Entries may lie over each other, and a packed stream may hold nothing: so what goes in is counted as well.
      const granted = Math.min(bytes, toRead);
      toRead -= granted;
      return granted;
    },
    unpacked(bytes) {
      toUnpack -= bytes;
      return toUnpack >= 0;
    },
    spent: () => toRead <= 0 || toUnpack < 0,
    room: () => limits.heldBytes - held,
    hold(bytes) {
      held += bytes;
    },
  };
}
