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

/** One paragraph for those who see nothing but this: what, how sure and why, and what to do. */
export function paragraph(finding: Finding): string {
  return `${finding.title} \`${finding.preview}\` (${finding.tier}: ${finding.why.join('; ')}). ${capital(advice(finding))}.`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
