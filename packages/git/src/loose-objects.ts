/** Objects that have a file of their own. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { type GitObject, OBJECT_TYPES, type ObjectType } from './git-object.ts';

/** Ids of all loose objects of a folder, in order. */
export function* looseObjects(folder: string, idLength: number): Iterable<string> {
  const name = new RegExp(`^[0-9a-f]{${idLength * 2 - 2}}$`);
  for (const first of namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue;
    for (const rest of namesIn(join(folder, first))) if (name.test(rest)) yield first + rest;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** The type and size before a loose object. */
const HEAD = /^(commit|tree|blob|tag) (\d{1,15})\0/;

/**
 * Reads a loose object.
 *
 * @returns the object, why it cannot be read, or undefined when there is none
 */
export function readLoose(folder: string, id: string, largest: number): GitObject | string | undefined {
  const path = join(folder, id.slice(0, 2), id.slice(2));
  try {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
    const bytes = inflateSync(readFileSync(path), { maxOutputLength: largest + 64 });
    const [head, type, size] = HEAD.exec(bytes.toString('latin1', 0, 32)) ?? [];
    if (head === undefined || !OBJECT_TYPES.includes(type as ObjectType)) return 'the object does not begin as one';
    const content = bytes.subarray(head.length);
    return content.length === Number(size)
      ? { type: type as ObjectType, bytes: content }
      : 'the object has another size than it says';
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code?.endsWith('BUFFER_TOO_LARGE') ? 'the object is too large' : message;
  }
}
