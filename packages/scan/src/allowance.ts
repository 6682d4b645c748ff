/** The allow list of the repository that a scan runs in. */

import { relative } from 'node:path';
import type { Finding } from '@leasehold/core';
import type { ListedEntry } from './allow-entry.ts';
import { ALLOW_FILE, readAllowFile } from './allow-file.ts';
import { type Allowed, applyAllowList } from './allow-match.ts';
import { bytePath, readable } from './byte-path.ts';
import { topAround } from './repository.ts';

/** What may stay, ready to be taken out of the findings. */
export interface Allowance {
  /** The repository's top, or the current folder outside of any; absolute. */
  readonly top: string;
  /** Paths of the findings count from the current folder, those of the list from the top. */
  apply(findings: readonly Finding[], now: number): Allowed;
}

/**
 * Reads the allow list.
 *
 * @param cwd - absolute, with links followed
 * @param counts - whether it is read at all; unread it allows nothing
 * @throws ConfigError `ERR_ALLOW_LIST` when it is wrong
 */
export function readAllowance(cwd: string, counts: boolean = true): Allowance {
  const top = topAround(cwd);
  const entries: readonly ListedEntry[] = counts ? readAllowFile(`${top}/${ALLOW_FILE}`, ALLOW_FILE) : [];
  const below = readable(bytePath(relative(top, cwd)));
  return { top, apply: (findings, now) => applyAllowList(findings, entries, below === '' ? '' : `${below}/`, now) };
}

/**
 * Where the allow list lies, or would: at the top of the repository around a folder, or in the folder itself outside of any.
 *
 * @param cwd - absolute, with links followed
 */
export function allowFileOf(cwd: string): string {
  return `${topAround(cwd)}/${ALLOW_FILE}`;
}

/** A list that has rotted altogether is no longer read line by line. */
const NOTES_EACH = 20;

/** One sentence for each entry whose owner should look at it, and one for how many more there are of its kind. */
export function allowNotes({ expired, unused }: Pick<Allowed, 'expired' | 'unused'>): readonly string[] {
  return [
    ...capped(expired, 'expired', ({ expires }) => `expired on ${expires}`),
    ...capped(unused, 'unused', () => 'allows nothing that was found'),
  ];
}

function capped(entries: readonly ListedEntry[], state: string, one: (entry: ListedEntry) => string): readonly string[] {
  const notes = entries.slice(0, NOTES_EACH).map((entry) => {
    const { line, rule, owner } = entry;
    return `line ${line} of \`${ALLOW_FILE}\` ${one(entry)}: \`${rule}\`${owner === undefined ? '' : ` of ${owner}`}`;
  });
  const more = entries.length - notes.length;
  if (more <= 0) return notes;
  return [...notes, `${more} more ${more === 1 ? 'line' : 'lines'} of \`${ALLOW_FILE}\` ${more === 1 ? 'is' : 'are'} ${state}`];
}
