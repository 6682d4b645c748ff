/** Tells the kernel what the values of rules begin with, so that it skips runs in which no value can begin. */

import { type Choice, headTables } from '@leasehold/kernel';
import { RULES } from './catalogue.ts';
import { prefixHeads } from './prefix-heads.ts';
import { isAddress } from './prefix-index.ts';
import type { SecretRule } from './rule.ts';
import { RULE_HEADS } from './rule-heads.ts';
import { wholeOf } from './whole.ts';

/** The kernel skips shorter pieces of runs. */
const LEAST_WHOLE = 16;

/**
 * Makes the kernel's choice of runs: for rules of the catalogue from the generated table, which knows what follows a prefix, and for others from their prefixes alone.
 *
 * @returns undefined when the kernel must report every run: a rule has a prefix that no table can hold, or none and values that are too short
 */
export function runChoiceOf(rules: readonly SecretRule[]): Choice | undefined {
  const own = ownOf(rules);
  const tables = own.length === 0 ? [] : headTables(prefixHeads(own, isWord, () => [[]]));
  const wholes = own.filter(({ prefixes }) => prefixes.includes('')).map(wholeOf);
  if (tables === undefined || wholes.some(({ least }) => least < LEAST_WHOLE)) return undefined;
  return { heads: own === rules ? tables : [...RULE_HEADS, ...tables], wholes };
}

function isWord(prefix: string): boolean {
  return !isAddress(prefix);
}

/** The rules behind those of the catalogue that have a prefix; all rules when the list does not begin with these. */
function ownOf(rules: readonly SecretRule[]): readonly SecretRule[] {
  if (rules === RULES) return [];
  const known = RULES.filter(({ prefixes }) => prefixes.length > 0);
  return known.every((rule, index) => rule === rules[index]) ? rules.slice(known.length) : rules;
}
