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

/** What one thread saw, with what it takes to put it together with what others saw as if one had gone over all. */
export interface PartSighting extends Sighting {
  /** The turn in which each of the objects was seen. */
  readonly turns: readonly number[];
  /** The turn in which the best evidence was seen first. */
  readonly best: number;
}

/** Objects that are kept for one value. */
const MOST_OBJECTS = 64;

/** Collects what is found. */
export interface Sightings {
  /** What is noted from now on is seen in this turn. */
  turn(turn: number): void;
  note(raw: RawFinding, object: string): void;
  /** In the order in which each was first seen. */
  list(): readonly PartSighting[];
}

interface Seen {
  readonly ruleId: string;
  readonly value: string;
  tier: Tier;
  severity: Severity;
  best: number;
  /** With the turn of each. */
  readonly objects: Map<string, number>;
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
  let now = 0;

  return {
    turn(turn) {
      now = turn;
    },
    note(raw, object) {
      const { rule, value, tier, severity } = raw;
      const key = `${rule.id}\0${value}`;
      const seen = byValue.get(key);
      if (seen === undefined) {
        first(raw);
        byValue.set(key, { ruleId: rule.id, value, tier, severity, best: now, objects: new Map([[object, now]]), times: 1 });
        return;
      }
      seen.times++;
      if (seen.objects.size < MOST_OBJECTS && !seen.objects.has(object)) seen.objects.set(object, now);
      if (stronger(tier, seen.tier)) {
        seen.tier = tier;
        seen.severity = severity;
        seen.best = now;
      }
    },
    list: () =>
      [...byValue.values()].map(({ value, objects, ...seen }) => ({
        ...seen,
        fingerprint: fingerprint(seen.ruleId, value),
        objects: [...objects.keys()],
        turns: [...objects.values()],
      })),
  };
}

/** Puts together what several threads saw; the same whoever took which turn. */
export function mergeSightings(parts: readonly (readonly PartSighting[])[]): readonly Sighting[] {
  const merged = new Map<string, PartSighting>();
  const inTurn = parts.flat().sort((a, b) => (a.turns[0] as number) - (b.turns[0] as number));
  for (const sighting of inTurn) {
    const key = `${sighting.ruleId} ${sighting.fingerprint}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? sighting : both(known, sighting));
  }
  return [...merged.values()];
}

function both(known: PartSighting, other: PartSighting): PartSighting {
  const better = stronger(other.tier, known.tier) || (other.tier === known.tier && other.best < known.best);
  const seen = [known, other].flatMap(({ objects, turns }) =>
    objects.map((object, at) => ({ object, turn: turns[at] as number })),
  );
  seen.sort((a, b) => a.turn - b.turn);
  const first = new Map<string, number>();
  for (const { object, turn } of seen) if (first.size < MOST_OBJECTS && !first.has(object)) first.set(object, turn);
  return {
    ...(better ? other : known),
    objects: [...first.keys()],
    turns: [...first.values()],
    times: known.times + other.times,
  };
}

function stronger(tier: Tier, other: Tier): boolean {
  return TIERS.indexOf(tier) < TIERS.indexOf(other);
}
