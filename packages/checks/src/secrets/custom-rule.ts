/** A custom rule: what a user wrote for credentials of their own, checked and made into a rule of the engine. */

import type { Severity } from '@leasehold/core';
import { canBegin, costOf } from './custom-rule-cost.ts';
import { readPattern } from './custom-rule-pattern.ts';
import type { PatternFault } from './custom-rule-reader.ts';
import { extentOf } from './extent.ts';
import type { SecretRule } from './rule.ts';

export { LONGEST_PATTERN } from './custom-rule-pattern.ts';

/** The tiers that a rule without a check can reach. */
export const CUSTOM_TIERS = ['prefixed', 'contextual', 'heuristic'] as const;

/** What a custom rule says; see docs/custom-rules.md. */
export interface CustomRule {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly tier: (typeof CUSTOM_TIERS)[number];
  /** Literals of which one begins the value, or the names of which one is assigned it. */
  readonly anchors: readonly string[];
  readonly anchoredBy: 'value' | 'name';
  /** Of the value, with its anchor where that begins it. */
  readonly pattern: string;
  /** Lower case. */
  readonly near?: readonly string[];
  /** Where it is rotated or revoked, one sentence. */
  readonly remedy: string;
  readonly reference?: string;
  /** Texts in which the rule must find something, and in which it must not. */
  readonly examples: { readonly positive: readonly string[]; readonly negative: readonly string[] };
}

/** What the engine can look for: 3 to 40 printable ASCII characters without a space. */
export const ANCHOR_FORM: RegExp = /^[\x21-\x7e]{3,40}$/;

/** Most bytes of a value: no credential is longer that is not a file of its own. */
const LONGEST_VALUE = 4096;

/** What stands between a name and its value: the end of a quoted key, the operator, the opening quote. */
const ASSIGNED = '["\'`]?\\]?[ \\t]{0,8}(?:=>|:=|=|:)[ \\t]{0,8}(?:["\'`]|\\\\["\'])?';

/**
 * Finds what is wrong with the pattern of a rule: it cannot run in linear time, its matches are too long or may be empty, or none of them begins with an anchor.
 *
 * @returns undefined when it is right
 */
export function customPatternFault({
  pattern,
  anchors,
  anchoredBy,
}: Pick<CustomRule, 'pattern' | 'anchors' | 'anchoredBy'>): PatternFault | undefined {
  const read = readPattern(pattern);
  if ('fault' in read) return read.fault;
  const { least, most } = extentOf({ source: pattern });
  const whole = { offset: 0 };
  if (most > LONGEST_VALUE) {
    return { ...whole, message: `a match can be longer than ${LONGEST_VALUE} bytes`, help: 'count fewer' };
  }
  const { fault } = costOf(read.piece);
  if (fault !== undefined) return fault;
  if (anchoredBy === 'name') {
    if (least === 0)
      return { ...whole, message: 'the pattern matches nothing at all, too', help: 'ask for at least one character' };
    if (!read.narrows) return undefined;
    return {
      ...whole,
      message: 'the group `secret` is not for rules with `name`',
      help: 'the pattern is that of the value alone',
    };
  }
  const unfit = anchors.find((anchor) => !canBegin(read.piece, anchor));
  if (unfit === undefined) return undefined;
  const help = 'the pattern is that of the whole value, from its anchor on';
  return { ...whole, message: `no match of the pattern begins with \`${unfit}\``, help };
}

/** Makes the rule that the engine runs; the pattern must have passed {@link customPatternFault}. */
export function secretRuleOf(custom: CustomRule): SecretRule {
  const { id, title, description, severity, tier, anchors, anchoredBy, pattern, near, remedy, reference, examples } = custom;
  const rule: SecretRule = {
    id,
    title,
    description,
    severity,
    tier,
    prefixes: anchors,
    shape: new RegExp(anchoredBy === 'value' ? pattern : assignedPattern(anchors, pattern), 'y'),
    ways: waysOf(pattern),
    ...(near === undefined ? {} : { near }),
    remedy: { rotate: remedy },
    ...(reference === undefined ? {} : { reference }),
    examples: () => examples,
  };
  if (anchoredBy === 'value') return rule;
  const names = anchors.map((name) => `\`${name}\``).join(' or ');
  return {
    ...rule,
    check: () => ({ evidence: 'shape', why: `it is assigned to ${names} and has the shape that the rule asks for` }),
  };
}

function waysOf(pattern: string): number {
  const read = readPattern(pattern);
  return 'fault' in read ? 1 : costOf(read.piece).ways;
}

function assignedPattern(names: readonly string[], pattern: string): string {
  const literals = names.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return `(?:${literals.join('|')})${ASSIGNED}(?<secret>${pattern})`;
}
