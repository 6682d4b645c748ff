/** A lease as it is issued: what, for whom, until when, and how it will end. */

import type { LeaseRecord } from '@leasehold/core';
import { endingLine } from './ending.ts';
import { formatUntil } from './instant.ts';
import { jobLine } from './job.ts';
import { blocks, code, sentence, table, text } from './markdown.ts';
import { logLines } from './plain.ts';

const WHOLE_TARGET = 'all that the target allows';
const SCOPE_LINES_IN_LOG = 3;

/**
 * A table that a person reads in ten seconds, for the job's summary.
 *
 * @param now - milliseconds since the epoch
 * @returns Markdown; words of others are escaped
 */
export function leaseSummary(record: LeaseRecord, now: number): string {
  const { subject, ending } = record;
  const access = subject.access === undefined ? '' : ` (${text(subject.access)})`;
  const rows: (readonly [string, string | undefined])[] = [
    ['Purpose', subject.purpose && text(subject.purpose)],
    ['Owner', subject.owner && code(subject.owner)],
    ['Reason', subject.reason && text(subject.reason)],
    ['Target', `${code(subject.target)}${access}`],
    ['Scope', subject.scope.length === 0 ? WHOLE_TARGET : subject.scope.map(code).join('<br>')],
    ['For', jobLine(subject.identity, code)],
    ['Until', formatUntil(record.expiresAt, now)],
    ['Ending', sentence(endingLine(ending))],
  ];
  const told = rows.filter((row): row is readonly [string, string] => row[1] !== undefined && row[1] !== '');
  return blocks(`### Lease of ${title(record)}`, breakGlassAlert(record), table(['Lease', code(record.leaseId)], told));
}

/** The same for the log, in three to five lines. */
export function leaseText(record: LeaseRecord, now: number): string {
  const { subject, ending } = record;
  const scope = subject.scope.slice(0, SCOPE_LINES_IN_LOG).join('; ');
  const more = subject.scope.length - SCOPE_LINES_IN_LOG;
  return logLines([
    ...(subject.breakGlass ? [breakGlassLine(record)] : []),
    `leased ${name(record)} until ${formatUntil(record.expiresAt, now)}, lease ${record.leaseId}`,
    `  for ${jobLine(subject.identity, (value) => value)}`,
    `  scope: ${scope === '' ? WHOLE_TARGET : scope}${more > 0 ? ` and ${more} more` : ''}`,
    `  ending: ${endingLine(ending)}`,
  ]);
}

/** What was leased, in Markdown: the grant where there is one, else the target. */
export function title({ subject }: LeaseRecord): string {
  return code(subject.grant ?? subject.target);
}

/** What was leased, in text. */
export function name({ subject }: LeaseRecord): string {
  return subject.grant === undefined ? subject.target : `${subject.grant} (${subject.target})`;
}

/** An alert that nobody overlooks; empty for an ordinary grant. */
export function breakGlassAlert({ subject }: LeaseRecord): string {
  if (!subject.breakGlass) return '';
  return `> [!CAUTION]\n> **BREAK-GLASS**: an emergency grant was used. Reason: ${subject.reason ? text(subject.reason) : 'none given'}`;
}

/** The same for the log. */
export function breakGlassLine({ subject }: LeaseRecord): string {
  return `BREAK-GLASS: an emergency grant was used; reason: ${subject.reason ?? 'none given'}`;
}
