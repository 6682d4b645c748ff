/** Cuts a pack into parts of about equal weight that are contiguous, so that each part reads its own stretch of the file. */

import type { PackPlan } from './pack-plan.ts';

/**
 * The trees of one part: those whose first object is from `from` on and before `until` in the order of the plan.
 *
 * @param begins - whether a tree that is walked begins with this object
 */
export function shareOf(
  plan: PackPlan,
  part: number,
  parts: number,
  begins: (k: number) => boolean,
): { readonly from: number; readonly until: number } {
  let total = 0;
  for (let k = 0; k < plan.count; k++) if (begins(k)) total += plan.weights[k] as number;
  const cut = (share: number) => {
    if (share <= 0) return 0;
    let weight = 0;
    for (let k = 0; k < plan.count; k++) {
      // At the middle of a tree, so that a heavy one goes where most of it belongs.
      if (!begins(k)) continue;
      const own = plan.weights[k] as number;
      if (share < parts && weight + own / 2 >= (total * share) / parts) return k;
      weight += own;
    }
    return plan.count;
  };
  return { from: cut(part), until: cut(part + 1) };
}
