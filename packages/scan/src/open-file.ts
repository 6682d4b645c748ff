/** Files as bytes: opened without following links, read into memory that is there already. */

import { closeSync, constants, openSync, readSync } from 'node:fs';
import { openable } from './byte-path.ts';

/** A file that is being read. */
export interface OpenFile {
  /**
   * Reads on.
   *
   * @returns how many bytes were put into the target: as many as it holds, unless the file ends before
   */
  fill(target: Uint8Array): number;
  /** Goes back to the beginning. */
  rewind(): void;
  close(): void;
}

/** A pipe that was put in the place of a file since the walk saw it must not keep us waiting. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const SECTOR = 512;

/**
 * Opens a file.
 *
 * @param path - absolute, latin1
 * @throws what the system says when it cannot be opened, or is a link by now
 */
export function openFile(path: string): OpenFile {
  const descriptor = openSync(openable(path), FLAGS);
  let position = 0;
  return {
    fill(target) {
      let filled = 0;
      while (filled < target.length) {
        const read = readSync(descriptor, target, filled, target.length - filled, position);
        if (read === 0) break;
        filled += read;
        position += read;
        // Where a system hands a file out in parts, they are whole sectors: any other part is the last, and need not be asked for the next.
        if (read % SECTOR !== 0) break;
      }
      return filled;
    },
    rewind: () => {
      position = 0;
    },
    close: () => closeSync(descriptor),
  };
}
