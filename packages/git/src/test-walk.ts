/** The walk over a whole pack, as tests need it. */

import type { Pack } from './pack.ts';
import { planPack } from './pack-plan.ts';
import { openWalk, type Visit, type WalkRequest } from './walk-pack.ts';
import type { WalkSummary } from './walk-summary.ts';

/** Walks all of it. */
export function walkPack(pack: Pack, request: Omit<WalkRequest, 'plan'>, visit: Visit): WalkSummary {
  const plan = planPack(pack);
  const walk = openWalk(pack, { ...request, plan }, visit);
  walk.go(0, plan.count);
  walk.close();
  return walk.summary();
}
