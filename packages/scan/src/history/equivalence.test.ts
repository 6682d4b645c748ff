/** What the deltas of a history give is what its contents give when each is scanned in full. */

import { openObjects } from '@leasehold/git';
import { describe, expect, it } from 'vitest';
import { testTree } from '../test-tree.ts';
import { newAgenda } from './agenda.ts';
import { keyOf } from './contents.ts';
import { openPart, type PartRequest } from './part.ts';
import { isStrong, mergeSightings, type Sighting } from './sightings.ts';
import { commitEdits, foundInWhole } from './test-edits.ts';

/** More by the environment, for a long run. */
const RUNS = Number(process.env.LEASEHOLD_HISTORY_RUNS ?? 2);
const FIRST = Number(process.env.LEASEHOLD_HISTORY_SEED ?? 1);

describe.each(Array.from({ length: RUNS }, (_, run) => FIRST + run))('a random history (seed %i)', (seed) => {
  it('gives the same rules and values, in one part or in three, and what fails is the same without the rest', () => {
    using tree = testTree();
    tree.git('init', '-q');
    commitEdits(tree, seed, 80);
    const gitFolder = `${tree.root}/.git`;
    const whole = [...foundInWhole(gitFolder, true)].sort();
    expect(whole.length).toBeGreaterThan(10);
    const all = inBlobs(gitFolder, 'heuristic', 1);
    expect(keysOf(all)).toEqual(whole);
    expect(keysOf(inBlobs(gitFolder, 'heuristic', 3))).toEqual(whole);
    const formed = inBlobs(gitFolder, 'prefixed', 2);
    expect(keysOf(formed)).toEqual([...foundInWhole(gitFolder, false)].sort());
    expect(keysOf(formed.filter(fails))).toEqual(keysOf(all.filter(fails)));
  }, 60_000);
});

const fails = (sighting: Sighting): boolean => isStrong(sighting, 'prefixed');

const keysOf = (sightings: readonly Sighting[]): readonly string[] => sightings.map(keyOf).sort();

/** Without what stands in messages only. */
function inBlobs(gitFolder: string, failOn: PartRequest['failOn'], parts: number): readonly Sighting[] {
  const store = openObjects(gitFolder);
  const agenda = newAgenda(store, 2000);
  expect(agenda.turns.length).toBeGreaterThan(2 * parts);
  const request: PartRequest = { gitFolder, source: {}, env: {}, failOn, agenda };
  const open = Array.from({ length: parts }, () => openPart(request, { progress: () => {}, strong: () => {} }));
  for (const turn of agenda.turns.keys()) open[turn % parts]?.take(turn);
  const sightings = mergeSightings(open.map((part) => part.finish().sightings));
  const ofBlobs = sightings.filter(({ objects }) => objects.some((id) => store.read(id)?.type === 'blob'));
  store.close();
  return ofBlobs;
}
