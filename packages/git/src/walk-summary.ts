/** What became of a walk: how much was visited, and what was not, with the reason. */

import type { PackPlan } from './pack-plan.ts';

/** What became of a walk. */
export interface WalkSummary {
  /** Objects visited, and their bytes. */
  readonly objects: number;
  readonly bytes: number;
  /** Objects left out because of their size; `pack.readAt` has them one by one. */
  readonly large: readonly LeftOut[];
  /** How many could not be read. */
  readonly failed: number;
  /** The first thousand of them. */
  readonly failures: readonly LeftOut[];
}

/** An object that was not visited. */
export interface LeftOut {
  /** Where it stands in the index: `pack.index.idAt(position)`. */
  readonly position: number;
  /** Where it begins in the pack. */
  readonly offset: number;
  readonly reason: string;
}

const REASONS = {
  broken: 'its bytes cannot be read',
  baseless: 'the object that it is made from cannot be read',
  budget: 'the pack holds too much to read it all',
  large: 'it is too large',
  unknown: 'it is not an object that a pack can hold',
} as const;

/** Why an object was not visited. */
export type Miss = keyof typeof REASONS;

const FAILURES = 1000;

/** Counts along the walk. */
export interface WalkTally {
  came(size: number): void;
  missed(k: number, miss: Miss): void;
  summary(): WalkSummary;
}

/** Begins to count. */
export function newWalkTally(plan: PackPlan): WalkTally {
  const large: LeftOut[] = [];
  const failures: LeftOut[] = [];
  let failed = 0;
  let objects = 0;
  let bytes = 0;
  return {
    came(size) {
      objects++;
      bytes += size;
    },
    missed(k, miss) {
      if (miss !== 'large' && failed++ >= FAILURES) return;
      const left = { position: plan.positions[k] as number, offset: plan.offsets[k] as number, reason: REASONS[miss] };
      if (miss === 'large') large.push(left);
      else failures.push(left);
    },
    summary: () => ({ objects, bytes, large, failed, failures }),
  };
}
