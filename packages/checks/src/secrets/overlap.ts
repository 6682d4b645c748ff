/** Keeps, of findings that overlap, the one with the best evidence. */

import { TIERS } from '@leasehold/core';
import type { RawFinding } from './raw-finding.ts';
import type { SecretRule } from './rule.ts';

/**
 * Keeps the findings that no better one overlaps: the stronger tier is better, then the longer value, then the one found first. A contextual finding within a value that is known to be public, or that its rule looked into and demoted, is dropped before.
 *
 * @returns in order of their offsets
 */
export function withoutOverlaps(findings: readonly RawFinding[]): readonly RawFinding[] {
  if (findings.length < 2) return findings;
  const order = withoutGuesses(findings).map((finding, index) => ({ finding, index, rank: TIERS.indexOf(finding.tier) }));
  order.sort(
    (a, b) => a.rank - b.rank || b.finding.end - b.finding.start - (a.finding.end - a.finding.start) || a.index - b.index,
  );
  const kept: RawFinding[] = [];
  for (const { finding } of order) {
    const place = placeOf(kept, finding.start);
    const before = kept[place - 1];
    const behind = kept[place];
    if (before !== undefined && before.end > finding.start) continue;
    if (behind !== undefined && behind.start < finding.end) continue;
    kept.splice(place, 0, finding);
  }
  return kept;
}

/** Drops contextual findings within a value of which more is known: that it is public, or that its checksum does not hold. Its surroundings do not make it a secret. */
function withoutGuesses(findings: readonly RawFinding[]): readonly RawFinding[] {
  const known = findings.filter(({ rule, tier, severity }) => tier === 'heuristic' && (severity === 'info' || isDemoted(rule)));
  if (known.length === 0) return findings;
  known.sort((a, b) => a.start - b.start);
  return findings.filter((finding) => {
    if (finding.tier !== 'contextual') return true;
    const before = known[placeOf(known, finding.start) - 1];
    return before === undefined || before.end < finding.end;
  });
}

/** Whether a heuristic finding of a rule was worth more before the rule looked into it; rules that go by the surroundings have no prefix, and look into nothing. */
function isDemoted({ prefixes, tier }: SecretRule): boolean {
  return prefixes.length > 0 && tier !== 'heuristic';
}

/** Index at which a finding with this start belongs among findings in order. */
function placeOf(kept: readonly RawFinding[], start: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle] as RawFinding).start <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
