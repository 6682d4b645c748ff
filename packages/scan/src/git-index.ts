/** Git's index: what is tracked, and what of it is staged. */

import { type CachedTree, openCachedTree } from './cached-tree.ts';

/** The entries of an index, in the order of the bytes of their paths; each is decoded when it is asked for. */
export interface GitIndex {
  /** How many there are. */
  readonly length: number;
  /** From the root of the working tree, latin1. */
  path(at: number): string;
  /** As git knows it: 0o100644, 0o100755, 0o120000 a link, 0o160000 a submodule. */
  mode(at: number): number;
  /** Of the content, in hexadecimal digits. */
  id(at: number): string;
  /** 0, or from 1 to 3 for the versions of a path that is in conflict. */
  stage(at: number): number;
  /** Whether it is only meant to be added, and not part of a commit. */
  intended(at: number): boolean;
  /** The folders that are known to be as in a tree that was written. */
  readonly trees: CachedTree | undefined;
}

/** Entry types that are files: a submodule or a link is not scanned. */
const REGULAR = 0o10;
/** Where the mode and the id stand in an entry. */
const MODE = 24;
const FIXED = 40;
/** Bits of the flags, and of the further flags that the first of these announces. */
const EXTENDED = 0x4000;
const STAGE_SHIFT = 12;
const NAME_LENGTH = 0xfff;
const INTENDED = 0x2000;

/**
 * Lists the files that an index tracks.
 *
 * @param bytes - content of `.git/index`
 * @param hashLength - 20, or 32 where the repository's object format is SHA-256
 * @returns paths from the root of the working tree, latin1, in the order of their bytes; undefined when {@link openGitIndex} does not understand the index
 */
export function readGitIndex(bytes: Buffer, hashLength: number): readonly string[] | undefined {
  const index = openGitIndex(bytes, hashLength);
  if (index === undefined) return undefined;
  const paths: string[] = [];
  for (let at = 0; at < index.length; at++) {
    if (index.mode(at) >>> 12 !== REGULAR) continue;
    const path = index.path(at);
    // A path that is in conflict stands there up to three times.
    if (path !== paths.at(-1)) paths.push(path);
  }
  return paths;
}

/**
 * Opens an index.
 *
 * Versions 2 to 4 are read. An index that is split, sparse or of another form is not: whoever asks must let git tell.
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
  const end = bytes.length - hashLength;
  const length = bytes.readUInt32BE(8);
  const flagsFrom = FIXED + hashLength;
  if (length * (flagsFrom + 2) > end) return undefined;
  const places = new Uint32Array(length);
  const names: string[] = [];
  let at = 12;
  for (let entry = 0; entry < length; entry++) {
    const flagsAt = at + flagsFrom;
    if (flagsAt + 4 > end) return undefined;
    places[entry] = at;
    // Cheaper than a call, for there can be a great many.
    const flags = ((bytes[flagsAt] ?? 0) << 8) | (bytes[flagsAt + 1] ?? 0);
    let nameAt = flagsAt + ((flags & EXTENDED) === 0 ? 2 : 4);
    let stem = '';
    if (version === 4) {
      const strip = readOffset(bytes, nameAt);
      nameAt = strip.next;
      const before = names.at(-1) ?? '';
      stem = before.slice(0, Math.max(0, before.length - strip.value));
    }
    const known = flags & NAME_LENGTH;
    const close = version === 4 || known === NAME_LENGTH ? bytes.indexOf(0, nameAt) : nameAt + known;
    if (close < nameAt || close >= end || bytes[close] !== 0) return undefined;
    if (version === 4) names.push(stem + bytes.toString('latin1', nameAt, close));
    at = version === 4 ? close + 1 : at + ((close - at + 8) & ~7);
  }
  const extensions = extensionsOf(bytes, at, end);
  if (extensions === undefined) return undefined;
  const flagsAt = (entry: number): number => (places[entry] ?? 0) + flagsFrom;
  const further = (entry: number): number =>
    (bytes.readUInt16BE(flagsAt(entry)) & EXTENDED) === 0 ? 0 : bytes.readUInt16BE(flagsAt(entry) + 2);
  function path(entry: number): string {
    if (version === 4) return names[entry] ?? '';
    const flags = bytes.readUInt16BE(flagsAt(entry));
    const nameAt = flagsAt(entry) + ((flags & EXTENDED) === 0 ? 2 : 4);
    const known = flags & NAME_LENGTH;
    return bytes.toString('latin1', nameAt, known === NAME_LENGTH ? bytes.indexOf(0, nameAt) : nameAt + known);
  }
  const cached = extensions.get('TREE');
  return {
    length,
    path,
    mode: (entry) => bytes.readUInt32BE((places[entry] ?? 0) + MODE),
    id: (entry) => bytes.toString('hex', (places[entry] ?? 0) + FIXED, flagsAt(entry)),
    stage: (entry) => (bytes.readUInt16BE(flagsAt(entry)) >>> STAGE_SHIFT) & 3,
    intended: (entry) => (further(entry) & INTENDED) !== 0,
    trees: cached && openCachedTree(cached, hashLength),
  };
}

/** What stands behind the entries, by its name; undefined when there is something that may not be passed over: all but those in capitals. */
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

/** A number of variable length, as in the offsets of a pack. */
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
