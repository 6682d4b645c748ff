/** What `leasehold lint rules` prints: the catalogue of secrets, or one of them. */

import { RULES, ruleById, type SecretRule } from '@leasehold/checks';
import { ConfigError, suggest } from '@leasehold/core';
import { EXIT } from '../exit.ts';
import { type Input, textOf } from '../input.ts';
import type { Output, Shell } from '../shell.ts';

/**
 * Prints the rules.
 *
 * @throws ConfigError `ERR_LINT_RULE_UNKNOWN` when there is none of that id
 */
export function showRules(input: Input, { out }: Shell): number {
  const id = input.positional[0];
  const json = textOf(input, 'format') === 'json';
  if (id !== undefined) {
    const rule = knownRule(id);
    if (json) out.line(JSON.stringify(ruleData(rule), null, 2));
    else printRule(rule, out);
    return EXIT.clean;
  }
  const rules = [...RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (json) out.line(JSON.stringify(rules.map(ruleData), null, 2));
  else {
    const width = Math.max(...rules.map((rule) => rule.id.length));
    for (const rule of rules) out.line(`${rule.id.padEnd(width)}  ${rule.title}`);
  }
  return EXIT.clean;
}

/**
 * Finds a rule.
 *
 * @throws ConfigError `ERR_LINT_RULE_UNKNOWN` with what was probably meant
 */
export function knownRule(id: string): SecretRule {
  const rule = ruleById(id);
  if (rule) return rule;
  const near = suggest(
    id,
    RULES.map((known) => known.id),
  );
  throw new ConfigError(`there is no rule \`${id}\``, {
    code: 'ERR_LINT_RULE_UNKNOWN',
    help: near ? `did you mean \`${near}\`?` : '`leasehold lint rules` lists them',
  });
}

function ruleData({ id, title, description, severity, remedy, reference }: SecretRule): Readonly<Record<string, unknown>> {
  return { id, title, description, severity, remedy, ...(reference === undefined ? {} : { reference }) };
}

function printRule({ id, title, description, severity, remedy, reference }: SecretRule, out: Output): void {
  out.line(`${out.paint('bold', id)}  ${title}`);
  out.line(`  ${description}`);
  out.line(`  severity: ${severity}`);
  out.line(`  to do: ${remedy.rotate}`);
  if (remedy.provider !== undefined) out.line(`  made needless by: the provider \`${remedy.provider}\` of Leasehold`);
  if (reference !== undefined) out.line(`  reference: ${reference}`);
}
