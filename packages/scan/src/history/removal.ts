/** The commit of the main line that took a value out of a file, where the versions of the file do not tell: it went as a whole, or became what it was before. */

import type { PathLookup } from '../changes/path-lookup.ts';
import type { Has } from './lifetime.ts';
import type { MainlineCommit } from './object-history.ts';

/** How many commits are looked into for one that has the value. */
const TRIES = 12;

/**
 * Finds it by doubling and halving the steps.
 *
 * @param line - the newest commit first; that one has not the value
 * @param since - when the value was brought, in seconds since the epoch
 * @returns undefined when it never was on the main line, as far as can be told
 */
export function removalOn(
  line: readonly MainlineCommit[],
  path: string,
  since: number,
  has: Has,
  lookup: PathLookup,
): MainlineCommit | undefined {
  const holds = (index: number): boolean => {
    const commit = line[index];
    const content = commit === undefined ? undefined : lookup(commit.id, path);
    return content !== undefined && has(content);
  };
  // A side branch is merged at some time behind.
  const oldest = firstBefore(line, since) - 1;
  let present = -1;
  for (let back = 0, step = 1; back < TRIES && present < 0 && oldest >= 0; back++) {
    const index = Math.max(0, oldest - step + 1);
    if (holds(index)) present = index;
    step *= 2;
  }
  if (present < 0) return undefined;
  let absent = 0;
  for (let step = 1; present - step > 0; step *= 2) {
    if (holds(present - step)) present -= step;
    else {
      absent = present - step;
      break;
    }
  }
  while (present - absent > 1) {
    const middle = (present + absent) >> 1;
    if (holds(middle)) present = middle;
    else absent = middle;
  }
  return line[absent];
}

/** The first commit of the line that is older. */
function firstBefore(line: readonly MainlineCommit[], time: number): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line[middle] as MainlineCommit).time < time) high = middle;
    else low = middle + 1;
  }
  return low;
}
