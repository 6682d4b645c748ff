/** Fetches commits that a shallow clone has not: as few as will do, and without the contents of files as far as the other side can leave them out. */

import { UpstreamError } from '@leasehold/core';
import type { PrivateStore } from './private-store.ts';

const FETCH: readonly string[] = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-maintenance',
  '--stdin',
];
const WITHOUT_CONTENTS = '--filter=blob:none';

/**
 * Fetches some commits with those before them.
 *
 * @param wanted - ids, or whole names of references with where to write them down: `refs/heads/main:refs/heads/base`
 * @param depth - how many generations
 * @param contents - whether the contents of files come along
 * @returns why it could not be done, or undefined
 */
export function fetchCommits(
  { connected }: PrivateStore,
  wanted: readonly string[],
  depth: number,
  contents: boolean,
): string | undefined {
  const filter = contents ? '--no-filter' : WITHOUT_CONTENTS;
  return attempt(() => connected.run([...FETCH, filter, `--depth=${depth}`, 'origin'], `${wanted.join('\n')}\n`));
}

/** Says nothing of what is here: who has a commit would else be taken to have all of its files. */
const NEGOTIATING_NOTHING: readonly string[] = ['-c', 'fetch.negotiationAlgorithm=noop'];

/**
 * Fetches contents by their ids, in one request.
 *
 * @returns why it could not be done, or undefined
 */
export function fetchContents({ connected }: PrivateStore, ids: readonly string[]): string | undefined {
  return attempt(() => connected.run([...NEGOTIATING_NOTHING, ...FETCH, WITHOUT_CONTENTS, 'origin'], `${ids.join('\n')}\n`));
}

/** Which of these objects are not here. */
export function missingOf({ git }: PrivateStore, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const answer = git.run(['cat-file', '--batch-check'], `${ids.join('\n')}\n`).toString('latin1');
  return [...answer.matchAll(/^([0-9a-f]+) missing$/gm)].map(([, id = '']) => id);
}

/** What git says of a connection that came to nothing; what it says of an object that was refused begins otherwise. */
const UNANSWERED =
  /failed: (?:unable to access|Authentication failed|could not read (?:Username|Password)|Could not read from remote|repository '[^']*' not found|ETIMEDOUT)/i;

/** Whether a fetch failed before it was said what is wanted, so that it is the same for whatever is wanted. */
export function isUnanswered(reason: string): boolean {
  return UNANSWERED.test(reason);
}

function attempt(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof UpstreamError) return error.message;
    throw error;
  }
}
