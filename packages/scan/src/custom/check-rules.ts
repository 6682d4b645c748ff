/** Tries custom rules on their own examples, with the scanner that scans files. */

import type { Problem } from '@leasehold/core';
import { openScanner } from '../open-scanner.ts';
import { readyRules } from './rule-loader.ts';
import type { ScannerSource } from './scanner-source.ts';

/** One custom rule that was checked; `positive` and `negative` count its examples. */
export interface CheckedRule {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly positive: number;
  readonly negative: number;
}

/** The rules that were checked, and their problems. */
export interface CheckedRules {
  readonly rules: readonly CheckedRule[];
  /** By file and line. */
  readonly problems: readonly Problem[];
}

/**
 * Checks the custom rules of a source: that each is well-formed, and that it finds its positive examples and none of its negative ones.
 *
 * Examples are tried only when all files are right, since each is tried among all rules.
 *
 * @throws ConfigError (`ERR_RULES_FILE`) when a file cannot be read
 */
export async function checkRules(source: ScannerSource): Promise<CheckedRules> {
  const { rulesFolder, rulesShown } = source;
  if (rulesFolder === undefined) return { rules: [], problems: [] };
  const [{ readRulesWithProblems }] = await Promise.all([import('./read-rules.ts'), readyRules(source)]);
  const { rules: read, problems: mistakes } = readRulesWithProblems(rulesFolder, rulesShown);
  const rules = read.map(({ rule: { id, title }, at: { file, line }, positive, negative }) => {
    return { id, title, file, line, positive: positive.length, negative: negative.length };
  });
  if (mistakes.length > 0) return { rules, problems: mistakes.toSorted(inOrder) };
  const scanner = openScanner(source);
  const found = (text: string): readonly string[] => scanner.scan(new TextEncoder().encode(text), '').map(({ rule }) => rule.id);
  const problems = read.flatMap(({ rule: { id, near }, positive, negative }): readonly Problem[] => {
    const missed = positive.flatMap(({ text, at }): readonly Problem[] => {
      const ids = found(text);
      if (ids.includes(id)) return [];
      const [other] = ids;
      const words = near === undefined ? '' : ', and whether a word of `near` stands in it';
      const help =
        other === undefined ? `look at its anchor, its length, and what stands around it${words}` : 'the rule may not be needed';
      const message =
        other === undefined ? `\`${id}\` does not find this example` : `\`${id}\` does not find this example, \`${other}\` does`;
      return [{ code: 'ERR_RULES_EXAMPLE', message, at, help }];
    });
    const wrong = negative.filter(({ text }) => found(text).includes(id));
    return [
      ...missed,
      ...wrong.map(({ at }) => ({
        code: 'ERR_RULES_EXAMPLE',
        message: `\`${id}\` finds this example, which it must not`,
        at,
        help: 'make the pattern narrower, or move the example to `positive`',
      })),
    ];
  });
  return { rules, problems: problems.toSorted(inOrder) };
}

function inOrder(a: Problem, b: Problem): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.line - b.at.line || a.at.column - b.at.column;
}
