/** Schedulers for model checks: jobs run in one process, and each step of theirs waits until it is let through. */

/** Lets every pending promise reaction run. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A stretch of steps that belong to one job. */
export interface Burst {
  readonly job: number;
  readonly steps: number;
}

/** Runs jobs step by step in an order that an adversary chooses: a job may stall for as long as all others take. */
export async function runInOrder(
  jobs: readonly ((turn: () => Promise<void>) => Promise<void>)[],
  bursts: readonly Burst[],
): Promise<void> {
  const waiting: (() => void)[][] = jobs.map(() => []);
  const done = Promise.all(jobs.map((job, number) => job(() => new Promise((resolve) => waiting[number]?.push(resolve)))));
  // A failure is thrown by the last line; until then it is nobody's.
  done.catch(() => {});
  const step = async (number: number): Promise<boolean> => {
    const next = waiting[number]?.shift();
    next?.();
    await settle();
    return next !== undefined;
  };
  await settle();
  for (const { job, steps } of bursts) for (let left = steps; left > 0 && (await step(job % jobs.length)); left--);
  while (waiting.some((queue) => queue.length > 0)) for (const number of jobs.keys()) await step(number);
  await done;
}

/** Virtual time: sleeping takes none of the machine's. */
export interface VirtualTime {
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Advances from one sleeper to the next until the work is done. */
  run<T>(work: Promise<T>): Promise<T>;
}

/** Makes virtual time that begins at `start`, milliseconds since the epoch. */
export function newVirtualTime(start: number): VirtualTime {
  let time = start;
  let order = 0;
  const sleepers: { readonly at: number; readonly order: number; readonly wake: () => void }[] = [];
  return {
    now: () => time,
    sleep: (ms) => new Promise((wake) => sleepers.push({ at: time + ms, order: order++, wake })),
    async run(work) {
      let running = true;
      const ended = work.finally(() => {
        running = false;
      });
      ended.catch(() => {});
      await settle();
      while (running) {
        sleepers.sort((a, b) => a.at - b.at || a.order - b.order);
        const next = sleepers.shift();
        if (next === undefined) throw new Error('every job waits for something that never comes');
        time = Math.max(time, next.at);
        next.wake();
        await settle();
      }
      return ended;
    },
  };
}
