/** What became of what was to be imported, as lines for people. */

import type { AllowEntry, ImportedComments, ImportedSecret } from '@leasehold/scan';

/** What is said, and what is to be written. */
export interface Told {
  readonly lines: readonly string[];
  readonly entries: readonly AllowEntry[];
  /** How many of each outcome. */
  readonly summary: string;
}

const OUTCOMES: Readonly<Record<ImportedSecret['outcome'], string>> = {
  imported: 'imported',
  gone: 'gone',
  unfound: 'nothing that lint finds',
  unread: 'not understood',
};

/** Tells of lists, by the name of each. */
export function listLines(lists: readonly (readonly [shown: string, secrets: readonly ImportedSecret[]])[]): Told {
  const secrets = lists.flatMap(([, list]) => list);
  const lines = lists.flatMap(([shown, list]) => list.map((secret) => secretLine(shown, secret)));
  const counts = (Object.keys(OUTCOMES) as ImportedSecret['outcome'][]).flatMap((outcome) => {
    const count = secrets.filter((secret) => secret.outcome === outcome).length;
    return count === 0 && outcome !== 'imported' ? [] : [`${count} ${OUTCOMES[outcome]}`];
  });
  const entries = secrets.flatMap((secret) => secret.entries);
  return { lines, entries, summary: counts.join(', ') };
}

function secretLine(shown: string, { entry, path, kind, outcome, real, entries }: ImportedSecret): string {
  const place = `${shown}:${entry}`;
  if (outcome === 'unread') return `${place}  ${OUTCOMES.unread}`;
  const ours = entries.map(({ rule, hash }) => ` as ${rule} ${hash}`).join(',');
  const rotate = real && outcome === 'imported' ? '; it is marked as a real secret, so rotate it' : '';
  return `${place}  ${OUTCOMES[outcome]}: ${kind} in ${path}${ours}${rotate}`;
}

/** Tells of comments. */
export function commentLines({ secrets, unreadable }: ImportedComments): Told {
  const lines = secrets.map(
    ({ path, line, comment, entry: { rule, hash } }) => `${path}:${line}  imported: ${comment} as ${rule} ${hash}`,
  );
  return {
    lines: [...lines, ...unreadable.map((path) => `${path}  cannot be read`)],
    entries: secrets.map(({ entry }) => entry),
    summary: `${secrets.length} imported`,
  };
}
