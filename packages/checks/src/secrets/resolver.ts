/** Finds the rules whose prefix stands at a place, in a time that does not grow with their number. */

import { InternalError } from '@leasehold/core';
import { type Extent, extentOf } from './extent.ts';
import type { SecretRule } from './rule.ts';
import { ALNUM, CLASS, isClass, LINK, TOKEN } from './token-byte.ts';

/** A shape with one of these goes on over spaces and quotes. */
const CROSSES = /\\[snrtSDW]| |\[\^/;

/** The longest escape, `u0022`, behind its backslash. */
const ESCAPE = 6;
const BACKSLASH = 0x5c;
const PERCENT = 0x25;

/** A rule as the scanner uses it. */
export interface ArmedRule {
  readonly rule: SecretRule;
  /** How long a match can be; read off the shape when it is first needed. */
  readonly extent: () => Extent;
  /** Whether a match may go on over spaces and quotes. */
  readonly crosses: () => boolean;
  /** What its attempts have cost in the scan at hand; bounded by `budget.ts`. */
  spent: number;
  /** The scan that `spent` belongs to. */
  scan: number;
}

/** One prefix and its rules. */
export interface PrefixEntry {
  readonly prefix: string;
  /** Begins with a letter or digit, so that what stands before it matters. */
  readonly word: boolean;
  readonly rules: readonly ArmedRule[];
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
  for (const [prefix, sharing] of rulesByPrefix(rules, wanted)) {
    const entry = { prefix, word: isClass(prefix.charCodeAt(0), ALNUM), rules: sharing };
    for (const head of headsOf(prefix)) {
      if (heads[head] === 0) heads[head] = buckets.push([]) - 1;
      buckets[heads[head] as number]?.push(entry);
    }
    const lead = leadOf(prefix);
    if (lead > 0) leads.add(lead);
  }
  for (const bucket of buckets) bucket.sort((a, b) => b.prefix.length - a.prefix.length);
  const thirds = thirdsOf(buckets);
  return {
    heads,
    thirds,
    buckets,
    leads: [...leads],
    bare: rules.filter(({ rule }) => wanted('') && rule.prefixes.includes('')),
  };
}

function rulesByPrefix(
  rules: readonly ArmedRule[],
  wanted: (prefix: string) => boolean,
): ReadonlyMap<string, readonly ArmedRule[]> {
  const byPrefix = new Map<string, ArmedRule[]>();
  for (const armed of rules) {
    for (const prefix of new Set(armed.rule.prefixes)) {
      if (prefix === '') continue;
      if (!/^[\0-\xff]+$/.test(prefix)) {
        throw new InternalError(`rule \`${armed.rule.id}\` has a prefix that cannot be looked for`, { code: 'ERR_RULE_PREFIX' });
      }
      if (!wanted(prefix)) continue;
      const sharing = byPrefix.get(prefix);
      if (sharing === undefined) byPrefix.set(prefix, [armed]);
      else sharing.push(armed);
    }
  }
  return byPrefix;
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

/** The two bytes that a prefix begins with; of a single one, with whatever may follow it in a value. */
function headsOf(prefix: string): readonly number[] {
  const first = prefix.charCodeAt(0) << 8;
  if (prefix.length > 1) return [first | prefix.charCodeAt(1)];
  return Array.from({ length: 256 }, (_, second) => first | second).filter((head) => isClass(head & 255, TOKEN | LINK));
}

/** Tells whether a prefix stands at a place. */
export function standsAt(bytes: Uint8Array, at: number, prefix: string): boolean {
  for (let index = 2; index < prefix.length; index++) if (bytes[at + index] !== prefix.charCodeAt(index)) return false;
  return true;
}

/** Length of what a prefix has up to the last byte that neither belongs to a token nor joins two. */
function leadOf(prefix: string): number {
  for (let length = prefix.length; length > 0; length--) {
    if (!isClass(prefix.charCodeAt(length - 1), TOKEN | LINK)) return length;
  }
  return 0;
}
