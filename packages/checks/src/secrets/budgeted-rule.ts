/** A rule together with the budget of its attempts. */

import type { Budgeted } from './budget.ts';
import { type Extent, extentOf } from './extent.ts';
import type { SecretRule } from './rule.ts';

/** A shape with one of these can match spaces and quotes. */
const CROSSES = /\\[snrtSDW]| |\[\^/;

/** A rule as the sweep tries it. */
export interface BudgetedRule extends Budgeted {
  readonly rule: SecretRule;
}

/** Gives each rule one budget, however many prefixes it is found by. */
export type RuleBudgets = (rule: SecretRule) => BudgetedRule;

/** Opens the budgets of an index; each is made when its rule is first asked for. */
export function newRuleBudgets(): RuleBudgets {
  const known = new Map<SecretRule, BudgetedRule>();
  return (rule) => {
    const budgeted = known.get(rule) ?? withBudget(rule);
    known.set(rule, budgeted);
    return budgeted;
  };
}

function withBudget(rule: SecretRule): BudgetedRule {
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
    ways: rule.ways ?? 1,
    spent: 0,
    scan: 0,
  };
}
