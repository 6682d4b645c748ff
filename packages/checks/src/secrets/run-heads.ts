/** What the kernel is told of the rules, so that it passes over the runs in which none of them can begin. */

import type { Choice, Whole } from '@leasehold/kernel';
import { OPENERS, tokensBehind } from './openers.ts';
import { type ArmedRule, leadOf, type PrefixIndex } from './resolver.ts';
import { isClass, LINK, TOKEN } from './token-byte.ts';

/** The kernel looks no further before a run. */
const MOST_LEAD = 63;
/** The kernel passes over shorter pieces of runs. */
const LEAST_WHOLE = 16;

const openers: ReadonlySet<string> = new Set(OPENERS);

/**
 * What a sweep of this index can find in runs or right before them.
 *
 * @returns nothing when a rule asks for all runs: one with a prefix that stands too far before, or without one and with values too short
 */
export function runChoiceOf({ buckets, bare, leads }: PrefixIndex): Choice | undefined {
  const wholes = bare.map(wholeOf);
  if (leads.some((lead) => lead > MOST_LEAD) || wholes.some(({ least }) => least < LEAST_WHOLE)) return undefined;
  const heads: Choice['heads'][number][] = [];
  const singles = new Set<string>();
  for (const { prefix, rules } of buckets.flat()) {
    const lead = leadOf(prefix);
    const need = openers.has(prefix) ? Math.min(...rules.map(needOf)) : 0;
    if (prefix.length > 1) heads.push({ text: prefix, lead, need });
    else if (!singles.has(prefix)) {
      // It stands in the bucket of every pair that it may begin.
      singles.add(prefix);
      for (const text of pairsOf(prefix)) heads.push({ text, lead, need });
    }
  }
  return { heads, wholes };
}

function wholeOf({ rule, extent }: ArmedRule): Whole {
  const { least, most } = extent();
  return { least, most, mark: rule.shape.ignoreCase ? '' : markOf(rule.shape.source) };
}

/** The longest literal that every match of a pattern has in it; empty when none is plain to see. */
function markOf(source: string): string {
  let plain = source.replaceAll(/\[(?:\\.|[^\]\\])*\](?:\{[^}]*\}|\?)?/g, ' ');
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replaceAll(/\([^()]*\)(?:\{[^}]*\}|\?)?/g, ' ');
  }
  if (plain.includes('|') || plain.includes('\\')) return '';
  const literals = plain.replaceAll(/.(?:\{[^}]*\}|\?)/g, ' ').split(/[^A-Za-z0-9_-]+/);
  return literals.reduce((longest, literal) => (literal.length > longest.length ? literal : longest), '');
}

/** How many token characters follow an opener; of other prefixes nothing is worked out, since most stand nowhere by chance and their shapes are compiled only when one does. */
function needOf({ rule, extent }: ArmedRule): number {
  return tokensBehind(rule.shape, extent().least);
}

/** The kernel looks for two bytes or more; a single one goes with whatever may follow it in a value. */
function pairsOf(prefix: string): readonly string[] {
  return Array.from({ length: 256 }, (_, second) => second)
    .filter((second) => isClass(second, TOKEN | LINK))
    .map((second) => prefix + String.fromCharCode(second));
}
