/** Chooses by which two sets of bytes, one behind the other, a kernel tells best whether a value follows. */

import type { Following } from '@leasehold/kernel';
import { unionOf } from './bytes-behind.ts';

/** How often bytes are met in sources, in a thousand: of each kind in all. */
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 560],
  [/[A-Z]/, 80],
  [/[0-9]/, 80],
  [/[ \n]/, 160],
  [/[!-/:-@[-`{-~]/, 115],
  [/[^ -~\n]/, 5],
];
/** Another byte is worth looking at when it tells this much more, in bits. */
const WORTH = 0.05;

const WEIGHTS: readonly number[] = weights();

/** The two that let the least through, of what follows in stretches of the same set; fewer where they tell nothing. */
export function narrowest(stretches: readonly Following[]): readonly Following[] {
  let best = 0;
  let chosen: readonly Following[] = [];
  const consider = (followings: readonly Following[]): void => {
    const gain = followings.reduce((sum, { count, set }) => sum - count * (Math.log2(shareOf(set)) + WORTH), 0);
    if (gain <= best) return;
    best = gain;
    chosen = followings;
  };
  joined(stretches).forEach((first, index) => {
    consider([first]);
    for (const second of joined(stretches.slice(index + 1))) consider([first, second]);
  });
  return chosen;
}

/** The first stretch, the first two as one, and so on. */
function joined(stretches: readonly Following[]): readonly Following[] {
  return stretches.map((_, index) => {
    const those = stretches.slice(0, index + 1);
    return { count: those.reduce((sum, { count }) => sum + count, 0), set: unionOf(those.map(({ set }) => set)) };
  });
}

function shareOf(set: Uint8Array): number {
  return set.reduce((sum, has, byte) => (has === 1 ? sum + (WEIGHTS[byte] as number) : sum), 0);
}

function weights(): readonly number[] {
  const signs = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));
  return signs.map((sign) => {
    const [kind, all] = KINDS.find(([pattern]) => pattern.test(sign)) as readonly [RegExp, number];
    return all / 1000 / signs.filter((other) => kind.test(other)).length;
  });
}
