/** What to do about a finding, in words that every report shares. */

import type { Finding } from '@leasehold/core';

/** One sentence without a full stop: where the secret is rotated, and what makes it needless. */
export function advice({ remedy }: Finding): string {
  const rotate = remedy.rotate.replace(/\.$/, '');
  return remedy.provider === undefined ? rotate : `${rotate}; the provider \`${remedy.provider}\` of Leasehold makes it needless`;
}

/** `path:line:column`. */
export function placeOf({ at }: Finding): string {
  return `${at.path}:${at.line}:${at.column}`;
}

/** When it came into the history and what became of it, in words without a full stop; undefined where no history was looked at. */
export function story({ commit, provenance }: Finding): string | undefined {
  if (provenance === undefined) return undefined;
  const { author, date, standsIn, removed, unreachable, object } = provenance;
  const by = author === undefined || author.name === '' ? '' : ` of ${author.name}`;
  const brought =
    commit === undefined ? `it stands in the object ${short(object)}` : `commit ${short(commit)}${by}${on(date)} brought it`;
  if (unreachable) return `${brought}; no ref leads to it any more`;
  if (standsIn !== undefined) return `${brought}; it still stands in \`${standsIn}\``;
  return removed === undefined
    ? brought
    : `${brought}; commit ${short(removed.commit)}${on(removed.date)} took it out, which leaves it in the history`;
}

/** As much of an id as people use. */
export function short(id: string): string {
  return id.slice(0, 12);
}

function on(date: number | undefined): string {
  return date === undefined ? '' : ` on ${new Date(date).toISOString().slice(0, 10)}`;
}

/** One paragraph for those who see nothing but this: what, how sure and why, and what to do. */
export function paragraph(finding: Finding): string {
  const told = story(finding);
  return [
    `${finding.title} \`${finding.preview}\` (${finding.tier}: ${finding.why.join('; ')}).`,
    ...(told === undefined ? [] : [`${capital(told)}.`]),
    `${capital(advice(finding))}.`,
  ].join(' ');
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
