/** What `leasehold lint rules` prints: the catalogue of secrets, or one of them. */

import { realpathSync } from 'node:fs';
import { RULES, type SecretRule } from '@leasehold/checks';
import { ConfigError, suggest } from '@leasehold/core';
import { placedRules, readyRules, scannerSource } from '@leasehold/scan';
import { EXIT } from '../exit.ts';
import { type Input, textOf } from '../input.ts';
import type { Output, Shell } from '../shell.ts';

/**
 * Prints the rules.
 *
 * @throws ConfigError `ERR_LINT_RULE_UNKNOWN` when there is none of that id
 */
export async function showRules(input: Input, { out }: Shell): Promise<number> {
  const id = input.positional[0];
  const json = textOf(input, 'format') === 'json';
  if (id !== undefined) {
    const known = await knownRule(id);
    if (json) out.line(JSON.stringify(ruleData(known), null, 2));
    else printRule(known, out);
    return EXIT.clean;
  }
  const rules = (await allRules()).toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  if (json) out.line(JSON.stringify(rules.map(ruleData), null, 2));
  else {
    const width = Math.max(...rules.map(({ rule }) => rule.id.length));
    for (const { rule, file } of rules) {
      out.line(`${rule.id.padEnd(width)}  ${rule.title}${file === undefined ? '' : `  (${file})`}`);
    }
  }
  return EXIT.clean;
}

/** A rule, and the file that a custom one stands in. */
export interface ShownRule {
  readonly rule: SecretRule;
  readonly file?: string;
}

/** The catalogue, and the custom rules of the repository. */
async function allRules(): Promise<readonly ShownRule[]> {
  const source = scannerSource({ cwd: realpathSync.native(process.cwd()) });
  await readyRules(source);
  return [...RULES.map((rule) => ({ rule })), ...placedRules(source).map(({ rule, at: { file } }) => ({ rule, file }))];
}

/**
 * Finds a rule.
 *
 * @throws ConfigError `ERR_LINT_RULE_UNKNOWN` with what was probably meant
 */
export async function knownRule(id: string): Promise<ShownRule> {
  const rules = await allRules();
  const found = rules.find(({ rule }) => rule.id === id);
  if (found) return found;
  const near = suggest(
    id,
    rules.map(({ rule }) => rule.id),
  );
  throw new ConfigError(`there is no rule \`${id}\``, {
    code: 'ERR_LINT_RULE_UNKNOWN',
    help: near ? `did you mean \`${near}\`?` : '`leasehold lint rules` lists them',
  });
}

function ruleData({ rule, file }: ShownRule): Readonly<Record<string, unknown>> {
  const { id, title, description, severity, remedy, reference } = rule;
  return {
    id,
    title,
    description,
    severity,
    remedy,
    ...(reference === undefined ? {} : { reference }),
    ...(file === undefined ? {} : { file }),
  };
}

function printRule({ rule, file }: ShownRule, out: Output): void {
  const { id, title, description, severity, remedy, reference } = rule;
  out.line(`${out.paint('bold', id)}  ${title}`);
  out.line(`  ${description}`);
  out.line(`  severity: ${severity}`);
  out.line(`  to do: ${remedy.rotate}`);
  if (remedy.provider !== undefined) out.line(`  made needless by: the provider \`${remedy.provider}\` of Leasehold`);
  if (reference !== undefined) out.line(`  reference: ${reference}`);
  if (file !== undefined) out.line(`  custom rule of: ${file}`);
}
