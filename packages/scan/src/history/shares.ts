/** Scans a history by several threads, of which this one is one. */

import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { ObjectStore } from '@leasehold/git';
import { type Agenda, takeTurn } from './agenda.ts';
import { scanParts } from './crew.ts';
import { openPart, type Part, type PartListener, type PartRequest, type PartResult } from './part.ts';

/** Packs with fewer bytes are scanned sooner than another thread begins. */
const SMALL = 6 << 20;
/** Beyond it threads wait for memory more than for each other. */
const MOST_THREADS = 8;

/** Who is told meanwhile. */
export interface SharesListener extends Pick<PartListener, 'commit'> {
  /** How far it came, and how far there is to go, in objects. */
  readonly progress: (done: number, total: number) => void;
  /** There is something of which the commit will be wanted; told once for each thread. */
  readonly strong: () => void;
}

/** What this thread has to do beside its turns: `first` after the messages, and `whenever` before each turn, where it is there by then. */
export interface Duties {
  readonly first: (signal: AbortSignal) => Promise<void>;
  readonly whenever: (signal: AbortSignal) => Promise<unknown> | undefined;
}

/**
 * Scans all that an agenda lists, by other threads too where that is worth the while.
 *
 * @param duties - what they throw is thrown
 * @throws what the scan of a part throws, or the signal's reason
 */
export async function scanShares(
  store: ObjectStore,
  request: PartRequest,
  { progress, strong, commit }: SharesListener,
  { first, whenever }: Duties,
  signal: AbortSignal | undefined,
): Promise<readonly PartResult[]> {
  const { agenda } = request;
  const total = objectsOf(agenda);
  let done = 0;
  const listener: PartListener = {
    strong,
    progress: (objects) => {
      done += objects;
      progress(done, Math.max(done, total));
    },
    ...(commit && { commit }),
  };
  const size = store.packs.reduce((sum, { file }) => sum + file.size, 0);
  const others = size < SMALL ? 0 : Math.min(MOST_THREADS, availableParallelism()) - 1;
  const over = new AbortController();
  const running = signal === undefined ? over.signal : AbortSignal.any([over.signal, signal]);
  // Whoever fails ends all others.
  const ending = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      over.abort(error);
      throw error;
    });
  const [results, own] = await Promise.all([ending(scanParts(others, request, listener, running)), ending(takePart())]);
  return [own, ...results];

  async function takePart(): Promise<PartResult> {
    const part = openPart(request, listener);
    for (let turn = 0; turn < agenda.messages; turn++) await take(part, turn);
    await first(running);
    await whenever(running);
    for (let turn = takeTurn(agenda); turn !== undefined; turn = takeTurn(agenda)) {
      await take(part, turn);
      await whenever(running);
    }
    return part.finish();
  }

  async function take(part: Part, turn: number): Promise<void> {
    part.take(turn);
    await setImmediate();
    running.throwIfAborted();
  }
}

/** Trees are not gone over. */
function objectsOf({ plans }: Agenda): number {
  return plans.reduce((sum, { plan }) => sum + plan.types.reduce((count, type) => count + (type === 2 ? 0 : 1), 0), 0);
}
