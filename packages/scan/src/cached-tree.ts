/** Reads the cached trees of git's index: the ids of the trees that were written from it. */

/** A folder whose tree is cached. */
export interface CachedTree {
  /** Id of its tree, in hexadecimal; undefined when something in it has changed since. */
  readonly id: string | undefined;
  /** How many entries of the index lie in it; valid only with an id. */
  readonly entries: number;
  /** The subfolder of this name, latin1; undefined when it is not cached. */
  folder(name: string): CachedTree | undefined;
}

/** The record of one folder; the records of its subfolders follow it. */
interface FolderRecord {
  /** Offsets of the name. */
  readonly name: readonly [from: number, to: number];
  readonly entries: number;
  readonly folders: number;
  /** Offsets of the id; equal when there is none. */
  readonly id: readonly [from: number, to: number];
}

const ZERO = 48;
const MINUS = 45;
const SPACE = 32;
const NEWLINE = 10;

/**
 * Opens the extension `TREE`; a folder is read when it is asked for, since few have changed.
 *
 * @param bytes - content of the extension
 * @param hashLength - bytes of an id: 20, or 32 with SHA-256
 * @returns undefined when the extension is malformed
 * @see https://git-scm.com/docs/index-format#_cache_tree
 */
export function openCachedTree(bytes: Buffer, hashLength: number): CachedTree | undefined {
  function recordAt(from: number): FolderRecord | undefined {
    const zero = bytes.indexOf(0, from);
    let at = zero + 1;
    const number = (end: number): number => {
      let value = 0;
      for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - ZERO) {
        value = value * 10 + digit;
        at++;
      }
      return bytes[at++] === end ? value : Number.NaN;
    };
    const changed = bytes[at] === MINUS;
    if (changed) at++;
    const entries = number(SPACE);
    const folders = number(NEWLINE);
    const end = changed ? at : at + hashLength;
    if (zero < 0 || Number.isNaN(entries + folders) || end > bytes.length) return undefined;
    return { name: [from, zero], entries, folders, id: [at, end] };
  }

  /** Offset of the record behind a folder and all of its subfolders; with few calls and no objects, since there can be thousands. */
  function behind(first: FolderRecord): number {
    let at = first.id[1];
    for (let left = first.folders; left > 0; left--) {
      const zero = bytes.indexOf(0, at);
      const newline = bytes.indexOf(NEWLINE, zero);
      if (zero < 0 || newline < 0) return bytes.length;
      let digit = newline - 1;
      for (let unit = 1; digit > zero && bytes[digit] !== SPACE; digit--, unit *= 10) left += ((bytes[digit] ?? 0) - ZERO) * unit;
      at = newline + 1 + (bytes[zero + 1] === MINUS ? 0 : hashLength);
    }
    return at;
  }

  function open({ entries, folders, id: [from, to] }: FolderRecord): CachedTree {
    let known: ReadonlyMap<string, FolderRecord> | undefined;
    function read(): ReadonlyMap<string, FolderRecord> {
      const found = new Map<string, FolderRecord>();
      let at = to;
      for (let left = folders; left > 0; left--) {
        const one = recordAt(at);
        if (one === undefined) break;
        found.set(bytes.toString('latin1', ...one.name), one);
        at = behind(one);
      }
      return found;
    }
    return {
      id: from === to ? undefined : bytes.toString('hex', from, to),
      entries,
      folder(name) {
        known ??= read();
        const found = known.get(name);
        return found && open(found);
      },
    };
  }

  const root = recordAt(0);
  return root && open(root);
}
