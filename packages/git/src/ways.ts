/** Of all trees those that lead to certain files, and which of their entries do. */

import { newIntList } from './int-list.ts';
import type { TreeLog } from './tree-log.ts';

/** The entries that lead on, of each tree a range; trees that have the same share it. */
export interface Ways {
  /** By place of the tree: where its range begins, and ends. */
  readonly begins: Int32Array;
  readonly ends: Int32Array;
  /** Names, as places in the list of the trees, and numbers of what stands under them. */
  readonly names: Int32Array;
  readonly children: Int32Array;
}

/** Each goes up by a folder at the least, and mostly by many; none has folders so deep. */
const ROUNDS = 64;

/**
 * Finds the ways.
 *
 * @param wanted - not 0 at the number of a file that they are to lead to
 * @param most - how many there may be
 * @returns undefined when there are too many
 */
export function waysTo(log: TreeLog, wanted: Uint8Array, most: number): Ways | undefined {
  const leads = leadersTo(log, wanted);
  const begins = new Int32Array(log.count);
  const ends = new Int32Array(log.count);
  const names = newIntList(most);
  const children = newIntList(most);

  function copy(from: number): void {
    const [name, child] = [names.at(from), children.at(from)];
    names.push(name);
    children.push(child);
  }

  for (let place = 0; place < log.count; place++) {
    if (leads[log.numbers[place] as number] === 0) continue;
    const base = log.bases[place] as number;
    let old = base < 0 ? 0 : (begins[base] as number);
    const oldEnd = base < 0 ? 0 : (ends[base] as number);
    const from = old;
    const begin = names.length;
    let changed = false;
    for (let at = log.begins[place] as number; at < (log.begins[place + 1] as number); at++) {
      const name = log.names[at] as number;
      const child = log.children[at] as number;
      const on = child >= 0 && leads[child] !== 0;
      // What the base has before that, and what it has under the name itself.
      let behind = old;
      while (behind < oldEnd && names.at(behind) < name) behind++;
      const replaced = behind < oldEnd && names.at(behind) === name;
      if (!on && !replaced) continue;
      changed = true;
      if (names.length + behind - old + 1 > most) return undefined;
      for (; old < behind; old++) copy(old);
      if (replaced) old++;
      if (!on) continue;
      names.push(name);
      children.push(child);
    }
    if (changed) {
      if (names.length + oldEnd - old > most) return undefined;
      for (; old < oldEnd; old++) copy(old);
    }
    begins[place] = changed ? begin : from;
    ends[place] = changed ? names.length : oldEnd;
  }
  return { begins, ends, names: names.values(), children: children.values() };
}

/** By number: the wanted files, the trees that hold one, those that hold such a tree, and trees made from one of these, which may have it no more. */
function leadersTo({ count, numbers, bases, begins, children, places }: TreeLog, wanted: Uint8Array): Uint8Array {
  const leads = wanted.slice();

  function leadsOn(place: number): boolean {
    const base = bases[place] as number;
    if (base >= 0 && leads[numbers[base] as number] !== 0) return true;
    for (let at = begins[place] as number; at < (begins[place + 1] as number); at++) {
      const child = children[at] as number;
      if (child >= 0 && leads[child] !== 0) return true;
    }
    return false;
  }

  let more = true;
  for (let round = 0; more && round < ROUNDS; round++) {
    more = false;
    for (let place = 0; place < count; place++) {
      const number = numbers[place] as number;
      if (leads[number] !== 0 || !leadsOn(place)) continue;
      leads[number] = 1;
      more = true;
    }
  }
  // To go into trees for nothing takes time only.
  if (more) for (let number = 0; number < leads.length; number++) if ((places[number] as number) >= 0) leads[number] = 1;
  return leads;
}
