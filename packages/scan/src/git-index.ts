/** Reads git's index: which paths are tracked, and which content of each is staged. */

import { type CachedTree, openCachedTree } from './cached-tree.ts';

/** The entries of an index, sorted by the bytes of their paths; each is decoded when it is asked for. `at` is the number of an entry, from 0. */
export interface GitIndex {
  /** How many there are. */
  readonly length: number;
  /** From the top of the working tree, latin1. */
  path(at: number): string;
  /** 0o100644 or 0o100755 a file, 0o120000 a symbolic link, 0o160000 a submodule. */
  mode(at: number): number;
  /** Object id of the content, in hexadecimal. */
  id(at: number): string;
  /** 0, or 1 to 3 for the versions of a path in conflict. */
  stage(at: number): number;
  /** Whether it is only intended to be added (`git add -N`), so that no commit takes it. */
  intended(at: number): boolean;
  /** The folders that are unchanged since their tree was written; undefined when the index does not say. */
  readonly trees: CachedTree | undefined;
}

/** The type bits of a mode that is a regular file. */
const REGULAR = 0o10;
/** Offsets of the mode and of the id within an entry. */
const MODE = 24;
const FIXED = 40;
/** Bits of the flags, and `INTENDED` of the extended flags. */
const EXTENDED = 0x4000;
const STAGE_SHIFT = 12;
const NAME_LENGTH = 0xfff;
const INTENDED = 0x2000;

/**
 * Lists the files that an index tracks.
 *
 * @param bytes - content of `.git/index`
 * @param hashLength - 20, or 32 where the repository's object format is SHA-256
 * @returns paths from the top of the working tree, latin1, sorted by their bytes; undefined when {@link openGitIndex} does not understand the index
 */
export function readGitIndex(bytes: Buffer, hashLength: number): readonly string[] | undefined {
  const index = openGitIndex(bytes, hashLength);
  if (index === undefined) return undefined;
  const paths: string[] = [];
  for (let at = 0; at < index.length; at++) {
    if (index.mode(at) >>> 12 !== REGULAR) continue;
    const path = index.path(at);
    // A path in conflict has up to three entries.
    if (path !== paths.at(-1)) paths.push(path);
  }
  return paths;
}

/**
 * Opens an index.
 *
 * Versions 2 to 4 are read. A split or sparse index is not: the caller has to ask git.
 *
 * @param bytes - content of `.git/index`
 * @param hashLength - 20, or 32 where the repository's object format is SHA-256
 * @returns undefined when the index is not understood
 * @see https://git-scm.com/docs/index-format
 */
export function openGitIndex(bytes: Buffer, hashLength: number): GitIndex | undefined {
  if (bytes.length < 12 + hashLength || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return undefined;
  const flagsFrom = FIXED + hashLength;
  const end = bytes.length - hashLength;
  const layout = layoutOf(bytes, version, flagsFrom, end);
  if (layout === undefined) return undefined;
  const { places, names } = layout;
  const extensions = extensionsOf(bytes, layout.end, end);
  if (extensions === undefined) return undefined;
  const flagsAt = (entry: number): number => (places[entry] ?? 0) + flagsFrom;
  const flags = (entry: number): number => bytes.readUInt16BE(flagsAt(entry));
  function path(entry: number): string {
    if (names !== undefined) return names[entry] ?? '';
    const own = flags(entry);
    const nameAt = flagsAt(entry) + flagsLength(own);
    const known = own & NAME_LENGTH;
    return bytes.toString('latin1', nameAt, known === NAME_LENGTH ? bytes.indexOf(0, nameAt) : nameAt + known);
  }
  const cached = extensions.get('TREE');
  return {
    length: places.length,
    path,
    mode: (entry) => bytes.readUInt32BE((places[entry] ?? 0) + MODE),
    id: (entry) => bytes.toString('hex', (places[entry] ?? 0) + FIXED, flagsAt(entry)),
    stage: (entry) => (flags(entry) >>> STAGE_SHIFT) & 3,
    intended: (entry) => (flags(entry) & EXTENDED) !== 0 && (bytes.readUInt16BE(flagsAt(entry) + 2) & INTENDED) !== 0,
    trees: cached && openCachedTree(cached, hashLength),
  };
}

/** Where the entries of an index begin, in bytes. */
interface Layout {
  readonly places: Uint32Array;
  /** The paths, where they are compressed (version 4), so that each depends on the one before. */
  readonly names: readonly string[] | undefined;
  /** Offset behind the last entry. */
  readonly end: number;
}

/** Goes over the entries, whose length depends on their paths; undefined when one does not end before `end`. */
function layoutOf(bytes: Buffer, version: number, flagsFrom: number, end: number): Layout | undefined {
  const length = bytes.readUInt32BE(8);
  if (length * (flagsFrom + 2) > end) return undefined;
  const places = new Uint32Array(length);
  const names: string[] | undefined = version === 4 ? [] : undefined;
  let at = 12;
  for (let entry = 0; entry < length; entry++) {
    const flagsAt = at + flagsFrom;
    if (flagsAt + 4 > end) return undefined;
    places[entry] = at;
    // Cheaper than `readUInt16BE`: an index can have a million entries.
    const flags = ((bytes[flagsAt] ?? 0) << 8) | (bytes[flagsAt + 1] ?? 0);
    let nameAt = flagsAt + flagsLength(flags);
    let stem = '';
    if (names !== undefined) {
      const strip = readOffset(bytes, nameAt);
      nameAt = strip.next;
      const before = names.at(-1) ?? '';
      stem = before.slice(0, Math.max(0, before.length - strip.value));
    }
    const known = flags & NAME_LENGTH;
    const close = names !== undefined || known === NAME_LENGTH ? bytes.indexOf(0, nameAt) : nameAt + known;
    if (close < nameAt || close >= end || bytes[close] !== 0) return undefined;
    names?.push(stem + bytes.toString('latin1', nameAt, close));
    at = names === undefined ? at + ((close - at + 8) & ~7) : close + 1;
  }
  return { places, names, end: at };
}

/** Bytes of the flags, and of the extended flags where there are some. */
function flagsLength(flags: number): number {
  return (flags & EXTENDED) === 0 ? 2 : 4;
}

/** The extensions behind the entries, by name; undefined when there is a mandatory one, whose name does not begin with a capital letter. */
function extensionsOf(bytes: Buffer, from: number, end: number): ReadonlyMap<string, Buffer> | undefined {
  const found = new Map<string, Buffer>();
  let at = from;
  while (at + 8 <= end) {
    if ((bytes[at] ?? 0) >= 0x61) return undefined;
    const next = at + 8 + bytes.readUInt32BE(at + 4);
    found.set(bytes.toString('latin1', at, at + 4), bytes.subarray(at + 8, next));
    at = next;
  }
  return at === end ? found : undefined;
}

/** Reads a variable-length number, encoded as the offsets of a pack are. */
function readOffset(bytes: Buffer, from: number): { readonly value: number; readonly next: number } {
  let at = from;
  let byte = bytes[at++] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0 && at - from < 8) {
    byte = bytes[at++] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, next: at };
}
