/** Reads one object of a pack with all that it is made from, wherever that stands. */

import { applyDelta } from './apply-delta.ts';
import { type EntryHeader, ID_DELTA, LONGEST_HEADER, OFFSET_DELTA, readEntryHeader } from './entry-header.ts';
import { type GitObject, OBJECT_TYPES } from './git-object.ts';
import type { Inflater } from './inflater.ts';
import type { ObjectCache } from './object-cache.ts';
import type { PackFile } from './pack-file.ts';
import type { PackIndex } from './pack-index.ts';

/** What an object is looked for in. */
export interface EntrySource {
  readonly file: PackFile;
  readonly index: PackIndex;
  readonly idLength: number;
  readonly end: number;
  readonly cache: ObjectCache;
  readonly inflate: Inflater;
  /** Any object of the repository, for a base that is not in this pack. */
  readonly elsewhere: (id: string) => GitObject | undefined;
  /** Told how much is made, or only looked at, on the way to an object. */
  readonly spend: (bytes: number) => void;
}

/** What it takes to look at an entry. */
const LOOK = 1024;

/** Git writes chains of 4095 deltas at the most. */
const LONGEST_CHAIN = 8192;

/** A delta on the way to the base. */
interface Link {
  readonly offset: number;
  readonly stream: number;
  readonly size: number;
}

/**
 * Reads the object that begins at an offset.
 *
 * @param largest - bytes that it, or anything that it is made from, may have
 * @returns undefined when it cannot be read
 */
export function readEntry(source: EntrySource, offset: number, largest: number): GitObject | undefined {
  const { file, index, idLength, cache } = source;
  const header: EntryHeader = { type: 0, size: 0, length: 0, distance: 0 };
  const chain: Link[] = [];
  let object: GitObject | undefined;
  for (let at = offset; object === undefined; ) {
    object = cache.get(file.path, at);
    if (object !== undefined) break;
    if (!(at >= 12 && at < source.end) || chain.length > LONGEST_CHAIN) return undefined;
    const head = file.read(at, LONGEST_HEADER);
    readEntryHeader(head, 0, idLength, header);
    const { type, size, length, distance } = header;
    source.spend(LOOK);
    if (type === 0 || size > largest) return undefined;
    const link = { offset: at, stream: at + length, size };
    if (type === OFFSET_DELTA) {
      if (distance === 0) return undefined;
      chain.push(link);
      at -= distance;
    } else if (type === ID_DELTA) {
      chain.push(link);
      const id = head.subarray(length - idLength, length);
      const found = index.find(id);
      if (found === undefined) {
        object = source.elsewhere(id.toString('hex'));
        if (object === undefined) return undefined;
      } else at = found;
    } else {
      const bytes = inflateEntry(source, link);
      const name = OBJECT_TYPES[type];
      if (bytes === undefined || name === undefined) return undefined;
      object = { type: name, bytes };
      cache.put(file.path, at, object);
    }
  }
  for (let link = chain.pop(); link !== undefined; link = chain.pop()) {
    const delta = inflateEntry(source, link);
    const bytes: Uint8Array | undefined = delta && applyDelta(object.bytes, delta, largest);
    if (bytes === undefined) return undefined;
    source.spend(bytes.length);
    object = { type: object.type, bytes };
    cache.put(file.path, link.offset, object);
  }
  return object;
}

function inflateEntry({ file, end, spend, inflate }: EntrySource, { stream, size }: Link): Uint8Array | undefined {
  spend(size);
  // No stream is much longer than what it holds; most are a good deal shorter.
  const longest = Math.min(size + (size >>> 3) + 64, end - stream);
  return inflate(file.read(stream, longest), size);
}
