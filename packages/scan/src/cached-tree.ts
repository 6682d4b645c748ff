/** What an index remembers of the trees that were written from it. */

/** A folder. */
export interface CachedTree {
  /** Id of its tree; undefined when something in it was changed since. */
  readonly id: string | undefined;
  /** How many entries of the index lie in it; only to be believed with an id. */
  readonly entries: number;
  /** The folder of this name in it, latin1, if it is remembered. */
  folder(name: string): CachedTree | undefined;
}

/** A folder as it stands there, with those in it behind it. */
interface Stretch {
  /** Where the name begins and ends. */
  readonly name: readonly [from: number, to: number];
  readonly entries: number;
  readonly folders: number;
  /** Where the id begins, and where it ends; the same when there is none. */
  readonly id: readonly [from: number, to: number];
}

const ZERO = 48;
const MINUS = 45;
const SPACE = 32;
const NEWLINE = 10;

/**
 * Opens the extension `TREE`; a folder is read when it is asked for, since most are as they were.
 *
 * @param hashLength - 20 or 32
 * @returns undefined when it is not of its form: then nothing is known
 * @see https://git-scm.com/docs/index-format#_cache_tree
 */
export function openCachedTree(bytes: Buffer, hashLength: number): CachedTree | undefined {
  function stretchAt(from: number): Stretch | undefined {
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

  /** Where the next folder that is not in this one begins; with few calls and no objects, for there can be thousands in it. */
  function behind(first: Stretch): number {
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

  function open({ entries, folders, id: [from, to] }: Stretch): CachedTree {
    let known: ReadonlyMap<string, Stretch> | undefined;
    function read(): ReadonlyMap<string, Stretch> {
      const found = new Map<string, Stretch>();
      let at = to;
      for (let left = folders; left > 0; left--) {
        const one = stretchAt(at);
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

  const root = stretchAt(0);
  return root && open(root);
}
