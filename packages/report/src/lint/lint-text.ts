/** What lint found, for a person at a terminal or reading a log. */

import type { Finding, LintReport } from '@leasehold/core';
import { logLines } from '../plain.ts';
import { bySecret, type SameSecret } from './order.ts';
import { advice, historyOf, placeOf, shortId } from './phrases.ts';
import { grouped, scannedLine, verdictLine } from './tally.ts';

const PLACES_SHOWN = 8;

/** Puts a piece of text into a style, or leaves it as it is. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan', text: string) => string;

const plain: Paint = (_style, text) => text;

/**
 * One block per secret, worst first, then two lines with the numbers, then the notes.
 *
 * @param paint - styles for a terminal; none when left out
 * @returns lines without a break at the end; text of others can neither break a line nor be taken for a workflow command
 */
export function lintText(report: LintReport, paint: Paint = plain): string {
  const blocks = bySecret(report.findings).map((group) => secretBlock(group, paint));
  const fails = report.findings.some((finding) => finding.fails);
  const style = fails ? 'red' : report.findings.length > 0 ? 'yellow' : 'green';
  return [
    ...blocks.flatMap((block) => [block, '']),
    paint(style, safe(verdictLine(report))),
    paint('dim', safe(scannedLine(report))),
    ...report.notes.map((note) => `${paint('yellow', 'note:')} ${safe(note)}`),
  ].join('\n');
}

function secretBlock(group: SameSecret, paint: Paint): string {
  const [first] = group;
  const shown = group.slice(0, PLACES_SHOWN);
  const more = group.length - shown.length;
  return [
    ...shown.map((finding, at) => {
      const place = paint('bold', safe(placeOf(finding)));
      const commit = finding.commit === undefined ? '' : paint('dim', ` in ${safe(shortId(finding.commit))}`);
      return at === 0 ? `${place}${commit}  ${safe(first.title)}  ${mark(first, paint)}` : `${place}${commit}`;
    }),
    ...(more > 0 ? [paint('dim', `and at ${grouped(more)} more places`)] : []),
    `  ${paint('cyan', safe(first.preview))}`,
    ...first.why.map((reason) => `  why: ${safe(reason)}`),
    ...shown.flatMap((finding) => (finding.provenance === undefined ? [] : [`  how: ${safe(historyOf(finding) as string)}`])),
    `  do:  ${safe(advice(first))}`,
    paint('dim', `  id:  ${safe(first.ruleId)} ${safe(first.fingerprint)}`),
  ].join('\n');
}

function mark({ fails, tier, severity }: Finding, paint: Paint): string {
  return paint(fails ? 'red' : 'yellow', `[${tier}, ${severity}${fails ? '' : ', does not fail'}]`);
}

function safe(words: string): string {
  return logLines([words]);
}
