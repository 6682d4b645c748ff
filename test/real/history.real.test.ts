/** Large histories of others: what their deltas give is what every content in full gives. */

import { basename } from 'node:path';
import { type ObjectStore, openObjects, openWalk } from '@leasehold/git';
import { describe, expect, it } from 'vitest';
import { type Agenda, newAgenda } from '../../packages/scan/src/history/agenda.ts';
import { keyOf } from '../../packages/scan/src/history/contents.ts';
import { openOpeningScanner } from '../../packages/scan/src/history/opening-scanner.ts';
import { openPart } from '../../packages/scan/src/history/part.ts';
import { isStrong, newSightings } from '../../packages/scan/src/history/sightings.ts';

/** Git folders, with colons between them. */
const REPOSITORIES = (process.env.LEASEHOLD_HISTORY_REPOS ?? '').split(':').filter((path) => path !== '');

/** Without a name there is one that does not exist: skipped and counted, or failing where it is required. */
const NAMED = REPOSITORIES.length > 0 ? REPOSITORIES : ['LEASEHOLD_HISTORY_REPOS'];

const TIMEOUT = 1_800_000;

describe.skipIf(REPOSITORIES.length === 0 && process.env.LEASEHOLD_REAL !== 'required')(
  'the history of a real repository',
  () => {
    describe.each(NAMED.map((path) => [basename(path), path] as const))('%s', (_, gitFolder) => {
      const ours = { all: new Set<string>(), formed: new Set<string>() };

      it('gives the same rules and values as its contents in full', { timeout: TIMEOUT }, () => {
        const store = openObjects(gitFolder);
        expect(store.packs.length).toBeGreaterThan(0);
        const agenda = newAgenda(store);
        const messages = (id: string): boolean => store.read(id)?.type !== 'blob';
        for (const [kind, failOn] of [['all', 'heuristic'] as const, ['formed', 'prefixed'] as const]) {
          const part = openPart({ gitFolder, source: {}, env: {}, failOn, agenda }, { progress: () => {}, strong: () => {} });
          for (const turn of agenda.turns.keys()) part.take(turn);
          const { sightings } = part.finish();
          const inBlobs = sightings.filter(({ objects }) => !objects.every(messages));
          expect(inBlobs.map(keyOf).sort(), kind).toEqual(inWhole(store, agenda, kind === 'all'));
          ours[kind] = new Set(inBlobs.filter((sighting) => isStrong(sighting, 'prefixed')).map(keyOf));
        }
      });

      it('gives what fails without what only its surroundings tell', () => {
        expect([...ours.formed].sort()).toEqual([...ours.all].sort());
      });
    });
  },
);

function inWhole(store: ObjectStore, { plans }: Agenda, contextual: boolean): readonly string[] {
  const scanner = openOpeningScanner({}, contextual);
  const whole = newSightings(() => {});
  for (const [at, pack] of store.packs.entries()) {
    const { plan } = plans[at] as Agenda['plans'][number];
    const walk = openWalk(pack, { plan }, ({ bytes }) => {
      for (const raw of scanner.scan(bytes, '')) whole.note(raw, '');
      return 0;
    });
    walk.go(0, plan.count);
    walk.close();
  }
  return whole.list().map(keyOf).sort();
}
