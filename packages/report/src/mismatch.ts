/** Claims that did not match, beside what would have. */

import type { ClaimMismatch } from '@leasehold/core';
import { code, table } from './markdown.ts';

/** A table of the difference; empty when there is none. */
export function mismatchTable(mismatches: readonly ClaimMismatch[]): string {
  const rows = mismatches.map(({ claim, actual, expected, source }) => [
    code(claim),
    actual === undefined ? 'absent' : code(actual),
    expected.map(code).join('<br>'),
    code(source),
  ]);
  return rows.length === 0 ? '' : table(['Claim', 'This job', 'Would match', 'Where'], rows);
}

/** The same for the log, a line each. */
export function mismatchLines(mismatches: readonly ClaimMismatch[]): readonly string[] {
  return mismatches.map(
    ({ claim, actual, expected, source }) =>
      `  ${claim}: is ${actual === undefined ? 'absent' : `\`${actual}\``}, would match ${expected.map((value) => `\`${value}\``).join(' or ')} (${source})`,
  );
}
