/** Cuts the walk of a pack into turns of about equal weight that are contiguous, so that whoever takes one reads a stretch of the file. */

import { OBJECT_TYPES, type ObjectType } from './git-object.ts';
import { type PackPlan, UNKNOWN } from './pack-plan.ts';

/** Tells of each object of a plan whether a tree that is walked for these types begins with it. */
export function rootsOf(plan: PackPlan, types: readonly ObjectType[]): (k: number) => boolean {
  const wanted = OBJECT_TYPES.map((type) => type !== undefined && types.includes(type));
  // Of what type that is made from another pack is known when it is read.
  wanted[UNKNOWN] = true;
  return (k) => (plan.bases[k] as number) < 0 && wanted[plan.types[k] as number] === true;
}

/**
 * Where turns begin, in the order of the plan, and behind them where the last ends. A tree of deltas is never cut.
 *
 * @param weight - what a turn has at the least, in bytes of the pack; a tenth of a second takes some 2 MiB
 */
export function turnsOf(plan: PackPlan, types: readonly ObjectType[], weight: number): readonly number[] {
  const begins = rootsOf(plan, types);
  const turns = [0];
  let own = 0;
  for (let k = 0; k < plan.count; k++) {
    if (!begins(k)) continue;
    if (own >= weight) {
      turns.push(k);
      own = 0;
    }
    own += plan.weights[k] as number;
  }
  return [...turns, plan.count];
}
