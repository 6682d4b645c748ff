/** Finds the rules by the prefixes of their values, in a time that does not grow with the number of rules. */

import { InternalError } from '@leasehold/core';
import { type BudgetedRule, newRuleBudgets, type RuleBudgets } from './budgeted-rule.ts';
import { type Gate, newGate } from './gate.ts';
import { leadsOf, pairsOf } from './prefix-heads.ts';
import type { SecretRule } from './rule.ts';
import { ALNUM, isClass } from './token-byte.ts';

/** One pattern over all prefixes instead of a loop over each: code that runs once for a thousand of them is never optimized. */
const BEYOND_LATIN1 = /[\u0100-\uffff]/;
/** What an address has behind its scheme. */
const AUTHORITY = '://';

/** One prefix and its rules. */
export interface PrefixEntry {
  readonly prefix: string;
  /** Begins with a letter or digit, so that what stands before it matters. */
  readonly word: boolean;
  readonly rules: readonly BudgetedRule[];
  /** Matches wherever one of several rules does; made when it is first needed. */
  readonly gate: () => Gate | undefined;
}

/** Prefixes by their first two bytes. */
export interface PrefixIndex {
  /** Number of the bucket, by `first << 8 | second`; 0 means that no prefix begins so. */
  readonly heads: Uint16Array;
  /** 1 where a bucket has a prefix with that third byte, by `bucket << 8 | third`; a prefix of two bytes has all of them. */
  readonly thirds: Uint8Array;
  /** The entries of each bucket, longest prefix first. */
  readonly buckets: readonly (readonly PrefixEntry[])[];
  /** Distances in bytes from the beginning of a prefix such as `FlyV1 fm2_` to the run in which it ends, where a byte between them joins no tokens. */
  readonly leads: readonly number[];
  /** Rules whose values have no prefix. */
  readonly bare: readonly BudgetedRule[];
}

/** Tells whether values with a prefix are looked for in addresses only. */
export function isAddress(prefix: string): boolean {
  return prefix.startsWith(AUTHORITY);
}

/**
 * Builds the index of all prefixes that a filter lets through. A rule gets its budget when one of its prefixes is first met: of a thousand rules, a scan meets few.
 *
 * @throws InternalError (`ERR_RULE_PREFIX`) when a prefix is not latin1
 */
export function newPrefixIndex(rules: readonly SecretRule[], wanted: (prefix: string) => boolean): PrefixIndex {
  const budgets = newRuleBudgets();
  const heads = new Uint16Array(65536);
  const buckets: PrefixEntry[][] = [[]];
  const bare: BudgetedRule[] = [];
  const file = (entry: PrefixEntry, pair: string): void => {
    const head = (pair.charCodeAt(0) << 8) | pair.charCodeAt(1);
    const bucket = heads[head] as number;
    if (bucket === 0) heads[head] = buckets.push([entry]) - 1;
    else (buckets[bucket] as PrefixEntry[]).push(entry);
  };
  const byPrefix = rulesByPrefix(rules, wanted);
  byPrefix.forEach((sharing, prefix) => {
    if (prefix === '') {
      bare.push(...sharing.map(budgets));
      return;
    }
    const entry = new LazyEntry(prefix, sharing, budgets);
    if (prefix.length > 1) file(entry, prefix);
    else for (const pair of pairsOf(prefix)) file(entry, pair);
  });
  for (const bucket of buckets) if (bucket.length > 1) bucket.sort(longestFirst);
  return { heads, thirds: thirdsOf(buckets), buckets, leads: leadsOf([...byPrefix.keys()]), bare };
}

function longestFirst(a: PrefixEntry, b: PrefixEntry): number {
  return b.prefix.length - a.prefix.length;
}

/** An entry that makes its budgets and its gate on demand; a class, since a thousand are made at once. */
class LazyEntry implements PrefixEntry {
  readonly prefix: string;
  readonly word: boolean;
  readonly gate = (): Gate | undefined => {
    this.#gate ??= { made: newGate(this.rules) };
    return this.#gate.made;
  };
  readonly #sharing: readonly SecretRule[];
  readonly #budgets: RuleBudgets;
  #rules: readonly BudgetedRule[] | undefined;
  #gate: { readonly made: Gate | undefined } | undefined;

  constructor(prefix: string, sharing: readonly SecretRule[], budgets: RuleBudgets) {
    this.prefix = prefix;
    this.word = isClass(prefix.charCodeAt(0), ALNUM);
    this.#sharing = sharing;
    this.#budgets = budgets;
  }

  get rules(): readonly BudgetedRule[] {
    this.#rules ??= this.#sharing.map(this.#budgets);
    return this.#rules;
  }
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
