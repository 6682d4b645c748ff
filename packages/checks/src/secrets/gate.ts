/** One pattern for all rules that share a prefix: where it does not match, none of their shapes does. */

import type { Budgeted } from './budget.ts';
import type { BudgetedRule } from './budgeted-rule.ts';

/** Numbered and named references: in a joined pattern the groups count differently. */
const REFERENCE = /\\[1-9k]/;
const NAMED = /\(\?<[A-Za-z]\w*>/g;

/** Rules out several rules in one attempt. */
export interface Gate extends Budgeted {
  readonly pattern: RegExp;
}

/** Makes the gate of some rules; undefined for a single rule, and where the shapes cannot be joined. */
export function newGate(rules: readonly BudgetedRule[]): Gate | undefined {
  const pattern = joined(rules.map(({ rule }) => rule.shape));
  if (pattern === undefined) return undefined;
  const extents = rules.map(({ extent }) => extent());
  const extent = { least: Math.min(...extents.map(({ least }) => least)), most: Math.max(...extents.map(({ most }) => most)) };
  const crosses = rules.some((budgeted) => budgeted.crosses());
  const ways = rules.reduce((sum, rule) => sum + rule.ways, 0);
  return { pattern, extent: () => extent, crosses: () => crosses, ways, spent: 0, scan: 0 };
}

function joined(shapes: readonly RegExp[]): RegExp | undefined {
  if (shapes.length < 2 || shapes.some(({ flags, source }) => flags !== 'y' || REFERENCE.test(source))) return undefined;
  return new RegExp(shapes.map(({ source }) => `(?:${source.replaceAll(NAMED, '(?:')})`).join('|'), 'y');
}
