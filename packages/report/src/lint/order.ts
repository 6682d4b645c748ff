/** Findings in the order in which a person should see them, and those of one secret together. */

import { type Finding, SEVERITIES, TIERS } from '@leasehold/core';

/** One secret, wherever it stands: never empty, the first place first. */
export type SameSecret = readonly [Finding, ...Finding[]];

/** Sorts a copy: what fails first, then the stronger evidence, then the worse kind, then by place. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      Number(b.fails) - Number(a.fails) ||
      TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compare(a.at.path, b.at.path) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column,
  );
}

/** Puts the places of one secret together, worst first: a key that stands in ten files is one thing to rotate. */
export function bySecret(findings: readonly Finding[]): readonly SameSecret[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of worstFirst(findings)) {
    const key = `${finding.fails} ${finding.ruleId} ${finding.fingerprint}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

/**
 * Tells apart the places of one secret within one file: the fingerprint with the number of its occurrence, from 1 in the order given.
 *
 * It does not depend on the line, so that it stays the same while the text above grows.
 */
export function occurrences(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const key = `${finding.fingerprint} ${finding.at.path}`;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return [finding, `${finding.fingerprint}:${count}`];
    }),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
