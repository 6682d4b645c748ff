/** The order in which git lists a history: as if it went back from all refs at once, always to the newest commit that it knows of. */

import type { CommitLog } from './commit-log.ts';

/**
 * Orders the commits that refs lead to, the oldest first: what `git rev-list --reverse` lists.
 *
 * @param tips - places of commits in the log, in the order in which git would be told of them
 * @returns places; undefined when the parent of one of them is not here
 */
export function oldestFirst(log: CommitLog, tips: Iterable<number>): Int32Array | undefined {
  const { count, places, times, begins, parents } = log;
  const seen = new Uint8Array(count);
  const order = new Int32Array(count);
  const waiting = newQueue(times);
  let at = count;

  function come(commit: number): void {
    if (seen[commit] === 1) return;
    seen[commit] = 1;
    waiting.push(commit);
  }

  for (const tip of tips) come(tip);
  for (let commit = waiting.pop(); commit !== undefined; commit = waiting.pop()) {
    order[--at] = commit;
    for (let k = begins[commit] as number; k < (begins[commit + 1] as number); k++) {
      const parent = parents[k] as number;
      const place = parent < 0 ? -1 : (places[parent] as number);
      if (place < 0) return undefined;
      come(place);
    }
  }
  return order.subarray(at);
}

/** Gives the newest back first, and of several that are as new the one that came first. */
function newQueue(times: readonly number[]): { push(commit: number): void; pop(): number | undefined } {
  const heap: number[] = [];
  const turns = new Int32Array(times.length);
  let turn = 0;

  function precedes(a: number, b: number): boolean {
    const difference = (times[a] as number) - (times[b] as number);
    return difference > 0 || (difference === 0 && (turns[a] as number) < (turns[b] as number));
  }

  return {
    push(commit) {
      turns[commit] = turn++;
      let at = heap.length;
      for (let above = (at - 1) >> 1; at > 0 && precedes(commit, heap[above] as number); above = (at - 1) >> 1) {
        heap[at] = heap[above] as number;
        at = above;
      }
      heap[at] = commit;
    },
    pop() {
      const first = heap[0];
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return first;
      let at = 0;
      for (;;) {
        let below = 2 * at + 1;
        if (below + 1 < heap.length && precedes(heap[below + 1] as number, heap[below] as number)) below++;
        if (below >= heap.length || !precedes(heap[below] as number, last)) break;
        heap[at] = heap[below] as number;
        at = below;
      }
      heap[at] = last;
      return first;
    },
  };
}
