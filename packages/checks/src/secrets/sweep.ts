/** Goes over the places where a value may begin, tries the rules whose prefix stands there, and hands on what has their shape. */

import { endsValue, startsValue } from './boundary.ts';
import { bookFailure, mayTry, newStretches } from './budget.ts';
import type { Match } from './judge.ts';
import { type ArmedRule, nextHead, type PrefixEntry, type PrefixIndex, standsAt } from './resolver.ts';
import { isClass, LINK, TOKEN } from './token-byte.ts';
import { newTextWindow } from './window.ts';

/** How far before a run a value may begin that signs join to it, such as `SG.` or `tkn.v1_`. */
const LOOK_BACK = 96;
/** How far before an operator the name of a setting may begin, and how far behind it its value. */
const NAME_BEFORE = 48;
const VALUE_BEHIND = 4;
/** What a shape may look at before the prefix. */
const BEFORE = 8;

/** One pass over bytes; no place is tried twice. */
export interface Sweep {
  /** Tries one place. */
  at(place: number): void;
  /** Tries every place from `from` up to `to`. */
  over(from: number, to: number): void;
  /** The same, and what is joined to it on its left. */
  joined(from: number, to: number): void;
  /** Tries what stands on both sides of an operator that assigns: the name of the setting, and the beginning of its value. */
  assigned(from: number, to: number): void;
  /** Tries the rules without a prefix on a whole run or what is assigned in it. */
  whole(from: number, to: number): void;
}

let scans = 0;

/** A sweep over bytes that looks for the prefixes of an index. */
export function newSweep(bytes: Uint8Array, index: PrefixIndex, found: (match: Match) => void): Sweep {
  const { heads, buckets, leads, bare } = index;
  const scan = ++scans;
  const window = newTextWindow(bytes);
  const stretches = newStretches(bytes);
  // A bit for each place that was tried.
  const tried = new Uint8Array((bytes.length >> 3) + 1);
  let swept = 0;
  // Where the assignment before was looked at, up to here: operators in a row share their bytes.
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
    // What this leaves out to the left is still to be looked at, so `swept` stays.
    const until = Math.min(to + VALUE_BEHIND, bytes.length - 1);
    let at = Math.max(from - NAME_BEFORE, named, 0);
    for (at = nextHead(bytes, at, until, index); at >= 0; at = nextHead(bytes, at + 1, until, index)) resolve(at);
    named = Math.max(named, until);
  }

  function whole(from: number, to: number): void {
    for (const armed of bare) {
      const { least, most } = armed.extent();
      if (to - from >= least && to - from <= most) attempt(armed, '', from);
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
      if (rules.length > 1 && isShut(entry, at)) continue;
      for (const armed of rules) attempt(armed, prefix, at);
    }
  }

  /** Tries all rules of a prefix at once, and tells whether none has its shape here. */
  function isShut({ gate, rules }: PrefixEntry, at: number): boolean {
    const all = gate();
    if (all === undefined) return false;
    if (!mayTry(all, at, scan)) return true;
    const { pattern } = all;
    window.cover(at - BEFORE, at + all.extent().most + 1);
    pattern.lastIndex = at - window.from;
    if (pattern.test(window.text)) return false;
    bookFailure(all, stretches, at, rules.length);
    return true;
  }

  function attempt(armed: ArmedRule, prefix: string, at: number): void {
    if (!mayTry(armed, at, scan)) return;
    window.cover(at - BEFORE, at + armed.extent().most + 1);
    const { rule } = armed;
    const { shape } = rule;
    shape.lastIndex = at - window.from;
    const matched = shape.exec(window.text);
    if (matched === null) {
      bookFailure(armed, stretches, at);
      return;
    }
    const secret = matched.groups?.secret;
    // The group is looked for from behind: before it stand names, which may be spelt like it.
    const offset = secret === undefined ? 0 : matched[0].lastIndexOf(secret);
    const start = at + offset;
    const end = start + (secret ?? matched[0]).length;
    if (endsValue(bytes, start, end)) found({ rule, prefix, start, end });
    else bookFailure(armed, stretches, at);
  }

  return { at: resolve, over, joined, assigned, whole };
}
