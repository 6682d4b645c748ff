/** Reads one file of custom rules: the rules that are right, and every mistake with its place. */

import { ruleById, type SecretRule } from '@leasehold/checks';
import { CUSTOM_TIERS, type CustomRule, customPatternFault, secretRuleOf } from '@leasehold/checks/custom-rule';
import type { Problem, Severity, SourcePosition } from '@leasehold/core';
import { readRuleSource } from './rule-source.ts';
import { type Example, type RuleValues, readRuleValues } from './rule-values.ts';

/** A custom rule, and the places of its parts. */
export interface ReadRule {
  readonly rule: SecretRule;
  /** Place of its id; the file as messages show it. */
  readonly at: SourcePosition;
  readonly positive: readonly Example[];
  readonly negative: readonly Example[];
}

/** The rules and the mistakes of one file. */
export interface ReadRuleFile {
  readonly rules: readonly ReadRule[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a file that holds one rule, or a list of them.
 *
 * @param file - its path as messages show it
 */
export function readRuleFile(text: string, file: string): ReadRuleFile {
  const { value, problems: found } = readRuleSource(text, file);
  const problems = [...found];
  if (value === undefined) return { rules: [], problems };
  if (value.kind === 'nothing') {
    const help = 'write a rule, or remove the file';
    return { rules: [], problems: [{ code: 'ERR_RULES_FILE', message: 'the file holds no rule', at: value.at(), help }] };
  }
  const rules = (value.kind === 'list' ? value.items : [value]).flatMap((item) => {
    const before = problems.length;
    const values = readRuleValues(item, problems);
    const rule = values === undefined ? undefined : readRule(values, problems);
    return rule === undefined || problems.length > before ? [] : [rule];
  });
  return { rules, problems };
}

function readRule(values: RuleValues, problems: Problem[]): ReadRule | undefined {
  const { texts, at, positive, negative } = values;
  const text = (key: Parameters<typeof texts.get>[0]): string | undefined => texts.get(key)?.[0]?.text;
  const id = texts.get('id')?.[0];
  if (id !== undefined && ruleById(id.text) !== undefined) {
    const help = `give it another id; \`leasehold lint rules ${id.text}\` shows the other one`;
    problems.push({ code: 'ERR_RULES_DUPLICATE', message: `\`${id.text}\` is a rule of the catalogue`, at: id.at(), help });
  }
  const anchors = anchorsOf(values, problems);
  const pattern = texts.get('pattern')?.[0];
  if (anchors === undefined || pattern === undefined) return undefined;
  const fault = customPatternFault({ ...anchors, pattern: pattern.text });
  if (fault !== undefined) {
    const { offset, message, help } = fault;
    problems.push({ code: 'ERR_RULES_PATTERN', message, at: pattern.at(offset), help });
    return undefined;
  }
  const near = texts.get('near')?.map((word) => word.text.toLowerCase());
  const reference = text('reference');
  const usual = anchors.anchoredBy === 'name' ? 'contextual' : 'prefixed';
  const custom: CustomRule = {
    id: id?.text ?? '',
    title: text('title') ?? '',
    description: text('description') ?? '',
    severity: (text('severity') ?? 'high') as Severity,
    tier: CUSTOM_TIERS.find((tier) => tier === text('tier')) ?? usual,
    ...anchors,
    pattern: pattern.text,
    ...(near === undefined ? {} : { near }),
    remedy: text('remedy') ?? '',
    ...(reference === undefined ? {} : { reference }),
    examples: { positive: positive.map((example) => example.text), negative: negative.map((example) => example.text) },
  };
  return { rule: secretRuleOf(custom), at: id?.at() ?? at, positive, negative };
}

/** Reads `anchor` or `name`, one of which a rule must have. */
function anchorsOf({ texts, at }: RuleValues, problems: Problem[]): Pick<CustomRule, 'anchors' | 'anchoredBy'> | undefined {
  const [anchor, name] = [texts.get('anchor'), texts.get('name')];
  const both = anchor !== undefined && name !== undefined;
  const [item] = (both ? name : (anchor ?? name)) ?? [];
  if (both || item === undefined) {
    const message = both ? '`anchor` and `name` exclude each other' : 'a rule needs `anchor` or `name`';
    const help = 'name what the value begins with under `anchor`, or what it is assigned to under `name`';
    // Not again when one is there and wrong.
    if (both || !problems.some((problem) => /`(?:anchor|name)`/.test(problem.message))) {
      problems.push({ code: both ? 'ERR_RULES_VALUE' : 'ERR_RULES_MISSING', message, at: item?.at() ?? at, help });
    }
    return undefined;
  }
  const anchoredBy = anchor === undefined ? 'name' : 'value';
  const anchors = (anchor ?? name ?? []).map(({ text }) => text);
  const address = anchors.find((text) => text.startsWith('://'));
  if (address === undefined) return { anchors, anchoredBy };
  const help = 'begin with the scheme, such as `acme://`';
  problems.push({ code: 'ERR_RULES_VALUE', message: `\`${address}\` begins no value`, at: item.at(), help });
  return undefined;
}
