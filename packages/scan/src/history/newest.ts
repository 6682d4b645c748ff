/** The newest version of `HEAD`, looked at as a working tree is: by all rules, and with the paths. */

import { setImmediate } from 'node:timers/promises';
import type { Finding, Tier } from '@leasehold/core';
import { type Contents, keyOf } from './contents.ts';
import { isStrong, type PartSighting } from './sightings.ts';

/** What stands there. */
export interface Newest {
  /** Sightings of what is strong: some go by the path, so that the contents alone do not tell them. */
  readonly strong: readonly PartSighting[];
  /** What is weaker, each value once for its rule, at its first path. */
  readonly weak: ReadonlyMap<string, Finding>;
}

/** Seen behind all turns of an agenda. */
const BEHIND = Number.MAX_SAFE_INTEGER;

/** Paths of one content that are looked at. */
const PATHS = 4;
/** Contents between two looks at the signal. */
const STRIDE = 64;

/**
 * Scans it, and lets others work now and then.
 *
 * @param paths - of all contents, by their ids
 * @throws the signal's reason
 */
export async function scanNewest(
  paths: ReadonlyMap<string, readonly string[]>,
  contents: Contents,
  failOn: Tier,
  signal: AbortSignal | undefined,
): Promise<Newest> {
  const strong: PartSighting[] = [];
  const weak = new Map<string, Finding>();
  const places = [...paths].flatMap(([id, all]) => all.slice(0, PATHS).map((path) => ({ id, path })));
  // Trees are not read in the order of their names.
  places.sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const [at, { id, path }] of places.entries()) {
    if (at % STRIDE === 0) await setImmediate();
    signal?.throwIfAborted();
    for (const finding of contents.findings(id, path)) {
      const { ruleId, fingerprint, tier, severity } = finding;
      if (isStrong(finding, failOn))
        strong.push({ ruleId, fingerprint, tier, severity, objects: [id], turns: [BEHIND], best: BEHIND, times: 1 });
      else if (!weak.has(keyOf(finding))) {
        weak.set(keyOf(finding), { ...finding, provenance: { object: id, standsIn: 'HEAD' } });
      }
    }
  }
  return { strong, weak };
}
