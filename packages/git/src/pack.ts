/** A pack with its index, as one finds them in `objects/pack`. */

import type { GitObject } from './git-object.ts';
import type { OpenFile, PackFile } from './pack-file.ts';
import type { PackIndex } from './pack-index.ts';

/** Objects in one file, most of them as deltas. */
export interface Pack {
  /** Where the pack lies. */
  readonly path: string;
  readonly file: PackFile;
  readonly index: PackIndex;
  /** Bytes of an id: 20, or 32 with SHA-256. */
  readonly idLength: number;
  /** Where the last object ends. */
  readonly end: number;
  /** The object that begins there, in whole; undefined when it cannot be read, or has more bytes than `largest`. */
  readAt(offset: number, largest?: number): GitObject | undefined;
  /** Bytes that {@link Pack.readAt} has made so far, with all that it made them from. */
  effort(): number;
}

/**
 * Opens a pack.
 *
 * @returns the file, or why it cannot be used
 */
export function openPack(path: string, idLength: number, open: OpenFile): PackFile | string {
  let file: PackFile;
  try {
    file = open(path);
  } catch (error) {
    return `the pack cannot be opened: ${(error as Error).message}`;
  }
  const reason = wrong(file, idLength);
  return reason ?? file;
}

function wrong(file: PackFile, idLength: number): string | undefined {
  const head = file.read(0, 12);
  if (head.length < 12 || file.size < 12 + idLength) return 'the pack is cut off';
  if (head.toString('latin1', 0, 4) !== 'PACK') return 'the pack does not begin as one';
  const version = head.readUInt32BE(4);
  return version === 2 || version === 3 ? undefined : `the pack is of version ${version}`;
}
