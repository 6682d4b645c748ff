/** Mistakes in a file, as compilers print them. */

import type { Problem } from '@leasehold/core';
import { logLines } from './plain.ts';

/**
 * Writes each problem as `file:line:column: message [code]`, with its help on the next line.
 *
 * @example problemsText(error.problems)
 */
export function problemsText(problems: readonly Problem[]): string {
  return logLines(
    problems.flatMap(({ at, message, code, help }) => [
      `${at.file}:${at.line}:${at.column}: ${message} [${code}]`,
      ...(help === undefined ? [] : [`  help: ${help}`]),
    ]),
  );
}
