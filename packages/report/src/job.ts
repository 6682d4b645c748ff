/** The job that a lease is for, in one line. */

/** A word and how it is joined to those before it; the claims come from `shownClaims`. */
const PARTS = [
  ['repository', ''],
  ['ref', 'at '],
  ['environment', 'environment '],
  ['event_name', 'on '],
  ['actor', 'by '],
] as const;

/**
 * Tells for whom a lease is: repository, ref, environment, event, actor, as far as the token tells them.
 *
 * @param mark - how a claim's value is written, in Markdown or in text
 */
export function jobLine(identity: Readonly<Record<string, string>>, mark: (value: string) => string): string {
  const told = PARTS.flatMap(([claim, before]) => (identity[claim] === undefined ? [] : [`${before}${mark(identity[claim])}`]));
  const subject = identity.sub;
  if (told.length > 0) return told.join(', ');
  return subject === undefined ? 'a job whose token tells no name' : mark(subject);
}
