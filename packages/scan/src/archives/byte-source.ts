/** Bytes that can be read at any place: a file, or a nested archive in memory. */

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { openable } from '../byte-path.ts';

/** Bytes with a beginning and an end. */
export interface ByteSource {
  readonly size: number;
  /**
   * Reads from a place on.
   *
   * @returns how many bytes were put into the target: as many as it holds, unless the source ends before
   */
  read(target: Uint8Array, position: number): number;
}

/** A file that is open. */
export interface FileSource extends ByteSource {
  close(): void;
}

/**
 * Opens a file; a link is not followed.
 *
 * @param path - absolute, latin1
 * @throws what the system says when it cannot be opened or read
 */
export function fileSource(path: string): FileSource {
  const descriptor = openSync(openable(path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  return {
    size: fstatSync(descriptor).size,
    read(target, position) {
      let filled = 0;
      while (filled < target.length) {
        const read = readSync(descriptor, target, filled, target.length - filled, position + filled);
        if (read === 0) break;
        filled += read;
      }
      return filled;
    },
    close: () => closeSync(descriptor),
  };
}

/** Bytes in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
  };
}
