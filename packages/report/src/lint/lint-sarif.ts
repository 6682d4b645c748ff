/** What lint found as SARIF 2.1.0, limited to the properties that GitHub code scanning reads. Specification: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */

import type { Finding, LintReport, Severity, Tier } from '@leasehold/core';
import { type LintRun, TOOL_HOME, TOOL_NAME } from './lint-run.ts';
import { occurrences, worstFirst } from './order.ts';
import { advice, paragraph } from './phrases.ts';
import { scannedLine } from './tally.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Code scanning rejects a file with more results. */
const MOST_RESULTS = 25_000;

/** What code scanning shows as critical, high, medium and low. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '1.0',
};

const PRECISION: Readonly<Record<Tier, string>> = {
  proven: 'very-high',
  paired: 'very-high',
  prefixed: 'high',
  contextual: 'medium',
  heuristic: 'low',
};

type Data = Readonly<Record<string, unknown>>;

/**
 * One run with its rules and results, worst first.
 *
 * `partialFingerprints` are made of the secret and the number of its occurrence within the file, never of a line, so that an alert stays the same while the text around it moves. Columns count bytes, which SARIF has no `columnKind` for: behind characters beyond ASCII they lie further right than an editor counts.
 *
 * @returns JSON without a line break at the end
 */
export function lintSarif(report: LintReport, run: LintRun): string {
  const findings = worstFirst(report.findings);
  const listed = findings.slice(0, MOST_RESULTS);
  const marks = occurrences(listed);
  const firsts = new Map<string, Finding>();
  for (const finding of listed) if (!firsts.has(finding.ruleId)) firsts.set(finding.ruleId, finding);
  const ruleIndexes = new Map([...firsts.keys()].map((id, index) => [id, index]));
  const left = findings.length - listed.length;
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: TOOL_NAME,
            semanticVersion: run.version,
            informationUri: TOOL_HOME,
            rules: [...firsts.values()].map((finding) => ruleData(finding, run)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            startTimeUtc: new Date(run.startedAt).toISOString(),
            endTimeUtc: new Date(run.endedAt).toISOString(),
            toolExecutionNotifications: [
              { level: 'note', message: { text: scannedLine(report) } },
              ...report.notes.map((text) => ({ level: 'warning', message: { text } })),
              ...(left > 0 ? [{ level: 'warning', message: { text: `${left} more findings are not listed` } }] : []),
            ],
          },
        ],
        results: listed.map((finding) =>
          resultData(finding, ruleIndexes.get(finding.ruleId) as number, marks.get(finding) as string),
        ),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function ruleData(finding: Finding, run: LintRun): Data {
  const { ruleId, title, severity, tier } = finding;
  const text = run.rule(ruleId);
  const description = text?.description ?? title;
  const help = `${description}\n\nWhat to do: ${advice(finding)}.`;
  return {
    id: ruleId,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: description },
    ...(text?.reference === undefined ? {} : { helpUri: text.reference }),
    help: { text: help, markdown: help },
    defaultConfiguration: { level: levelOf(finding) },
    properties: { tags: ['security', 'secret'], precision: PRECISION[tier], 'security-severity': SECURITY_SEVERITY[severity] },
  };
}

function resultData(finding: Finding, ruleIndex: number, mark: string): Data {
  const { ruleId, at, tier, fingerprint, commit, provenance } = finding;
  return {
    ruleId,
    ruleIndex,
    level: levelOf(finding),
    message: { text: paragraph(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactOf(at.path),
          // A region of SARIF ends at the first column behind it (section 3.30.8).
          region: { startLine: at.line, startColumn: at.column, endLine: at.endLine, endColumn: at.endColumn + 1 },
        },
      },
    ],
    // Code scanning reads only `primaryLocationLineHash`.
    partialFingerprints: { primaryLocationLineHash: mark, 'leaseholdSecret/v1': fingerprint },
    properties: {
      tier,
      ...(commit === undefined ? {} : { commit }),
      ...(provenance?.date === undefined ? {} : { commitDate: new Date(provenance.date).toISOString() }),
      ...(provenance?.standsIn === undefined ? {} : { standsIn: provenance.standsIn }),
      ...(provenance?.removed === undefined ? {} : { removedBy: provenance.removed.commit }),
    },
  };
}

function levelOf({ fails, severity }: Finding): 'error' | 'warning' | 'note' {
  if (fails) return 'error';
  return severity === 'info' ? 'note' : 'warning';
}

function artifactOf(path: string): Data {
  const uri = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  // A colon before the first slash would be read as a scheme; encodeURIComponent took care of it.
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri: uri.replace(/^(?:\.\/)+/, ''), uriBaseId: '%SRCROOT%' };
}
