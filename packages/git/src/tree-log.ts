/** Every tree of a store, each as what it has over another that it is stored as a delta of. */

import type { IdTable } from './id-table.ts';
import { newIntList } from './int-list.ts';
import { newNameTable } from './name-table.ts';
import { treeEntries } from './tree-entries.ts';
import { ENTRY, type TreeChanges } from './walk-pack.ts';

/** Trees by their place, from 0; none is before its base. */
export interface TreeLog {
  readonly count: number;
  /** How many objects the trees name that are not here. Their numbers follow those of the table of ids. */
  readonly missing: number;
  /** The place of a tree by its number; -1 of what is no tree. */
  readonly places: Int32Array;
  /** The number by the place. */
  readonly numbers: Int32Array;
  /** The place of the tree that the changes are against; -1 when they are all that it has. */
  readonly bases: Int32Array;
  /** Where the changes of each begin; one more, where those of the last end. */
  readonly begins: Int32Array;
  /** Of each change the name, as its place in `list`; in the order in which entries stand in the tree. */
  readonly names: Int32Array;
  /** Of each change the number of what stands under the name now; -1 for nothing, or a submodule. */
  readonly children: Int32Array;
  /** All names (latin1) in the order of entries; that of a folder ends with a slash. */
  readonly list: readonly string[];
}

/** Gathers trees as they are read. */
export interface TreeLogger {
  /** Adds a tree by what it has over another; answers its place. */
  add(number: number, base: number, changes: TreeChanges): number;
  /** Adds a tree that nothing is told of but its bytes. */
  addWhole(number: number, bytes: Uint8Array): void;
  /** Undefined when one of the trees that others name is not here, or there is too much. */
  finish(): TreeLog | undefined;
}

/** Memory for more is dearer than to ask git. */
const MOST_CHANGES = 1 << 26;
/** Characters of all names together. */
const MOST_NAMES = 1 << 27;
/** Objects that are not here. */
const MOST_MISSING = 1 << 20;

/** Begins with no tree. */
export function newTreeLogger(ids: IdTable): TreeLogger {
  const table = newNameTable();
  const places = new Int32Array(ids.count).fill(-1);
  const numbers = newIntList(ids.count);
  const bases = newIntList(ids.count);
  const begins = newIntList(ids.count + 1);
  const names = newIntList(MOST_CHANGES);
  const children = newIntList(MOST_CHANGES);
  const missing = new Map<string, number>();
  let whole = true;

  function begin(number: number, base: number, changes: number): number {
    places[number] = numbers.length;
    numbers.push(number);
    bases.push(base);
    begins.push(children.length);
    whole &&= children.length + changes <= MOST_CHANGES && table.size <= MOST_NAMES && missing.size <= MOST_MISSING;
    return numbers.length - 1;
  }

  function change(name: number, child: number): void {
    names.push(name);
    children.push(child);
  }

  function childAt(bytes: Uint8Array, at: number): number {
    const child = ids.find(bytes, at);
    return child < 0 ? missed(Buffer.from(bytes.buffer, bytes.byteOffset + at, ids.idLength).toString('hex')) : child;
  }

  function missed(id: string): number {
    const known = missing.get(id) ?? ids.count + missing.size;
    missing.set(id, known);
    return known;
  }

  return {
    add(number, base, { entries, memory }) {
      // Another pack has it too.
      if ((places[number] as number) >= 0) return places[number] as number;
      const place = begin(number, base, entries.length / 4);
      for (let at = 0; whole && at < entries.length; at += 4) {
        const what = entries[at] as number;
        const from = entries[at + 1] as number;
        const length = entries[at + 2] as number;
        const there = what === ENTRY.file || what === ENTRY.folder;
        change(
          table.numberAt(memory, from, length, entries[at + 3] as number, (what & ENTRY.folder) !== 0),
          there ? childAt(memory, from + length + 1) : -1,
        );
      }
      return place;
    },
    addWhole(number, bytes) {
      if ((places[number] as number) >= 0) return;
      const entries = treeEntries(bytes, ids.idLength);
      begin(number, -1, entries.length);
      for (const { mode, name, id } of whole ? entries : []) {
        if (mode >>> 12 === 0o16) continue;
        change(table.number(mode >>> 12 === 0o4 ? `${name}/` : name), childAt(Buffer.from(id, 'hex'), 0));
      }
    },
    finish() {
      begins.push(children.length);
      const { list, ranks } = ranked(table.list());
      const log = {
        count: numbers.length,
        missing: missing.size,
        places: extended(places, missing.size),
        numbers: numbers.values(),
        bases: bases.values(),
        begins: begins.values(),
        names: names.values(),
        children: children.values(),
        list,
      };
      for (let at = 0; at < log.names.length; at++) log.names[at] = ranks[log.names[at] as number] as number;
      return whole && foldersAreTrees(log) ? log : undefined;
    },
  };
}

function extended(places: Int32Array, by: number): Int32Array {
  if (by === 0) return places;
  const all = new Int32Array(places.length + by).fill(-1);
  all.set(places);
  return all;
}

/** Sorts names, and tells of each number where its name stands then. */
function ranked(names: readonly string[]): { readonly list: readonly string[]; readonly ranks: Int32Array } {
  const order = names.map((_, number) => number).sort((a, b) => ((names[a] as string) < (names[b] as string) ? -1 : 1));
  const ranks = new Int32Array(names.length);
  for (const [rank, number] of order.entries()) ranks[number] = rank;
  return { list: order.map((number) => names[number] as string), ranks };
}

function foldersAreTrees({ places, names, children, list }: TreeLog): boolean {
  const folders = Uint8Array.from(list, (name) => (name.endsWith('/') ? 1 : 0));
  for (let at = 0; at < children.length; at++) {
    const child = children[at] as number;
    if (child >= 0 && (folders[names[at] as number] === 1) !== (places[child] as number) >= 0) return false;
  }
  return true;
}
