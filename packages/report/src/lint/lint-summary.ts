/** What lint found, for the summary of a job. */

import type { LintReport } from '@leasehold/core';
import { blocks, code, sentence, table, text } from '../markdown.ts';
import { bySecret, type SameSecret } from './order.ts';
import { advice, historyOf, placeOf } from './phrases.ts';
import { count, scannedLine, verdictLine } from './tally.ts';

/** A summary may have 1 MiB in all, and nobody reads more rows. */
const ROWS = 100;
const PLACES = 3;

/**
 * A table of the secrets, worst first, with what to do about each.
 *
 * @returns Markdown; text of others is escaped
 */
export function lintSummary(report: LintReport): string {
  const groups = bySecret(report.findings);
  const shown = groups.slice(0, ROWS);
  const hidden = groups.length - shown.length;
  return blocks(
    '### Static secrets',
    report.findings.some(({ fails }) => fails)
      ? `> [!CAUTION]\n> **${sentence(verdictLine(report))}**`
      : sentence(capital(verdictLine(report))).concat('.'),
    shown.length === 0 ? '' : table(['', 'Secret', 'Where', 'Why', 'What to do'], shown.map(row)),
    hidden > 0 ? `${count(hidden, 'more secret')} ${hidden === 1 ? 'is' : 'are'} not shown here.` : '',
    sentence(capital(scannedLine(report))).concat('.'),
    report.notes.map((note) => `- ${sentence(note)}`).join('\n'),
  );
}

function row(group: SameSecret): readonly string[] {
  const [first] = group;
  const places = group.slice(0, PLACES).map((finding) => code(placeOf(finding)));
  const more = group.length - places.length;
  return [
    first.fails ? '**fails**' : 'reported',
    `${text(first.title)}<br>${code(first.preview)}<br>${first.tier}, ${first.severity}`,
    [...places, ...(more > 0 ? [`and ${more} more`] : [])].join('<br>'),
    [...first.why, ...[historyOf(first) ?? []].flat()].map(sentence).join('<br>'),
    sentence(advice(first)),
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
