/** Where a finding stands in a history, as far as a range of it tells. */

import type { Finding, Provenance } from '@leasehold/core';
import { parseCommit } from '@leasehold/git/objects';
import type { NewFinding } from './new-findings.ts';
import type { Objects } from './objects.ts';

const TAKEN_OUT = 'it was taken out again since, and is still in that commit';

/**
 * The finding with who brought it, and whether it is still there.
 *
 * @param end - what people call the end of the range
 */
export function withProvenance({ finding, by, still, removedBy }: NewFinding, objects: Objects, end: string): Finding {
  if (by.commit === undefined) return finding;
  const removed = removedBy === undefined ? undefined : dated(removedBy, objects);
  const provenance: Provenance = {
    object: by.id,
    ...authorship(by.commit, objects),
    ...(still ? { standsIn: end } : {}),
    ...(removed === undefined ? {} : { removed }),
  };
  const why = still || removed !== undefined ? finding.why : [...finding.why, TAKEN_OUT];
  return { ...finding, why, commit: by.commit, provenance };
}

/** Who wrote a commit, and when. */
export function authorship(commit: string, objects: Objects): Pick<Provenance, 'author' | 'date'> {
  const bytes = objects.read(commit);
  const author = bytes && parseCommit(bytes)?.author;
  if (author === undefined) return {};
  return { author: { name: author.name, mail: author.mail }, date: author.time * 1000 };
}

function dated(commit: string, objects: Objects): Provenance['removed'] {
  const { date } = authorship(commit, objects);
  return date === undefined ? undefined : { commit, date };
}
