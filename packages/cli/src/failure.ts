/** How an error is told to a person: every place that is wrong, or the sentence with its code and the next step. */

import { ConfigError, LeaseholdError } from '@leasehold/core';
import { errorText, problemsText } from '@leasehold/report';
import type { Output } from './shell.ts';

/** Prints an error. */
export function printFailure(error: unknown, output: Output): void {
  if (error instanceof ConfigError && error.problems.length > 0) {
    output.line(problemsText(error.problems));
    return;
  }
  const label = output.paint('red', 'error:');
  if (error instanceof LeaseholdError) {
    output.line(`${label} ${errorText(error)}`);
    return;
  }
  // The text of an unexpected error may quote what it was working on, so only its kind, its code and its place are shown.
  const name = error instanceof Error ? error.name : typeof error;
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  output.line(
    `${label} unexpected ${name}${typeof code === 'string' ? ` \`${code}\`` : ''}; this is a defect in leasehold [ERR_UNEXPECTED]`,
  );
  if (error instanceof Error) for (const frame of framesOf(error)) output.line(`  ${frame}`);
}

function framesOf(error: Error): readonly string[] {
  return (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 5);
}
