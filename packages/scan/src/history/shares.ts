/** Divides a history among threads, and scans it. */

import { availableParallelism } from 'node:os';
import type { Tier } from '@leasehold/core';
import type { ObjectStore } from '@leasehold/git';
import type { Env } from '../changes/git-command.ts';
import type { ScannerSource } from '../open-scanner.ts';
import { scanParts } from './crew.ts';
import { type PartListener, type PartRequest, type PartResult, scanPart } from './part.ts';

/** Packs with fewer bytes are scanned sooner than a thread begins. */
const SMALL = 6 << 20;
/** With more bytes a second thread saves time even where what goes on beside it has but one processor left to share with it. */
const LARGE = 128 << 20;
/** Beyond it threads wait for memory more than for each other. */
const MOST_THREADS = 8;

/** What is divided. */
export interface SharesRequest {
  readonly gitFolder: string;
  readonly source: ScannerSource;
  readonly env: Env;
  readonly failOn: Tier;
  /** Of all packs. */
  readonly plans: PartRequest['plans'];
  readonly signal: AbortSignal | undefined;
}

/** Who is told meanwhile. */
export interface SharesListener {
  /** How far it came, and how far there is to go, in objects. */
  readonly progress: (done: number, total: number) => void;
  /** There is something of which the commit will be wanted; told once for each thread. */
  readonly strong: () => void;
}

/**
 * Scans all objects of a store, by threads where that is worth the while.
 *
 * @throws what the scan of a share throws, or the signal's reason
 */
export async function scanShares(
  store: ObjectStore,
  { gitFolder, source, env, failOn, plans, signal }: SharesRequest,
  { progress, strong }: SharesListener,
): Promise<readonly PartResult[]> {
  const size = store.packs.reduce((sum, { file }) => sum + file.size, 0);
  // Trees are not gone over.
  const total = plans.reduce((sum, { plan }) => sum + plan.types.reduce((count, type) => count + (type === 2 ? 0 : 1), 0), 0);
  const parts = size < SMALL ? 1 : threadsFor(size, availableParallelism());
  const requests = Array.from(
    { length: parts },
    (_, part): PartRequest => ({
      gitFolder,
      source,
      env: { ...env },
      failOn,
      part,
      parts,
      plans,
    }),
  );
  let done = 0;
  const listener: PartListener = {
    strong,
    progress: (objects) => {
      done += objects;
      progress(done, Math.max(done, total));
    },
  };
  if (size >= SMALL) return scanParts(requests, listener, signal);
  signal?.throwIfAborted();
  return requests.map((request) => scanPart(request, listener));
}

/** One processor is left to what goes on beside the threads: the commits and trees, and the newest version. */
function threadsFor(size: number, processors: number): number {
  return Math.max(size < LARGE ? 1 : 2, Math.min(MOST_THREADS, processors - 1));
}
