/** A lease as it ended, or did not. */

import type { Ended, LeaseRecord } from '@leasehold/core';
import { formatUntil } from './instant.ts';
import { breakGlassAlert, breakGlassLine, name, title } from './lease.ts';
import { blocks, code, sentence, table } from './markdown.ts';
import { logLines } from './plain.ts';

/** What became of the variables that the lease had set. */
export interface RestoredNames {
  /** Those that have their former value again. */
  readonly restored: readonly string[];
  /** Those that somebody changed in between; left alone. */
  readonly foreign: readonly string[];
}

/**
 * How it ended, for the job's summary.
 *
 * @param now - milliseconds since the epoch
 * @returns Markdown; words of others are escaped
 */
export function endSummary(record: LeaseRecord, ended: Ended, names: RestoredNames, now: number): string {
  const live = liveLine(record, ended, now);
  const rows: (readonly [string, string])[] = [
    ['Outcome', `**${outcome(ended)}**`],
    ['Detail', sentence(ended.detail)],
    ...(live === undefined ? [] : [['May still work until', live] as const]),
    ...(ended.help === undefined ? [] : [['Next step', sentence(ended.help)] as const]),
    ...(ended.code === undefined ? [] : [['Code', code(ended.code)] as const]),
    ...(names.restored.length === 0 ? [] : [['Restored', names.restored.map(code).join(', ')] as const]),
    ...(names.foreign.length === 0 ? [] : [['Left alone, changed by others', names.foreign.map(code).join(', ')] as const]),
  ];
  return blocks(
    `### End of ${title(record)}`,
    breakGlassAlert(record),
    ended.outcome === 'failed'
      ? `> [!CAUTION]\n> **The lease did not end as promised.**${live === undefined ? '' : ` The credential may still work until ${live}.`}`
      : '',
    table(['Lease', code(record.leaseId)], rows),
  );
}

/** The same for the log, in two to five lines. */
export function endText(record: LeaseRecord, ended: Ended, names: RestoredNames, now: number): string {
  const live = liveLine(record, ended, now);
  return logLines([
    ...(record.subject.breakGlass ? [breakGlassLine(record)] : []),
    `${outcome(ended)}: ${name(record)}, lease ${record.leaseId}${live === undefined ? '' : `; the credential may still work until ${live}`}`,
    `  ${ended.detail}${ended.code === undefined ? '' : ` (${ended.code})`}`,
    ...(ended.help === undefined ? [] : [`  help: ${ended.help}`]),
    ...variablesLine(names),
  ]);
}

/** One of a few phrases; none says more than what was proven. */
function outcome({ outcome: reached, kind, verified }: Ended): string {
  switch (reached) {
    case 'ended':
      return verified ? `${kind} and verified dead` : `${kind}, unverified`;
    case 'already-dead':
      return verified ? 'dead before its ending, verified' : 'dead before its ending, unverified';
    case 'expires':
      return 'left to expire, as announced';
    case 'failed':
      return 'NOT ENDED';
  }
}

/** What is not proven dead is taken for alive until it expires, whether or not the ending says so. */
function liveLine({ expiresAt }: LeaseRecord, { liveUntil, verified }: Ended, now: number): string | undefined {
  const until = liveUntil ?? (verified ? undefined : expiresAt);
  return until === undefined || until <= now ? undefined : formatUntil(until, now);
}

function variablesLine({ restored, foreign }: RestoredNames): readonly string[] {
  const told = [
    ...(restored.length === 0 ? [] : [`restored ${restored.join(', ')}`]),
    ...(foreign.length === 0 ? [] : [`left ${foreign.join(', ')} alone, changed by others`]),
  ];
  return told.length === 0 ? [] : [`  ${told.join('; ')}`];
}
