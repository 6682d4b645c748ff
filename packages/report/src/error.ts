/** An error as a person reads it: what, the next step, where. */

import { ConfigError, type LeaseholdError } from '@leasehold/core';
import { logLines } from './plain.ts';
import { problemsText } from './problems.ts';
import { scrubTokens } from './scrub.ts';

const DEEPEST_CAUSE = 3;

/**
 * Writes an error with its code, what led to it, its help and its problems.
 *
 * Causes may come from libraries, so that everything is scrubbed.
 */
export function errorText(error: LeaseholdError): string {
  const lines = logLines([
    `${[error.message, ...causes(error)].join(': ')} [${error.code}]`,
    ...(error.help === undefined ? [] : [`  help: ${error.help}`]),
  ]);
  const problems = error instanceof ConfigError ? error.problems : [];
  const [first] = problems;
  if (first === undefined) return scrubTokens(lines);
  // The sentence about a file mostly is its first problem; then the list alone says it all.
  const list = problemsText(problems);
  return scrubTokens(error.message.includes(first.message) ? list : `${lines}\n${list}`);
}

function causes(error: Error): readonly string[] {
  const found: string[] = [];
  for (let cause = error.cause; cause instanceof Error && found.length < DEEPEST_CAUSE; cause = cause.cause) {
    // A wrapped error often repeats the sentence of what it wraps.
    if (cause.message !== '' && !error.message.includes(cause.message)) found.push(cause.message);
  }
  return found;
}
