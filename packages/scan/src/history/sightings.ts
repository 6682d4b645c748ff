/** What a scan of many objects came upon: each value once for its rule, with the objects that it was seen in. */

import { fingerprint, type RawFinding } from '@leasehold/checks';
import { atLeast, type Severity, TIERS, type Tier } from '@leasehold/core';

/** One value that a rule found; without the value, so that it may leave the thread. */
export interface Sighting {
  readonly ruleId: string;
  readonly fingerprint: string;
  /** Of the best evidence that was seen. */
  readonly tier: Tier;
  readonly severity: Severity;
  /** Ids of objects that have it, at most {@link MOST_OBJECTS}; an object whose base has it in the same place is not among them. */
  readonly objects: readonly string[];
  /** How often it was seen. */
  readonly times: number;
}

/** Objects that are kept for one value. */
const MOST_OBJECTS = 64;

/** Collects what is found. */
export interface Sightings {
  note(raw: RawFinding, object: string): void;
  /** In the order in which each was first seen. */
  list(): readonly Sighting[];
}

interface Seen {
  readonly ruleId: string;
  readonly value: string;
  tier: Tier;
  severity: Severity;
  readonly objects: Set<string>;
  times: number;
}

/** What fails, and what would by default; an example or an id alone is information. */
export function isStrong({ tier, severity }: Pick<Sighting, 'tier' | 'severity'>, failOn: Tier): boolean {
  return atLeast(tier, failOn) || (atLeast(tier, 'prefixed') && severity !== 'info');
}

/**
 * An empty collection; values stay in it.
 *
 * @param first - told of every value when it is first seen
 */
export function newSightings(first: (raw: RawFinding) => void): Sightings {
  const byValue = new Map<string, Seen>();

  return {
    note(raw, object) {
      const { rule, value, tier, severity } = raw;
      const key = `${rule.id}\0${value}`;
      const seen = byValue.get(key);
      if (seen === undefined) {
        first(raw);
        byValue.set(key, { ruleId: rule.id, value, tier, severity, objects: new Set([object]), times: 1 });
        return;
      }
      seen.times++;
      if (seen.objects.size < MOST_OBJECTS) seen.objects.add(object);
      if (stronger(tier, seen.tier)) {
        seen.tier = tier;
        seen.severity = severity;
      }
    },
    list: () =>
      [...byValue.values()].map(({ ruleId, value, tier, severity, objects, times }) => ({
        ruleId,
        fingerprint: fingerprint(ruleId, value),
        tier,
        severity,
        objects: [...objects],
        times,
      })),
  };
}

/** Puts together what several threads saw. */
export function mergeSightings(lists: readonly (readonly Sighting[])[]): readonly Sighting[] {
  const merged = new Map<string, Sighting>();
  for (const sighting of lists.flat()) {
    const key = `${sighting.ruleId} ${sighting.fingerprint}`;
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, sighting);
      continue;
    }
    const best = stronger(sighting.tier, known.tier) ? sighting : known;
    const objects = [...new Set([...known.objects, ...sighting.objects])].slice(0, MOST_OBJECTS);
    merged.set(key, { ...best, objects, times: known.times + sighting.times });
  }
  return [...merged.values()];
}

function stronger(tier: Tier, other: Tier): boolean {
  return TIERS.indexOf(tier) < TIERS.indexOf(other);
}
