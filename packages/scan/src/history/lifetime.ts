/** When a value came into a file and when it was taken out, read off the versions of the file. */

import type { Version } from './object-history.ts';

/** Versions of two branches that were written at the same time lie in between each other. */
const OUT_OF_STEP = 3;

/** Tells whether a content has the value. */
export type Has = (content: string) => boolean;

/**
 * The version that brought a value: the oldest from which on all have it, up to those in which it was seen.
 *
 * The limit is found by doubling and halving the steps, so that of thousands of versions some twenty are looked into. Where the value came and went more than once, it is the life in which it was first seen.
 *
 * @param versions - the oldest first
 * @param seen - contents that are known to have it
 * @returns undefined when it was seen in none of the versions
 */
export function firstOf(versions: readonly Version[], seen: ReadonlySet<string>, has: Has): Version | undefined {
  const from = versions.findIndex(({ content }) => seen.has(content));
  return from < 0 ? undefined : versions[edge(from, -1, holdsIn(versions, seen, has))];
}

/** What became of a value. */
export interface End {
  /** What has it last. */
  readonly last: string;
  /** The version that has it no more; undefined where the file itself went. */
  readonly removed: Version | undefined;
}

/** The last version of those that have a value, and the one behind it; as {@link firstOf}. */
export function endOf(versions: readonly Version[], seen: ReadonlySet<string>, has: Has): End | undefined {
  const from = versions.findLastIndex(({ content }) => seen.has(content));
  if (from < 0) return undefined;
  const last = edge(from, 1, holdsIn(versions, seen, has));
  return { last: (versions[last] as Version).content, removed: versions[last + 1] };
}

function holdsIn(versions: readonly Version[], seen: ReadonlySet<string>, has: Has): (index: number) => boolean {
  return (index) => {
    const content = versions[index]?.content;
    return content !== undefined && (seen.has(content) || has(content));
  };
}

/** The last index in a direction up to which all hold, but for what a branch has in between. */
function edge(from: number, direction: 1 | -1, holds: (index: number) => boolean): number {
  let good = from;
  for (;;) {
    good = solidEdge(good, direction, holds);
    let ahead = 2;
    while (ahead <= OUT_OF_STEP && !holds(good + direction * ahead)) ahead++;
    if (ahead > OUT_OF_STEP) return good;
    good += direction * ahead;
  }
}

function solidEdge(from: number, direction: 1 | -1, holds: (index: number) => boolean): number {
  let good = from;
  let bad = 1;
  while (holds(good + direction * bad)) {
    good += direction * bad;
    bad *= 2;
  }
  let low = 0;
  while (bad - low > 1) {
    const middle = (low + bad) >> 1;
    if (holds(good + direction * middle)) low = middle;
    else bad = middle;
  }
  return good + direction * low;
}
