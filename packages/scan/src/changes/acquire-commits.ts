/** Gets the commits of an event together: those at hand, and by a fetch those that a shallow checkout has not. */

import { UpstreamError } from '@leasehold/core';
import type { EventCommits } from './event-commits.ts';
import { fetchCommits, fetchContents, isUnanswered, missingOf } from './fetch-commits.ts';
import type { Git } from './git-command.ts';
import type { PrivateStore } from './private-store.ts';
import type { ChangingCommit } from './raw-output.ts';
import { type CommitsWanted, listCommits } from './scan-commits.ts';

/** The commits, ready to be scanned. */
export interface Acquired {
  readonly listed: readonly ChangingCommit[];
  readonly base: string | undefined;
  readonly cut: CommitsWanted['cut'];
  /** What was done otherwise than expected, one sentence each. */
  readonly notes: readonly string[];
}

/** Why the commits could not be had. */
export interface NotAcquired {
  readonly reason: string;
}

/** How many generations are fetched first where the event does not say how many commits there are. */
const FIRST_DEPTH = 16;
/** Each further round fetches that many times as many, until the histories meet. */
const GROWTH = 4;
const ROUNDS = 4;
/** Where the private repository keeps what was fetched by its name. */
const OURS = { head: 'refs/heads/fetched-head', base: 'refs/heads/fetched-base' };

/**
 * Takes what is in the clone already, when it is all that is wanted.
 *
 * @returns undefined when something is missing or cut off
 */
export function commitsAtHand(git: Git, { head, base }: EventCommits, shallow: ReadonlySet<string>): Acquired | undefined {
  if (base === undefined) return undefined;
  try {
    const listed = listCommits(git, [`${base}..${head}`]);
    return listed.some(({ id }) => shallow.has(id)) ? undefined : { listed, base, cut: 'compare', notes: [] };
  } catch (error) {
    if (error instanceof UpstreamError) return undefined;
    throw error;
  }
}

/**
 * Fetches until the histories of both ends meet, or the number of commits is what the event says.
 *
 * Asked for are ids, so that what was pushed in the meantime changes nothing; then names, for sides that give out only what these name, or that no longer have the commit before a forced push.
 *
 * @param contents - whether the contents of files come along with the commits
 */
export function fetchedCommits(store: PrivateStore, event: EventCommits, contents: boolean): Acquired | NotAcquired {
  let reason = 'there is nothing to fetch it by';
  for (const way of ways(event)) {
    const failed = fetchCommits(store, way.wanted, firstDepth(event), contents) ?? lacking(store, event, way.base);
    if (failed === undefined) return grown(store, event, way, contents);
    reason = failed;
    // Whoever does not answer, or not to us, has nothing else for us either.
    if (isUnanswered(reason)) break;
  }
  return { reason };
}

interface Way {
  /** What git is to fetch. */
  readonly wanted: readonly string[];
  /** By what the base is known afterwards. */
  readonly base: string | undefined;
  readonly notes: readonly string[];
}

function ways({ title, head, headRefs, base, baseRefs }: EventCommits): readonly Way[] {
  const [headRef] = headRefs;
  const [baseRef] = baseRefs;
  const byName = baseRef === undefined ? [] : [`+${baseRef}:${OURS.base}`];
  const named = baseRef === undefined ? undefined : OURS.base;
  const gone =
    base === undefined || baseRef === undefined
      ? []
      : [`the commit that ${title} is to be compared with is gone: it was compared with ${baseRef} as it is now`];
  const heads = [[head], ...(headRef === undefined ? [] : [[`+${headRef}:${OURS.head}`]])];
  const ofIds = base === undefined ? [] : heads.map((wanted): Way => ({ wanted: [...wanted, base], base, notes: [] }));
  const ofNames = heads.map((wanted): Way => ({ wanted: [...wanted, ...byName], base: named, notes: gone }));
  // Without anything to compare with, all that leads to the head is new.
  return base !== undefined && baseRef === undefined ? ofIds : [...ofIds, ...ofNames];
}

function firstDepth({ count }: EventCommits): number {
  return count === undefined ? FIRST_DEPTH : count + 1;
}

/** What is not here although the fetch went well: a name may stand for something else by now. */
function lacking(store: PrivateStore, { head }: EventCommits, base: string | undefined): string | undefined {
  const missing = missingOf(store, [head, ...(base === undefined || base === OURS.base ? [] : [base])]);
  return missing.length === 0 ? undefined : `the other side has no commit ${missing[0]?.slice(0, 12)}`;
}

function grown(store: PrivateStore, event: EventCommits, way: Way, contents: boolean): Acquired {
  const base = way.base === OURS.base ? store.git.run(['rev-parse', way.base]).toString('latin1').trim() : way.base;
  const revisions = base === undefined ? [event.head] : [`${base}..${event.head}`];
  let depth = firstDepth(event);
  for (let round = 1; ; round++) {
    const listed = listCommits(store.git, revisions);
    const shallow = store.shallow();
    const cut = listed.filter(({ id }) => shallow.has(id)).length;
    // Those that the event counts are all here; what they begin from is known to whoever has the base.
    if (base !== undefined && listed.length - cut === event.count) return { listed, base, cut: 'known', notes: way.notes };
    // More are here than it counts: so much of the base's history is missing that some of its commits pass for new.
    if (cut === 0 && listed.length <= (event.count ?? listed.length)) return { listed, base, cut: 'compare', notes: way.notes };
    depth *= GROWTH;
    if (round === ROUNDS || fetchCommits(store, way.wanted, depth, contents) !== undefined) {
      if (cut === 0) return { listed, base, cut: 'compare', notes: way.notes };
      const note = `the history of ${event.title} goes further back than was fetched: at its far end only the difference to what it is compared with was scanned`;
      return { listed, base, cut: 'compare', notes: [...way.notes, note] };
    }
  }
}

/**
 * Fetches the contents that the commits bring, as far as they are not here, in one request.
 *
 * @returns why it could not be done, or undefined
 */
export function fetchBrought(store: PrivateStore, { listed, cut }: Acquired): string | undefined {
  const shallow = store.shallow();
  const commits = cut === 'known' ? listed.filter(({ id }) => !shallow.has(id)) : listed;
  const ids = new Set(
    commits.flatMap(({ changes }) => changes.flatMap(({ after }) => (after?.mode.startsWith('100') ? [after.id] : []))),
  );
  const missing = missingOf(store, [...ids]);
  return missing.length === 0 ? undefined : fetchContents(store, missing);
}
