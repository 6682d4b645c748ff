/** Of findings that lie over each other, keeps the one with the best evidence. */

import { TIERS } from '@leasehold/core';
import type { RawFinding } from './raw-finding.ts';

/**
 * Keeps the findings that no better one overlaps: the stronger tier is better, then the longer value, then the one found first. What is known to be public is better than a guess from where it stands.
 *
 * @returns in order of their place
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

/** What is known to be public is not a secret by where it stands: leaves guesses out that lie within such a value. */
function withoutGuesses(findings: readonly RawFinding[]): readonly RawFinding[] {
  const known = findings.filter(({ tier, severity }) => tier === 'heuristic' && severity === 'info');
  if (known.length === 0) return findings;
  known.sort((a, b) => a.start - b.start);
  return findings.filter((finding) => {
    if (finding.tier !== 'contextual') return true;
    const before = known[placeOf(known, finding.start) - 1];
    return before === undefined || before.end < finding.end;
  });
}

/** Where a finding belongs among those in order of their start. */
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
