/** What stands in a commit. */

import { headersOf, type Person, personOf } from './headers.ts';

/** A commit, as `git cat-file commit` shows it. */
export interface Commit {
  /** Id of its tree. */
  readonly tree: string;
  /** Ids of the commits before it, the first parent first. */
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  /** Where the message begins in the object; it goes on to the end. */
  readonly message: number;
}

/**
 * Reads a commit.
 *
 * @param bytes - the object, without the header that its id is made of
 * @returns undefined when it names no tree
 */
export function parseCommit(bytes: Uint8Array): Commit | undefined {
  const { headers, end } = headersOf(bytes);
  const tree = headers.find(([key]) => key === 'tree')?.[1];
  if (tree === undefined) return undefined;
  return {
    tree,
    parents: headers.filter(([key]) => key === 'parent').map(([, id]) => id),
    author: personOf(headers, 'author'),
    committer: personOf(headers, 'committer'),
    message: end,
  };
}
