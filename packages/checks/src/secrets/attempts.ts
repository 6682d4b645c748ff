/** Matches the shapes of rules at given offsets, within the budget of each rule. */

import { endsValue } from './boundary.ts';
import { bookFailure, mayTry, newStretches } from './budget.ts';
import type { BudgetedRule } from './budgeted-rule.ts';
import type { Match } from './judge.ts';
import type { PrefixEntry } from './prefix-index.ts';
import { newTextWindow } from './window.ts';

/** Bytes before a prefix that the lookbehinds of its shape can see. */
const BEFORE = 8;

/** Attempts on one piece of bytes. */
export interface Attempts {
  /** Matches the shape of one rule at an offset where its prefix stands, and reports the match. */
  match(budgeted: BudgetedRule, prefix: string, at: number): void;
  /** Tries all rules of a prefix at once, and tells whether none of them can match at an offset. */
  ruleOut(entry: PrefixEntry, at: number): boolean;
}

/** Numbers the scans of this thread, so that budgets know when a new one begins. */
let scans = 0;

/**
 * Begins the attempts on bytes.
 *
 * @param found - called for each match that ends where a value may end
 */
export function newAttempts(bytes: Uint8Array, found: (match: Match) => void): Attempts {
  const scan = ++scans;
  const window = newTextWindow(bytes);
  const stretches = newStretches(bytes);
  return {
    match(budgeted, prefix, at) {
      if (!mayTry(budgeted, at, scan)) return;
      window.cover(at - BEFORE, at + budgeted.extent().most + 1);
      const { rule } = budgeted;
      const { shape } = rule;
      shape.lastIndex = at - window.from;
      const matched = shape.exec(window.text);
      if (matched === null) {
        bookFailure(budgeted, stretches, at);
        return;
      }
      const secret = matched.groups?.secret;
      // Searched from the end: the name before the value may be spelt like the value.
      const offset = secret === undefined ? 0 : matched[0].lastIndexOf(secret);
      const start = at + offset;
      const end = start + (secret ?? matched[0]).length;
      if (endsValue(bytes, start, end)) found({ rule, prefix, start, end });
      else bookFailure(budgeted, stretches, at);
    },
    ruleOut({ gate }, at) {
      const all = gate();
      if (all === undefined) return false;
      if (!mayTry(all, at, scan)) return true;
      const { pattern } = all;
      window.cover(at - BEFORE, at + all.extent().most + 1);
      pattern.lastIndex = at - window.from;
      if (pattern.test(window.text)) return false;
      bookFailure(all, stretches, at);
      return true;
    },
  };
}
