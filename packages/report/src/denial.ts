/** Why the policy said no. */

import type { Decision } from '@leasehold/core';
import { blocks, code, sentence, table } from './markdown.ts';
import { mismatchLines, mismatchTable } from './mismatch.ts';
import { logLines } from './plain.ts';

/**
 * Every rule that was looked at, and every claim that did not match, for the job's summary.
 *
 * @returns Markdown; words of others are escaped
 */
export function denialSummary(decision: Decision): string {
  const rows = decision.rules.map(({ rule, passed, detail }) => [code(rule), passed ? 'passed' : '**failed**', sentence(detail)]);
  return blocks(
    `### Denied: ${code(decision.grant)}`,
    rows.length === 0 ? 'No rule admits this job.' : table(['Rule', 'Result', 'Why'], rows),
    mismatchTable(decision.mismatches),
  );
}

/** The same for the log: the rules that failed, and the claims. */
export function denialText(decision: Decision): string {
  const failed = decision.rules.filter(({ passed }) => !passed);
  return logLines([
    `denied: ${decision.grant}`,
    ...failed.map(({ rule, detail }) => `  ${rule}: ${detail}`),
    ...mismatchLines(decision.mismatches),
  ]);
}
