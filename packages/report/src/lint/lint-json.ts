/** What lint found, for programs: one JSON document, or one line per finding. */

import type { Finding, LintReport, Provenance } from '@leasehold/core';
import { worstFirst } from './order.ts';

/** Version of the format; docs/reference/lint.schema.json describes it. */
export const LINT_FORMAT_VERSION = 1;

/**
 * The whole report as one document, findings worst first.
 *
 * @returns JSON by `docs/reference/lint.schema.json`, without a line break at the end
 * @example JSON.parse(lintJson(report)).findings.filter((finding) => finding.fails)
 */
export function lintJson(report: LintReport): string {
  return JSON.stringify({ ...summaryData(report), findings: worstFirst(report.findings).map(findingData) }, null, 2);
}

/**
 * One JSON object per line: for each finding a line of the type `finding`, worst first, and at the end one of the type `summary`, by which a reader knows that nothing was cut off.
 *
 * @returns lines without a break at the end
 */
export function lintJsonLines(report: LintReport): string {
  return [
    ...worstFirst(report.findings).map((finding) => ({ type: 'finding', ...findingData(finding) })),
    { type: 'summary', ...summaryData(report), findings: report.findings.length },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n');
}

function summaryData(report: LintReport): Readonly<Record<string, unknown>> {
  const { failOn, files, bytes, allowed, skipped, notes, findings } = report;
  return {
    version: LINT_FORMAT_VERSION,
    failOn,
    failing: findings.filter(({ fails }) => fails).length,
    files,
    bytes,
    allowed,
    skipped: skipped.map(({ path, reason }) => ({ path, reason })),
    notes,
  };
}

function findingData(finding: Finding): Readonly<Record<string, unknown>> {
  const { ruleId, title, tier, severity, fails, at, fingerprint, preview, why, remedy, commit, provenance } = finding;
  return {
    ruleId,
    title,
    path: at.path,
    line: at.line,
    column: at.column,
    endLine: at.endLine,
    endColumn: at.endColumn,
    tier,
    severity,
    fails,
    fingerprint,
    preview,
    why,
    remedy: { rotate: remedy.rotate, ...(remedy.provider === undefined ? {} : { provider: remedy.provider }) },
    ...(commit === undefined ? {} : { commit }),
    ...(provenance === undefined ? {} : { provenance: provenanceData(provenance) }),
  };
}

function provenanceData({ object, author, date, standsIn, removed, unreachable }: Provenance): Readonly<Record<string, unknown>> {
  return {
    object,
    ...(author === undefined ? {} : { author: { name: author.name, mail: author.mail } }),
    ...(date === undefined ? {} : { date: instant(date) }),
    ...(standsIn === undefined ? {} : { standsIn }),
    ...(removed === undefined ? {} : { removed: { commit: removed.commit, date: instant(removed.date) } }),
    ...(unreachable === undefined ? {} : { unreachable }),
  };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
