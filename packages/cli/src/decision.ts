/** How a decision is shown: the answer, every rule that determined it, every claim that did not match. */

import { type Decision, formatDuration } from '@leasehold/core';
import { logLines, mismatchLines } from '@leasehold/report';
import type { Output } from './shell.ts';

/** Prints a decision. */
export function printDecision(decision: Decision, out: Output): void {
  const mark = decision.breakGlass ? ', break-glass' : '';
  if (decision.allowed) out.line(`${out.paint('green', 'allow')} ${decision.grant} for ${formatDuration(decision.ttl)}${mark}`);
  else out.line(`${out.paint('red', 'deny')} ${decision.grant}${mark}`);
  const width = Math.max(0, ...decision.rules.map(({ rule }) => rule.length));
  for (const { rule, passed, detail } of decision.rules) {
    out.line(
      `  ${passed ? out.paint('green', 'yes') : out.paint('red', 'no ')} ${logLines([`${rule.padEnd(width)}  ${detail}`])}`,
    );
  }
  if (decision.mismatches.length > 0) out.line(logLines(['claims that did not match:', ...mismatchLines(decision.mismatches)]));
}
