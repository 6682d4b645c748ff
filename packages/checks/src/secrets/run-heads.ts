/** What the kernel is told of the rules, so that it passes over the runs in which none of them can begin. */

import { type Choice, headTables } from '@leasehold/kernel';
import { RULES } from './catalogue.ts';
import { prefixHeads } from './prefix-heads.ts';
import { isAddress } from './resolver.ts';
import type { SecretRule } from './rule.ts';
import { RULE_HEADS } from './rule-heads.ts';
import { wholeOf } from './whole.ts';

/** The kernel passes over shorter pieces of runs. */
const LEAST_WHOLE = 16;

/**
 * What can be found by these rules in runs or right before them: of those of the catalogue by the table that is generated of them, of others by their prefixes alone.
 *
 * @returns nothing when a rule asks for all runs: one with a prefix that no table can say, or without one and with values too short
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

/** The rules behind those of the catalogue that have a prefix; all of them when they do not begin with it. */
function ownOf(rules: readonly SecretRule[]): readonly SecretRule[] {
  if (rules === RULES) return [];
  const known = RULES.filter(({ prefixes }) => prefixes.length > 0);
  return known.every((rule, index) => rule === rules[index]) ? rules.slice(known.length) : rules;
}
