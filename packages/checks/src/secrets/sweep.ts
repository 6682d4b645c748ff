/** Goes over the places where a value may begin, tries the rules whose prefix stands there, and hands on what has their shape. */

import { endsValue, startsValue } from './boundary.ts';
import { bookFailure, mayTry } from './budget.ts';
import type { Match } from './judge.ts';
import { type ArmedRule, nextHead, type PrefixEntry, type PrefixIndex, standsAt } from './resolver.ts';
import { isClass, LINK, TOKEN } from './token-byte.ts';
import { newTextWindow } from './window.ts';

/** How far before a run a value may begin that signs join to it, such as `SG.` or `tkn.v1_`. */
const LOOK_BACK = 96;
/** What a shape may look at before the prefix. */
const BEFORE = 8;

/** One pass over bytes, from left to right; no place is tried twice. */
export interface Sweep {
  /** Tries every place from `from` up to `to`. */
  over(from: number, to: number): void;
  /** The same, and what is joined to it on its left. */
  joined(from: number, to: number): void;
  /** Tries the rules without a prefix on a whole run or what is assigned in it. */
  whole(from: number, to: number): void;
}

let scans = 0;

/** A sweep over bytes that looks for the prefixes of an index. */
export function newSweep(bytes: Uint8Array, index: PrefixIndex, found: (match: Match) => void): Sweep {
  const { heads, buckets, leads, bare } = index;
  const scan = ++scans;
  const window = newTextWindow(bytes);
  let swept = 0;
  let led = -1;

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
      if (at <= led || at < swept || at >= start) continue;
      led = at;
      resolve(at);
    }
    over(start, to);
  }

  function whole(from: number, to: number): void {
    for (const armed of bare) {
      const { least, most } = armed.extent();
      if (to - from >= least && to - from <= most) attempt(armed, '', from);
    }
  }

  function resolve(at: number): void {
    const bucket = heads[((bytes[at] as number) << 8) | (bytes[at + 1] as number)] as number;
    for (const { prefix, word, rules } of buckets[bucket] as readonly PrefixEntry[]) {
      if (!standsAt(bytes, at, prefix)) continue;
      if (word && !startsValue(bytes, at)) continue;
      for (const armed of rules) attempt(armed, prefix, at);
    }
  }

  function attempt(armed: ArmedRule, prefix: string, at: number): void {
    if (!mayTry(armed, at, scan)) return;
    window.cover(at - BEFORE, at + armed.extent().most + 1);
    const { rule } = armed;
    const { shape } = rule;
    shape.lastIndex = at - window.from;
    const matched = shape.exec(window.text);
    if (matched === null) {
      bookFailure(armed, bytes, at);
      return;
    }
    const secret = matched.groups?.secret;
    // The group is looked for from behind: before it stand names, which may be spelt like it.
    const offset = secret === undefined ? 0 : matched[0].lastIndexOf(secret);
    const start = at + offset;
    const end = start + (secret ?? matched[0]).length;
    if (endsValue(bytes, start, end)) found({ rule, prefix, start, end });
    else bookFailure(armed, bytes, at);
  }

  return { over, joined, whole };
}
