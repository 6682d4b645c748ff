/** What lint found as the code quality report of GitLab. */

import type { LintReport, Severity } from '@leasehold/core';
import { oneLine } from '../plain.ts';
import { occurrences, worstFirst } from './order.ts';
import { paragraph } from './phrases.ts';

const QUALITY: Readonly<Record<Severity, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
};

/**
 * The report for `artifacts:reports:codequality`.
 *
 * Reference: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 *
 * @returns JSON without a line break at the end
 */
export function lintCodeQuality(report: LintReport): string {
  const findings = worstFirst(report.findings);
  const marks = occurrences(findings);
  return JSON.stringify(
    findings.map((finding) => ({
      description: oneLine(paragraph(finding)),
      check_name: finding.ruleId,
      // GitLab shows one of the entries that share a fingerprint.
      fingerprint: `${marks.get(finding)}:${finding.at.path}`,
      severity: finding.fails ? QUALITY[finding.severity] : 'info',
      location: { path: finding.at.path, lines: { begin: finding.at.line, end: finding.at.endLine } },
    })),
    null,
    2,
  );
}
