/** Phrases about a finding that every report shares. */

import type { Finding } from '@leasehold/core';

/** What to do, one sentence without a full stop: where the secret is rotated, and what makes it needless. */
export function advice({ remedy }: Finding): string {
  const rotate = remedy.rotate.replace(/\.$/, '');
  return remedy.provider === undefined ? rotate : `${rotate}; the provider \`${remedy.provider}\` of Leasehold makes it needless`;
}

/** Where it stands, as `path:line:column`. */
export function placeOf({ at }: Finding): string {
  return `${at.path}:${at.line}:${at.column}`;
}

/** When it came into the history and what became of it, without a full stop; undefined when no history was scanned. */
export function historyOf({ commit, provenance }: Finding): string | undefined {
  if (provenance === undefined) return undefined;
  const { author, date, standsIn, removed, unreachable, object } = provenance;
  const by = author === undefined || author.name === '' ? '' : ` of ${author.name}`;
  const brought =
    commit === undefined ? `it stands in the object ${shortId(object)}` : `commit ${shortId(commit)}${by}${on(date)} brought it`;
  if (unreachable) return `${brought}; no ref leads to it any more`;
  if (standsIn !== undefined) return `${brought}; it still stands in \`${standsIn}\``;
  return removed === undefined
    ? brought
    : `${brought}; commit ${shortId(removed.commit)}${on(removed.date)} took it out, which leaves it in the history`;
}

/** The first twelve digits of an object id, as people quote it. */
export function shortId(id: string): string {
  return id.slice(0, 12);
}

function on(date: number | undefined): string {
  return date === undefined ? '' : ` on ${new Date(date).toISOString().slice(0, 10)}`;
}

/** One paragraph for readers who see nothing else: what it is, how strong the evidence is and why, and what to do. */
export function paragraph(finding: Finding): string {
  const history = historyOf(finding);
  return [
    `${finding.title} \`${finding.preview}\` (${finding.tier}: ${finding.why.join('; ')}).`,
    ...(history === undefined ? [] : [`${capital(history)}.`]),
    `${capital(advice(finding))}.`,
  ].join(' ');
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
