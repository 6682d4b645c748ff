/** Turns what was found into what may be told: the value goes, a fingerprint and a preview stay. */

import { atLeast, type Finding, type Tier } from '@leasehold/core';
import { fingerprint } from './fingerprint.ts';
import { weighedByPath } from './fixture.ts';
import type { Lines } from './position.ts';
import { preview } from './preview.ts';
import type { RawFinding } from './raw-finding.ts';

/**
 * Makes the finding that is reported.
 *
 * @param lines - those of the file it was found in
 * @param path - as the report shows it; it says whether a key was made for tests
 * @param failOn - findings of this tier and stronger ones fail, but for those that a comment allows
 */
export function toFinding(found: RawFinding, lines: Lines, path: string, failOn: Tier): Finding {
  const raw = weighedByPath(found, path);
  const { rule, tier, severity } = raw;
  const from = lines.at(raw.start);
  const to = lines.at(Math.max(raw.start, raw.end - 1));
  return {
    ruleId: rule.id,
    title: rule.title,
    tier,
    severity,
    fails: raw.allowed === undefined && atLeast(tier, failOn),
    at: { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column },
    fingerprint: fingerprint(rule.id, raw.value),
    preview: preview(raw.value),
    why: raw.allowed === undefined ? raw.why : [...raw.why, raw.allowed],
    remedy: rule.remedy,
  };
}
