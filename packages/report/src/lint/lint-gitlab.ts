/** What lint found as the secret detection report of GitLab. */

import type { Finding, LintReport, Severity } from '@leasehold/core';
import { oneLine } from '../plain.ts';
import { type LintRun, TOOL_HOME, TOOL_NAME } from './lint-run.ts';
import { occurrences, worstFirst } from './order.ts';
import { advice, paragraph } from './phrases.ts';

/** Version of GitLab's schema that the report follows: the oldest that GitLab 16 and later accept. */
const SCHEMA_VERSION = '15.0.7';

/** What GitLab's own analyzer writes when there is no history. */
const NO_COMMIT = '0000000';

const NAME_LENGTH = 255;

const RANK: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
};

/**
 * The report for `artifacts:reports:secret_detection`.
 *
 * Reference: https://docs.gitlab.com/development/integrations/secure/#report
 *
 * @returns JSON without a line break at the end
 */
export function lintGitlab(report: LintReport, run: LintRun): string {
  const findings = worstFirst(report.findings);
  const marks = occurrences(findings);
  const tool = { id: 'leasehold', name: TOOL_NAME, url: TOOL_HOME, version: run.version, vendor: { name: 'Leasehold' } };
  return JSON.stringify(
    {
      version: SCHEMA_VERSION,
      scan: {
        type: 'secret_detection',
        status: 'success',
        analyzer: tool,
        scanner: tool,
        start_time: instant(run.startedAt),
        end_time: instant(run.endedAt),
        messages: [
          ...report.skipped.map(({ path, reason }) => ({ level: 'warn', value: `${oneLine(path)} was not scanned: ${reason}` })),
          ...report.notes.map((value) => ({ level: 'info', value })),
        ],
      },
      vulnerabilities: findings.map((finding) => vulnerability(finding, marks.get(finding) as string, run)),
    },
    null,
    2,
  );
}

function vulnerability(finding: Finding, mark: string, run: LintRun): object {
  const { ruleId, title, severity, at } = finding;
  const reference = run.rule(ruleId)?.reference;
  return {
    // Made of the secret, its file and the number of its occurrence: the same while lines move.
    id: `${mark}:${at.path}`,
    name: title.slice(0, NAME_LENGTH),
    description: oneLine(paragraph(finding)),
    severity: RANK[severity],
    solution: advice(finding),
    identifiers: [
      {
        type: 'leasehold_rule_id',
        name: `Leasehold rule ${ruleId}`,
        value: ruleId,
        ...(reference === undefined ? {} : { url: reference }),
      },
    ],
    location: { file: at.path, start_line: at.line, end_line: at.endLine, commit: commitData(finding) },
  };
}

function commitData({ commit, provenance }: Finding): object {
  return {
    sha: commit ?? NO_COMMIT,
    ...(provenance?.author === undefined ? {} : { author: oneLine(provenance.author.name) }),
    ...(provenance?.date === undefined ? {} : { date: instant(provenance.date) }),
  };
}

/** Without a zone, as the schema wants it; it is UTC. */
function instant(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}
