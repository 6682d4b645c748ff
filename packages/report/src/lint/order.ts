/** The order in which a person should see findings, with those of one secret together. */

import { type Finding, SEVERITIES, TIERS } from '@leasehold/core';

/** The findings of one secret; never empty, the worst first. */
export type SameSecret = readonly [Finding, ...Finding[]];

/** Sorts a copy: findings that fail first, then by tier, severity and place. */
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

/** Groups the findings of one secret, worst first: a key that stands in ten files is one thing to rotate. */
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
 * Numbers the occurrences of one secret within one file.
 *
 * @returns for each finding its fingerprint, a colon and the number of the occurrence, from 1 in the order given; it does not depend on the line, so that it stays the same while text above is added
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
