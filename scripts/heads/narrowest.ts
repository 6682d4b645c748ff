/** Chooses the two sets of bytes behind a prefix by which a kernel rules out most places where no value follows. */

import type { Following } from '@leasehold/kernel';
import { unionOf } from './bytes-behind.ts';

/** Frequencies of bytes in source code, per thousand, by kind. */
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 560],
  [/[A-Z]/, 80],
  [/[0-9]/, 80],
  [/[ \n]/, 160],
  [/[!-/:-@[-`{-~]/, 115],
  [/[^ -~\n]/, 5],
];
/** Information in bits that a further byte must give to be worth a comparison. */
const WORTH = 0.05;

const WEIGHTS: readonly number[] = weights();

/** The one or two consecutive sets that let the fewest random bytes through; none where no set rules anything out. */
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
  const chars = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));
  return chars.map((char) => {
    const [kind, all] = KINDS.find(([pattern]) => pattern.test(char)) as readonly [RegExp, number];
    return all / 1000 / chars.filter((other) => kind.test(other)).length;
  });
}
