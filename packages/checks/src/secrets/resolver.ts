/** Finds the rules whose prefix stands at a place, in a time that does not grow with their number. */

import { InternalError } from '@leasehold/core';
import type { Budgeted } from './budget.ts';
import { type Extent, extentOf } from './extent.ts';
import { gateOf } from './gate.ts';
import { leadsOf } from './prefix-heads.ts';
import type { SecretRule } from './rule.ts';
import { ALNUM, CLASS, isClass, LINK, TOKEN } from './token-byte.ts';

/** A shape with one of these goes on over spaces and quotes. */
const CROSSES = /\\[snrtSDW]| |\[\^/;

/** Patterns, not loops over bytes: what runs once for each of a thousand prefixes is never optimized. */
const BEYOND_LATIN1 = /[\u0100-\uffff]/;
/** What an address begins with. */
const AUTHORITY = '://';

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

/** Whether values with a prefix are looked for in addresses only. */
export function isAddress(prefix: string): boolean {
  return prefix.startsWith(AUTHORITY);
}

/**
 * Builds the index of all prefixes that a filter lets through. Its rules are readied when the first of their prefixes stands somewhere: of a thousand, a scan meets few.
 *
 * @throws InternalError (`ERR_RULE_PREFIX`) when a prefix is not latin1
 */
export function newPrefixIndex(rules: readonly SecretRule[], wanted: (prefix: string) => boolean): PrefixIndex {
  const arm = newArmoury();
  const heads = new Uint16Array(65536);
  const buckets: PrefixEntry[][] = [[]];
  const bare: ArmedRule[] = [];
  const file = (entry: PrefixEntry, head: number): void => {
    const bucket = heads[head] as number;
    if (bucket === 0) heads[head] = buckets.push([entry]) - 1;
    else (buckets[bucket] as PrefixEntry[]).push(entry);
  };
  const byPrefix = rulesByPrefix(rules, wanted);
  byPrefix.forEach((sharing, prefix) => {
    if (prefix === '') {
      bare.push(...sharing.map(arm));
      return;
    }
    const entry = new LazyEntry(prefix, sharing, arm);
    if (prefix.length > 1) file(entry, (prefix.charCodeAt(0) << 8) | prefix.charCodeAt(1));
    else for (const head of headsOf(prefix)) file(entry, head);
  });
  for (const bucket of buckets) if (bucket.length > 1) bucket.sort(longestFirst);
  return { heads, thirds: thirdsOf(buckets), buckets, leads: leadsOf([...byPrefix.keys()]), bare };
}

type Arm = (rule: SecretRule) => ArmedRule;

/** Readies each rule once, so that what its prefixes cost is booked in one place. */
function newArmoury(): Arm {
  const known = new Map<SecretRule, ArmedRule>();
  return (rule) => {
    const armed = known.get(rule) ?? armRule(rule);
    known.set(rule, armed);
    return armed;
  };
}

function armRule(rule: SecretRule): ArmedRule {
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
}

function longestFirst(a: PrefixEntry, b: PrefixEntry): number {
  return b.prefix.length - a.prefix.length;
}

/** An entry that readies its rules when they are asked for; a class, since a thousand are made at once. */
class LazyEntry implements PrefixEntry {
  readonly prefix: string;
  readonly word: boolean;
  readonly gate = (): Gate | undefined => {
    this.#gate ??= { made: newGate(this.rules) };
    return this.#gate.made;
  };
  readonly #sharing: readonly SecretRule[];
  readonly #arm: Arm;
  #armed: readonly ArmedRule[] | undefined;
  #gate: { readonly made: Gate | undefined } | undefined;

  constructor(prefix: string, sharing: readonly SecretRule[], arm: Arm) {
    this.prefix = prefix;
    this.word = isClass(prefix.charCodeAt(0), ALNUM);
    this.#sharing = sharing;
    this.#arm = arm;
  }

  get rules(): readonly ArmedRule[] {
    this.#armed ??= this.#sharing.map(this.#arm);
    return this.#armed;
  }
}

function newGate(rules: readonly ArmedRule[]): Gate | undefined {
  const pattern = gateOf(rules.map(({ rule }) => rule.shape));
  if (pattern === undefined) return undefined;
  const extents = rules.map(({ extent }) => extent());
  const extent = { least: Math.min(...extents.map(({ least }) => least)), most: Math.max(...extents.map(({ most }) => most)) };
  const crosses = rules.some((armed) => armed.crosses());
  return { pattern, extent: () => extent, crosses: () => crosses, spent: 0, scan: 0 };
}

function rulesByPrefix(
  rules: readonly SecretRule[],
  wanted: (prefix: string) => boolean,
): ReadonlyMap<string, readonly SecretRule[]> {
  const byPrefix = new Map<string, SecretRule[]>();
  for (const rule of rules) {
    for (const prefix of rule.prefixes) {
      if (!wanted(prefix)) continue;
      const sharing = byPrefix.get(prefix);
      if (sharing === undefined) byPrefix.set(prefix, [rule]);
      else if (sharing.at(-1) !== rule) sharing.push(rule);
    }
  }
  if (BEYOND_LATIN1.test([...byPrefix.keys()].join(' '))) throw beyondLatin1(byPrefix);
  return byPrefix;
}

function beyondLatin1(byPrefix: ReadonlyMap<string, readonly SecretRule[]>): InternalError {
  const [, [rule] = []] = [...byPrefix].find(([prefix]) => BEYOND_LATIN1.test(prefix)) ?? [];
  return new InternalError(`rule \`${rule?.id}\` has a prefix that cannot be looked for`, { code: 'ERR_RULE_PREFIX' });
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
