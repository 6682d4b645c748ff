/** Finds the rules whose prefix stands at a place, in a time that does not grow with their number. */

import { InternalError } from '@leasehold/core';
import type { Budgeted } from './budget.ts';
import { type Extent, extentOf } from './extent.ts';
import { gateOf } from './gate.ts';
import type { SecretRule } from './rule.ts';
import { ALNUM, CLASS, isClass, LINK, TOKEN } from './token-byte.ts';

/** A shape with one of these goes on over spaces and quotes. */
const CROSSES = /\\[snrtSDW]| |\[\^/;

/** Patterns, not loops over bytes: what runs once for each of a thousand prefixes is never optimized. */
const BEYOND_LATIN1 = /[\u0100-\uffff]/;
/** What belongs to a token or joins two. */
const JOINED = /[A-Za-z0-9+/=_.:~$!-]*$/;

/** The longest escape, `u0022`, behind its backslash. */
const ESCAPE = 6;
const BACKSLASH = 0x5c;
const PERCENT = 0x25;

/** A rule as the scanner uses it. */
export interface ArmedRule extends Budgeted {
  readonly rule: SecretRule;
}

/** Tells at once of several rules that none matches. */
export interface Gate extends Budgeted {
  readonly pattern: RegExp;
}

/** One prefix and its rules. */
export interface PrefixEntry {
  readonly prefix: string;
  /** Begins with a letter or digit, so that what stands before it matters. */
  readonly word: boolean;
  readonly rules: readonly ArmedRule[];
  /** What matches wherever a rule of several does; made when it is first needed. */
  readonly gate: () => Gate | undefined;
}

/** Prefixes by their first two bytes. */
export interface PrefixIndex {
  /** Number of the bucket, by `first << 8 | second`; 0 is none. */
  readonly heads: Uint16Array;
  /** Whether a bucket has a prefix with that third byte, by `bucket << 8 | third`; a shorter one has them all. */
  readonly thirds: Uint8Array;
  /** The entries of each bucket, longest prefix first. */
  readonly buckets: readonly (readonly PrefixEntry[])[];
  /** How many bytes before a run a prefix can begin that no sign joins to it, such as `FlyV1 fm2_`. */
  readonly leads: readonly number[];
  /** Rules whose values have no prefix. */
  readonly bare: readonly ArmedRule[];
}

/** Readies the rules of a catalogue. */
export function armRules(rules: readonly SecretRule[]): readonly ArmedRule[] {
  return rules.map((rule) => {
    let extent: Extent | undefined;
    let crosses: boolean | undefined;
    return {
      rule,
      extent(): Extent {
        extent ??= extentOf(rule.shape);
        return extent;
      },
      crosses(): boolean {
        crosses ??= CROSSES.test(rule.shape.source);
        return crosses;
      },
      spent: 0,
      scan: 0,
    };
  });
}

/**
 * Builds the index of all prefixes that a filter lets through.
 *
 * @throws InternalError (`ERR_RULE_PREFIX`) when a prefix is not latin1
 */
export function newPrefixIndex(rules: readonly ArmedRule[], wanted: (prefix: string) => boolean): PrefixIndex {
  const heads = new Uint16Array(65536);
  const buckets: PrefixEntry[][] = [[]];
  const leads = new Set<number>();
  const bare: ArmedRule[] = [];
  const file = (entry: PrefixEntry, head: number): void => {
    const bucket = heads[head] as number;
    if (bucket === 0) heads[head] = buckets.push([entry]) - 1;
    else (buckets[bucket] as PrefixEntry[]).push(entry);
  };
  rulesByPrefix(rules, wanted).forEach((sharing, prefix) => {
    if (prefix === '') {
      bare.push(...sharing);
      return;
    }
    const entry = newEntry(prefix, sharing);
    if (prefix.length > 1) file(entry, (prefix.charCodeAt(0) << 8) | prefix.charCodeAt(1));
    else for (const head of headsOf(prefix)) file(entry, head);
    const lead = leadOf(prefix);
    if (lead > 0) leads.add(lead);
  });
  for (const bucket of buckets) if (bucket.length > 1) bucket.sort(longestFirst);
  return { heads, thirds: thirdsOf(buckets), buckets, leads: [...leads], bare };
}

function longestFirst(a: PrefixEntry, b: PrefixEntry): number {
  return b.prefix.length - a.prefix.length;
}

function newEntry(prefix: string, rules: readonly ArmedRule[]): PrefixEntry {
  let gate: Gate | undefined;
  let made = false;
  return {
    prefix,
    word: isClass(prefix.charCodeAt(0), ALNUM),
    rules,
    gate() {
      if (!made) {
        gate = newGate(rules);
        made = true;
      }
      return gate;
    },
  };
}

function newGate(rules: readonly ArmedRule[]): Gate | undefined {
  const pattern = gateOf(rules.map(({ rule }) => rule.shape));
  if (pattern === undefined) return undefined;
  const extents = rules.map(({ extent }) => extent());
  const extent = { least: Math.min(...extents.map(({ least }) => least)), most: Math.max(...extents.map(({ most }) => most)) };
  const crosses = rules.some((armed) => armed.crosses());
  return { pattern, extent: () => extent, crosses: () => crosses, spent: 0, scan: 0 };
}

function rulesByPrefix(rules: readonly ArmedRule[], wanted: (prefix: string) => boolean): ReadonlyMap<string, ArmedRule[]> {
  const byPrefix = new Map<string, ArmedRule[]>();
  for (const armed of rules) {
    for (const prefix of armed.rule.prefixes) {
      if (!wanted(prefix)) continue;
      const sharing = byPrefix.get(prefix);
      if (sharing === undefined) byPrefix.set(prefix, [armed]);
      else if (sharing.at(-1) !== armed) sharing.push(armed);
    }
  }
  if (BEYOND_LATIN1.test([...byPrefix.keys()].join(' '))) throw beyondLatin1(byPrefix);
  return byPrefix;
}

function beyondLatin1(byPrefix: ReadonlyMap<string, readonly ArmedRule[]>): InternalError {
  const [, [armed] = []] = [...byPrefix].find(([prefix]) => BEYOND_LATIN1.test(prefix)) ?? [];
  return new InternalError(`rule \`${armed?.rule.id}\` has a prefix that cannot be looked for`, { code: 'ERR_RULE_PREFIX' });
}

function thirdsOf(buckets: readonly (readonly PrefixEntry[])[]): Uint8Array {
  const thirds = new Uint8Array(buckets.length << 8);
  buckets.forEach((entries, bucket) => {
    for (const { prefix } of entries) {
      if (prefix.length < 3) thirds.fill(1, bucket << 8, (bucket + 1) << 8);
      else thirds[(bucket << 8) | prefix.charCodeAt(2)] = 1;
    }
  });
  return thirds;
}

/** The first place from `at` up to `until` where a prefix may begin that a value may begin with; -1 when there is none. */
export function nextHead(bytes: Uint8Array, at: number, until: number, { heads, thirds }: PrefixIndex): number {
  let inside = at === 0 ? 0 : (CLASS[bytes[at - 1] as number] as number) & ALNUM;
  // Behind an escape a value may begin although a letter or digit stands before it.
  let free = freeUntil(bytes, at);
  let first = bytes[at] as number;
  for (let place = at; place < until; place++) {
    const kind = (CLASS[first] as number) & ALNUM;
    const second = bytes[place + 1] as number;
    if ((inside & kind) === 0 || place < free) {
      const bucket = heads[(first << 8) | second] as number;
      if (bucket !== 0 && thirds[(bucket << 8) | (bytes[place + 2] as number)] !== 0) return place;
      if (first === BACKSLASH || first === PERCENT) free = place + 1 + ESCAPE;
    }
    inside = kind;
    first = second;
  }
  return -1;
}

/** Behind the escape that may stand before a place; the place itself when there is none. */
function freeUntil(bytes: Uint8Array, at: number): number {
  for (let back = 1; back <= ESCAPE; back++) {
    const byte = bytes[at - back];
    if (byte === BACKSLASH || byte === PERCENT) return at - back + 1 + ESCAPE;
    if (!isClass(byte, ALNUM)) break;
  }
  return at;
}

/** The two bytes that a prefix of a single one begins with: that and whatever may follow it in a value. */
function headsOf(prefix: string): readonly number[] {
  const first = prefix.charCodeAt(0) << 8;
  return Array.from({ length: 256 }, (_, second) => first | second).filter((head) => isClass(head & 255, TOKEN | LINK));
}

/** Tells whether a prefix stands at a place. */
export function standsAt(bytes: Uint8Array, at: number, prefix: string): boolean {
  for (let index = 2; index < prefix.length; index++) if (bytes[at + index] !== prefix.charCodeAt(index)) return false;
  return true;
}

/** Length of what a prefix has up to the last byte that neither belongs to a token nor joins two. */
export function leadOf(prefix: string): number {
  return prefix.search(JOINED);
}
