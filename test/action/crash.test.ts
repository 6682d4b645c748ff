/** Main is killed between any two things that anybody else can see; then post runs, as the runner does it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { write } from './credential.ts';
import { BEFORE, inLanes, startWorld, type World } from './world.ts';

const KILLER: string = pathToFileURL(join(import.meta.dirname, '../real/kill-at.ts')).href;
const LANES = 4;

/** One row of the matrix. */
interface Crash {
  /** What main did, one line each, up to the thing that it was killed before. */
  readonly things: readonly string[];
  /** Sessions that had been issued. */
  readonly issued: number;
  /** What is wrong; nothing, if all is well. */
  readonly wrong: readonly string[];
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Runs main and kills it right before its n-th thing, not at all for 0; then runs post. */
async function crash(delivery: string, n: number): Promise<Crash> {
  await using scene = await world.scene({ env: BEFORE });
  const list = join(scene.job.folders.root, 'things');
  const env = { NODE_OPTIONS: `--import=${KILLER}`, LEASEHOLD_KILL_AT: String(n), LEASEHOLD_KILL_LOG: list };
  const main = await scene.lease({ delivery }, { env });
  const things = readFileSync(list, 'utf8').trim().split('\n');
  const sessions = scene.sessions();
  const post = await scene.end();
  const answers: number[] = [];
  for (const session of sessions) answers.push(await write(world.aws, session));
  const changed = Object.entries(scene.job.env).filter(
    ([name, value]) => name.startsWith('AWS_') && name !== 'AWS_ENDPOINT_URL' && value !== (BEFORE[name] ?? ''),
  );
  const proven = post.stdout.includes('verified dead') || /unverified: .*; the credential may still work until/.test(post.stdout);
  const killed = n > 0 && things.length >= n;
  const wrong = [
    ...(main.code === (killed ? null : 0) ? [] : [`main ended with ${main.code}`]),
    ...(main.fileErrors.length === 0 ? [] : main.fileErrors),
    ...(post.code === 0 ? [] : [`post ended with ${post.code}`]),
    ...answers.filter((status) => status !== 403).map(() => 'a session lives on'),
    ...(sessions.length === 0 || proven ? [] : ['nobody is told what became of the session']),
    ...changed.map(([name]) => `\`${name}\` was not restored`),
    ...scene.folders().map((name) => `the folder \`${name}\` was left`),
    ...scene.leaks(scene.shown).map((form) => `a secret is shown as ${form}`),
  ];
  const before = killed ? `killed before \`${things.at(-1)}\`` : 'not killed';
  return { things, issued: sessions.length, wrong: wrong.map((what) => `${before}: ${what}\n${scene.job.log}`) };
}

/** Whether somebody could see a difference between a kill before this thing and one before the thing that came before it. */
function isVisible(thing: string, index: number, things: readonly string[]): boolean {
  // Masks come in a row; a folder that is there is made again; what is removed before a write was never there.
  if (thing.startsWith('write add-mask')) return things[index - 1] !== thing;
  if (thing.startsWith('mkdirSync')) return things.indexOf(thing) === index;
  return !thing.startsWith('rmSync');
}

it.each([
  ['env', 'everything', /./],
  // The files and what points to them; all else is as above.
  ['file', 'each file', /partial|github_env/],
])(
  'main, delivering by `%s` and killed before %s, leaves no lease that post does not end, and nothing that it does not put back',
  async (delivery, _what, where) => {
    const whole = await crash(delivery, 0);
    expect(whole.wrong).toEqual([]);
    const points = whole.things.flatMap((thing, index) =>
      where.test(thing) && isVisible(thing, index, whole.things) ? [index + 1] : [],
    );
    const rows = await inLanes(points, LANES, (n) => crash(delivery, n));
    expect(rows.flatMap(({ wrong }) => wrong)).toEqual([]);
    // The first answer brings the ID token, the second one the session.
    for (const { things, issued } of rows) expect(issued).toBe(things.filter((thing) => thing === 'answer').length === 2 ? 1 : 0);
    expect(rows.filter(({ issued }) => issued > 0).length).toBeGreaterThan(5);
  },
);

it('main saves what post needs before it asks, and masks before it hands anything over', async () => {
  const { things } = await crash('file', 0);
  const [, exchange = 0] = things.flatMap((thing, index) => (thing === 'end of a request' ? [index] : []));
  const lastMask = things.lastIndexOf('write add-mask');
  const published = things.findIndex(
    (thing, index) => index > exchange && /^(?:write|rename|append)/.test(thing) && !thing.includes('add-mask'),
  );
  expect(things.slice(0, exchange)).toContain('appendFileSync github_state');
  expect(lastMask).toBeGreaterThan(things.lastIndexOf('answer'));
  expect(published).toBeGreaterThan(lastMask);
});
