/** The threads that scan a history, each the turns that it takes. */

import { Worker } from 'node:worker_threads';
import type { PartListener, PartRequest, PartResult } from './part.ts';

/** What a thread tells: how far it came, that it found something, and at last all that it found. */
export type Report =
  | { readonly kind: 'progress'; readonly objects: number }
  | { readonly kind: 'strong' }
  | { readonly kind: 'result'; readonly result: PartResult };

/** From the sources the module beside this one, in a bundle the file that `scripts/bundles.ts` puts there. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './history-worker.js', import.meta.url);

/** What is scanned is not in a thread's heap, and little of what is there lives long; in more room it would only lie about. */
const LIMITS = { maxYoungGenerationSizeMb: 12 };

/**
 * Lets so many threads take turns until none is left.
 *
 * @param listener - told by all of them
 * @param signal - ends all threads
 * @throws what one of the threads threw, or the signal's reason; the others are ended by then
 */
export async function scanParts(
  threads: number,
  request: PartRequest,
  listener: PartListener,
  signal: AbortSignal | undefined,
): Promise<readonly PartResult[]> {
  signal?.throwIfAborted();
  const workers = Array.from({ length: threads }, () => new Worker(WORKER, { workerData: request, resourceLimits: LIMITS }));
  let interrupt = (): void => {};
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = () => reject(signal?.reason);
  });
  signal?.addEventListener('abort', interrupt, { once: true });
  try {
    return await Promise.race([Promise.all(workers.map((worker) => resultOf(worker, listener))), interrupted]);
  } finally {
    signal?.removeEventListener('abort', interrupt);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function resultOf(worker: Worker, { progress, strong }: PartListener): Promise<PartResult> {
  return new Promise((resolve, reject) => {
    worker.on('message', (report: Report) => {
      if (report.kind === 'progress') progress(report.objects);
      else if (report.kind === 'strong') strong();
      else resolve(report.result);
    });
    worker.once('error', reject);
    // Behind the result it changes nothing any more.
    worker.once('exit', (code) => reject(new Error(`a thread of the scan ended with ${code}`)));
  });
}
