/** The listing of a range, which git can begin with before that is loaded which scans what it lists. */

import { type CommitRange, parseCommitRange } from './commit-range.ts';
import { type Env, newGit } from './git-command.ts';
import { RAW_WORDS } from './raw-output.ts';

/** A listing that git is at work on. */
export interface RangeListing {
  readonly range: CommitRange;
  /** As `readRawOutput` reads it; rejected with an UpstreamError `ERR_LINT_GIT` when git fails. */
  readonly answer: Promise<Buffer>;
}

/**
 * Lets git begin to list the commits of a range.
 *
 * @param text - `A..B`, `A...B`, `A..`, or one commit
 * @param cwd - absolute, with links followed
 * @throws ConfigError `ERR_LINT_RANGE` when it cannot be read
 * @example scanRange({ ...request, range, listing: beginListing(range, cwd, process.env) }, ports)
 */
export function beginListing(text: string, cwd: string, env: Env): RangeListing {
  const range = parseCommitRange(text);
  const answer = newGit({ cwd, env }).begin(listingWords(range.revisions));
  // Whoever waits for it is told of a failure; nobody does when something else was wrong before.
  answer.catch(() => {});
  return { range, answer };
}

/** The words by which git lists commits, oldest first; of a merge only what is as in none of its parents. */
export function listingWords(revisions: readonly string[]): readonly string[] {
  return ['log', '--format=%H', '-c', ...RAW_WORDS, '--topo-order', '--reverse', ...revisions, '--'];
}
