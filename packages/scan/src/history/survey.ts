/** Goes over all that a history has, and tells what was seen, and the history itself where that is wanted. */

import { UpstreamError } from '@leasehold/core';
import { type HistoryReader, newHistoryReader, type ObjectStore, type Pack, type Ref } from '@leasehold/git';
import type { Git } from '../changes/git-command.ts';
import type { Objects } from '../changes/objects.ts';
import { newAgenda } from './agenda.ts';
import type { Contents } from './contents.ts';
import { listedHistory } from './listed-history.ts';
import { loggedHistory } from './logged-history.ts';
import { type Newest, scanNewest } from './newest.ts';
import type { ObjectHistory } from './object-history.ts';
import type { PartRequest, PartResult } from './part.ts';
import { pathsInTree } from './paths-in-tree.ts';
import { scanShares } from './shares.ts';
import { isStrong, mergeSightings, type Sighting } from './sightings.ts';

/** What a survey needs of the repository, and who is told. */
export interface SurveyPorts {
  readonly store: ObjectStore;
  readonly git: Git;
  readonly objects: Objects;
  readonly contents: Contents;
  readonly refs: readonly Ref[];
  /** Ids of commits whose parents are not here. */
  readonly cut: ReadonlySet<string>;
  /** How many objects were gone over, and how many there are. */
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal | undefined;
}

/** What was seen. */
export interface Survey {
  readonly results: readonly PartResult[];
  /** In the newest version of `HEAD`. */
  readonly newest: Newest;
  /** Where contents stand there. */
  readonly inHead: ReadonlyMap<string, readonly string[]>;
  /** By all threads, and there. */
  readonly sightings: readonly Sighting[];
  /** Undefined where nothing was seen that is strong, or it cannot be known. */
  readonly told: ObjectHistory | undefined;
  /** Why it is not known. */
  readonly without: string | undefined;
}

type KnownHistory = Pick<Survey, 'told' | 'without'>;

const NO_HISTORY: KnownHistory = { told: undefined, without: undefined };

/**
 * Makes the survey. What it holds of the packs meanwhile, it lets go of.
 *
 * @throws what the scan of a part throws, or the signal's reason
 */
export async function survey(
  request: Omit<PartRequest, 'agenda'>,
  { store, git, objects, contents, refs, cut, progress, signal }: SurveyPorts,
): Promise<Survey> {
  const agenda = newAgenda(store);
  const reader = newHistoryReader(store, { refs, cut, plans: agenda.plans });
  const packs = new Map(store.packs.map((pack) => [pack.path, pack]));
  const head = refs.find(({ name }) => name === 'HEAD')?.id;
  let wanted = false;
  let known: Promise<KnownHistory> | undefined;
  let inHead: ReadonlyMap<string, readonly string[]> = new Map();
  let newest: Newest = { strong: [], weak: new Map() };
  const results = await scanShares(
    store,
    { ...request, agenda },
    {
      progress,
      strong: () => {
        wanted = true;
      },
      commit: (path, position, bytes) => reader.commit(packs.get(path) as Pack, position, bytes),
    },
    {
      first: async (running) => {
        if (head !== undefined) inHead = pathsInTree(objects, head);
        newest = await scanNewest(inHead, contents, request.failOn, running);
      },
      whenever: (running) => {
        if (wanted) known ??= historyOf(reader, git, running);
        return known;
      },
    },
    signal,
  );
  const sightings = mergeSightings([...results.map((result) => result.sightings), newest.strong]);
  const strong = sightings.some((sighting) => isStrong(sighting, request.failOn));
  const history = strong ? await (known ?? historyOf(reader, git, signal)) : NO_HISTORY;
  return { results, newest, inHead, sightings, ...history };
}

/** Reads it from the files, and asks git for one that cannot be read so. */
async function historyOf(reader: HistoryReader, git: Git, signal: AbortSignal | undefined): Promise<KnownHistory> {
  const log = await reader.read(signal);
  if (log !== undefined) return { told: loggedHistory(log), without: undefined };
  try {
    return { told: await listedHistory(git, signal), without: undefined };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof UpstreamError)) throw error;
    return { told: undefined, without: error.message };
  }
}
