/** Tries the rules of an index wherever one of their prefixes stands, and reports each match of a shape. */

import { newAttempts } from './attempts.ts';
import { startsValue } from './boundary.ts';
import type { Match } from './judge.ts';
import type { PrefixEntry, PrefixIndex } from './prefix-index.ts';
import { nextHead, standsAt } from './prefix-search.ts';
import { isClass, LINK, TOKEN } from './token-byte.ts';

/** Most bytes before a run that dots and the like may join to it, such as `SG.` or `tkn.v1_`. */
const LOOK_BACK = 96;
/** Most bytes from the beginning of a setting's name to its operator, and from the operator to the beginning of the value. */
const NAME_BEFORE = 48;
const VALUE_BEHIND = 4;

/** One pass over bytes; offsets are in bytes, `to` is exclusive, and no offset is tried twice. */
export interface Sweep {
  /** Tries one offset. */
  at(place: number): void;
  /** Tries every offset of a range. */
  over(from: number, to: number): void;
  /** Tries a run, and what is joined to it on its left. */
  joined(from: number, to: number): void;
  /** Tries both sides of an assignment operator: the name of the setting, and the beginning of its value. */
  assigned(from: number, to: number): void;
  /** Tries the rules without a prefix on a whole run, or on the value that is assigned within it. */
  whole(from: number, to: number): void;
}

/**
 * Begins a sweep.
 *
 * @param found - called for each match as it is found
 */
export function newSweep(bytes: Uint8Array, index: PrefixIndex, found: (match: Match) => void): Sweep {
  const { heads, buckets, leads, bare } = index;
  const attempts = newAttempts(bytes, found);
  // One bit for each offset that was tried.
  const tried = new Uint8Array((bytes.length >> 3) + 1);
  // Everything before this offset was tried.
  let swept = 0;
  // The same for assignments, which share bytes when operators stand close together.
  let named = 0;

  function over(from: number, to: number): void {
    const until = Math.min(to, bytes.length - 1);
    const start = Math.max(from, swept);
    if (start >= until) return;
    for (let at = nextHead(bytes, start, until, index); at >= 0; at = nextHead(bytes, at + 1, until, index)) resolve(at);
    swept = until;
  }

  function joined(from: number, to: number): void {
    const least = Math.max(swept, from - LOOK_BACK, 0);
    let start = from;
    while (start > least && isClass(bytes[start - 1], TOKEN | LINK)) start--;
    for (const lead of leads) {
      const at = from - lead;
      if (at >= swept && at < start) resolve(at);
    }
    over(start, to);
  }

  function assigned(from: number, to: number): void {
    // Bytes before the name are not tried here, so `swept` does not move.
    const until = Math.min(to + VALUE_BEHIND, bytes.length - 1);
    let at = Math.max(from - NAME_BEFORE, named, 0);
    for (at = nextHead(bytes, at, until, index); at >= 0; at = nextHead(bytes, at + 1, until, index)) resolve(at);
    named = Math.max(named, until);
  }

  function whole(from: number, to: number): void {
    for (const budgeted of bare) {
      const { least, most } = budgeted.extent();
      if (to - from >= least && to - from <= most) attempts.match(budgeted, '', from);
    }
  }

  function resolve(at: number): void {
    const bit = 1 << (at & 7);
    const before = tried[at >> 3] as number;
    if ((before & bit) !== 0) return;
    tried[at >> 3] = before | bit;
    const bucket = heads[((bytes[at] as number) << 8) | (bytes[at + 1] as number)] as number;
    for (const entry of buckets[bucket] as readonly PrefixEntry[]) {
      const { prefix, word, rules } = entry;
      if (!standsAt(bytes, at, prefix)) continue;
      if (word && !startsValue(bytes, at)) continue;
      if (rules.length > 1 && attempts.ruleOut(entry, at)) continue;
      for (const budgeted of rules) attempts.match(budgeted, prefix, at);
    }
  }

  return { at: resolve, over, joined, assigned, whole };
}
