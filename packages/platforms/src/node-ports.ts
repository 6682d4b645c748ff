/** The clock and the dice of a Node process, and the parts that every shell puts together. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Http, Log, Ports, Random } from '@leasehold/core';

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
};

/** The machine's own randomness; by the global, since importing `node:crypto` costs 7 ms of start-up even where no byte is drawn. */
export const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** All ports of a real process. */
export function nodePorts(parts: { readonly http: Http; readonly log: Log }): Ports {
  return { clock: systemClock, random: systemRandom, http: parts.http, log: parts.log };
}
