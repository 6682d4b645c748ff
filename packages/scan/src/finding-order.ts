/** The order of findings in a report: by path, then by place, so that it is the same however they were come upon. */

import type { Finding } from '@leasehold/core';

/** Compares two findings. */
export function inOrder(a: Finding, b: Finding): number {
  return (
    inTextOrder(a.at.path, b.at.path) || a.at.line - b.at.line || a.at.column - b.at.column || inTextOrder(a.ruleId, b.ruleId)
  );
}

/** Compares two strings, whatever the language of the system. */
export function inTextOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
