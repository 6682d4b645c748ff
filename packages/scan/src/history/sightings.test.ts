/** What threads saw is the same whoever took which turn. */

import { exampleMaker, type RawFinding, ruleById } from '@leasehold/checks';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeSightings, newSightings } from './sightings.ts';

const TIERS = ['validated', 'prefixed', 'contextual'] as const;
const SEVERITIES = ['high', 'info'] as const;
const VALUES = [0, 1, 2].map((seed) => exampleMaker(seed).chars('a-z', 20));

/** What stands in the objects of a turn: of each the number, the value, and how good the evidence is. */
const turnArbitrary = fc.array(fc.tuple(fc.nat(90), fc.nat(2), fc.nat(2), fc.nat(1)), { maxLength: 40 });

it('as if one thread had taken all turns', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(turnArbitrary, fc.nat(2)), { maxLength: 12 }), (turns) => {
      const threads = [0, 1, 2].map(() => newSightings(() => {}));
      const one = newSightings(() => {});
      for (const [turn, [seen, thread]] of turns.entries()) {
        for (const sightings of [one, threads[thread]]) {
          sightings?.turn(turn);
          for (const [object, value, tier, severity] of seen) sightings?.note(rawOf(value, tier, severity), `object ${object}`);
        }
      }
      expect(mergeSightings(threads.map((thread) => thread.list()))).toEqual(mergeSightings([one.list()]));
    }),
  );
});

function rawOf(value: number, tier: number, severity: number): RawFinding {
  const rule = ruleById('github-token');
  return { rule, value: VALUES[value], tier: TIERS[tier], severity: SEVERITIES[severity] } as RawFinding;
}
