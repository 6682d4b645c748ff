/** Every commit of a store: its tree, its parents and its time. */

import type { IdTable } from './id-table.ts';
import { newIntList } from './int-list.ts';

/** Commits by their place, from 0. */
export interface CommitLog {
  readonly count: number;
  /** The place of a commit by its number in the table of ids; -1 of what is no commit. */
  readonly places: Int32Array;
  /** The number by the place. */
  readonly numbers: Int32Array;
  /** The number of its tree; -1 when that is not here. */
  readonly trees: Int32Array;
  /** By the committer's clock, in seconds since the epoch. */
  readonly times: readonly number[];
  /** Where the parents of each begin; one more, where those of the last end. */
  readonly begins: Int32Array;
  /** Numbers of parents; -1 for one that is not here. */
  readonly parents: Int32Array;
}

/** Gathers commits as they are read. */
export interface CommitLogger {
  /**
   * Adds a commit.
   *
   * @param cut - leaves its parents out
   */
  add(number: number, bytes: Uint8Array, cut: boolean): void;
  finish(): CommitLog;
}

/** Parents of all commits together; what more there are is left out. */
const MOST_PARENTS = 1 << 26;
const NEWLINE = 10;
/** `>`, behind the address of a person. */
const CLOSE = 62;

/** Begins with no commit. */
export function newCommitLogger(ids: IdTable): CommitLogger {
  const digits = ids.idLength * 2;
  const id = new Uint8Array(ids.idLength);
  const places = new Int32Array(ids.count).fill(-1);
  const numbers = newIntList(ids.count);
  const trees = newIntList(ids.count);
  const begins = newIntList(ids.count + 1);
  const parents = newIntList(MOST_PARENTS);
  const times: number[] = [];

  /** The number of an id in digits. */
  function numberAt(bytes: Uint8Array, at: number): number {
    for (let k = 0; k < id.length; k++) {
      id[k] = digitOf(bytes[at + 2 * k] as number) * 16 + digitOf(bytes[at + 2 * k + 1] as number);
    }
    return ids.find(id, 0);
  }

  return {
    add(number, bytes, cut) {
      if ((places[number] as number) >= 0) return;
      places[number] = numbers.length;
      numbers.push(number);
      begins.push(parents.length);
      trees.push(startsWith(bytes, 0, 'tree ') ? numberAt(bytes, 5) : -1);
      let at = 6 + digits;
      for (; startsWith(bytes, at, 'parent '); at += 8 + digits)
        if (!cut && parents.length < MOST_PARENTS) parents.push(numberAt(bytes, at + 7));
      times.push(timeOf(bytes, at));
    },
    finish() {
      begins.push(parents.length);
      return {
        count: numbers.length,
        places,
        numbers: numbers.values(),
        trees: trees.values(),
        times,
        begins: begins.values(),
        parents: parents.values(),
      };
    },
  };
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let k = 0; k < text.length; k++) if (bytes[at + k] !== text.charCodeAt(k)) return false;
  return true;
}

/** Of a hexadecimal digit. */
function digitOf(code: number): number {
  return code < 58 ? code - 48 : code - 87;
}

/** Of the line of the committer, behind that of the author; 0 when it is not said. */
function timeOf(bytes: Uint8Array, author: number): number {
  const begin = bytes.indexOf(NEWLINE, author) + 1;
  if (begin === 0 || !startsWith(bytes, begin, 'committer ')) return 0;
  const newline = bytes.indexOf(NEWLINE, begin);
  const close = bytes.lastIndexOf(CLOSE, newline < 0 ? bytes.length : newline);
  let time = 0;
  if (close <= begin) return 0;
  for (let at = close + 2; (bytes[at] as number) >= 48 && (bytes[at] as number) <= 57; at++)
    time = time * 10 + (bytes[at] as number) - 48;
  return time;
}
