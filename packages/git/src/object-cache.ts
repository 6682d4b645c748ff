/** Objects that were read lately, for what is read next is often made from them. */

import type { GitObject } from './git-object.ts';

/** A bounded memory of objects by pack and offset. */
export interface ObjectCache {
  get(pack: string, offset: number): GitObject | undefined;
  put(pack: string, offset: number, object: GitObject): void;
}

/** Bytes that are kept. */
const MOST = 24 << 20;
/** An object that is larger than this is not. */
const LARGEST = 4 << 20;
/** What an entry takes beside its bytes. */
const ENTRY = 200;

/** Makes a cache that lets go of what was used longest ago. */
export function newObjectCache(): ObjectCache {
  const objects = new Map<string, GitObject>();
  let size = 0;
  return {
    get(pack, offset) {
      const key = `${offset} ${pack}`;
      const object = objects.get(key);
      if (object !== undefined) {
        objects.delete(key);
        objects.set(key, object);
      }
      return object;
    },
    put(pack, offset, object) {
      const key = `${offset} ${pack}`;
      if (object.bytes.length > LARGEST || objects.has(key)) return;
      objects.set(key, object);
      size += object.bytes.length + ENTRY;
      for (const [oldest, { bytes }] of objects) {
        if (size <= MOST) break;
        objects.delete(oldest);
        size -= bytes.length + ENTRY;
      }
    },
  };
}
