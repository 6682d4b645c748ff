/** What lint found as JUnit XML, which every CI system shows as test results. */

import type { Finding, LintReport } from '@leasehold/core';
import { oneLine } from '../plain.ts';
import { type LintRun, TOOL_NAME } from './lint-run.ts';
import { worstFirst } from './order.ts';
import { advice, historyOf, placeOf } from './phrases.ts';
import { scannedLine, verdictLine } from './tally.ts';

/**
 * One test case per finding, failed where the finding fails; without findings one that passed, since several readers take an empty suite for an error.
 *
 * @returns XML without a line break at the end
 */
export function lintJunit(report: LintReport, run: LintRun): string {
  const cases = worstFirst(report.findings).map(testCase);
  const failures = report.findings.filter(({ fails }) => fails).length;
  const seconds = Math.max(0, (run.endedAt - run.startedAt) / 1000).toFixed(3);
  const numbers = `tests="${Math.max(1, cases.length)}" failures="${failures}" errors="0" time="${seconds}"`;
  const instant = new Date(run.startedAt).toISOString().slice(0, 19);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(TOOL_NAME)}" ${numbers}>`,
    `  <testsuite name="static secrets" ${numbers} skipped="0" timestamp="${instant}">`,
    ...(cases.length > 0 ? cases : [`    <testcase classname="leasehold.lint" name="${xml(verdictLine(report))}" time="0"/>`]),
    `    <system-out>${xml([scannedLine(report), ...report.notes].join('; '))}</system-out>`,
    '  </testsuite>',
    '</testsuites>',
  ].join('\n');
}

function testCase(finding: Finding): string {
  const { at, ruleId, title, tier, severity, preview, why, fingerprint, fails } = finding;
  const open = `    <testcase classname="${xml(at.path)}" name="${xml(`${ruleId} at ${at.line}:${at.column}`)}" file="${xml(at.path)}" line="${at.line}" time="0">`;
  const history = historyOf(finding);
  const text = [
    `${placeOf(finding)}: ${title}`,
    `${preview} (${tier}, ${severity})`,
    ...why.map((reason) => `why: ${reason}`),
    ...(history === undefined ? [] : [`how: ${history}`]),
    `do: ${advice(finding)}`,
    `id: ${fingerprint}`,
  ]
    .map(xml)
    .join('\n');
  const body = fails
    ? `      <failure type="${tier}" message="${xml(`${title} ${preview}`)}">${text}</failure>`
    : `      <system-out>${text}</system-out>`;
  return [open, body, '    </testcase>'].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Escapes text for an attribute or an element; control characters and lone surrogates, which XML 1.0 cannot hold, are replaced. */
function xml(words: string): string {
  return oneLine(words)
    .toWellFormed()
    .replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
