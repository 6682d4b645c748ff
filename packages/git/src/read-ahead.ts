/** Reads a file a page at a time, for many short stretches of which most stand near one that was read before. */

import type { PackFile } from './pack-file.ts';

/** Puts a stretch of the file into memory; answers whether all of it is there. */
export type ReadAhead = (offset: number, length: number, target: Uint8Array, to: number) => boolean;

/** Bytes of a page. Of larger ones most is read in vain: what is made from an object may stand far behind it. Smaller ones are so many reads that holding the whole pack would be quicker. */
const PAGE = 1 << 14;
/** Pages that are kept: 8 MiB. */
const KEPT = 1 << 9;

/** Begins with nothing read. */
export function newReadAhead(file: PackFile): ReadAhead {
  const pages = new Uint8Array(PAGE * KEPT);
  const numbers = new Float64Array(KEPT).fill(-1);

  /** Where the page stands. */
  function page(number: number): number {
    const slot = number % KEPT;
    if (numbers[slot] !== number) {
      file.readInto(pages, slot * PAGE, PAGE, number * PAGE);
      numbers[slot] = number;
    }
    return slot * PAGE;
  }

  return (offset, length, target, to) => {
    if (offset + length > file.size) return false;
    if (length > 2 * PAGE) return file.readInto(target, to, length, offset) === length;
    for (let done = 0; done < length; ) {
      const number = Math.floor((offset + done) / PAGE);
      const from = offset + done - number * PAGE;
      const count = Math.min(PAGE - from, length - done);
      const at = page(number) + from;
      target.set(pages.subarray(at, at + count), to + done);
      done += count;
    }
    return true;
  };
}
