/** A file that is read in pieces, wherever they stand. */

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { BLOCK, type BlockCache } from './block-cache.ts';

/** An open file; one that is never closed is closed when the process ends. */
export interface PackFile {
  readonly path: string;
  readonly size: number;
  /** Bytes from an offset on, not to be written to; fewer where the file ends before. */
  read(offset: number, length: number): Buffer;
  /** Puts bytes into memory that is there already; answers how many. */
  readInto(target: Uint8Array, from: number, length: number, offset: number): number;
  close(): void;
}

/** Opens a file, and sees to it that it is closed in the end. */
export type OpenFile = (path: string) => PackFile;

/**
 * Opens a file of the object store.
 *
 * @throws what the system says when it cannot be opened
 */
export function openPackFile(path: string, cache: BlockCache): PackFile {
  const descriptor = openSync(path, 'r');
  const { size } = fstatSync(descriptor);

  function readInto(target: Uint8Array, from: number, length: number, offset: number): number {
    let done = 0;
    while (done < length) {
      const count = readSync(descriptor, target, from + done, length - done, offset + done);
      if (count === 0) break;
      done += count;
    }
    return done;
  }

  function piece(offset: number, length: number): Buffer {
    const target = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, size - offset)));
    const done = readInto(target, 0, target.length, offset);
    return done === target.length ? target : target.subarray(0, done);
  }

  function read(offset: number, length: number): Buffer {
    const block = Math.floor(offset / BLOCK);
    const from = offset - block * BLOCK;
    if (!(from + length <= BLOCK) || offset >= size) return piece(offset, length);
    return cache(descriptor, block, () => piece(block * BLOCK, BLOCK)).subarray(from, from + length);
  }

  return { path, size, read, readInto, close: () => closeSync(descriptor) };
}
