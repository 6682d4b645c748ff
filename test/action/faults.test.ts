/** Every exchange of main and post, spoilt in every way: it recovers, or it fails loudly with a code, and never calls a live lease dead. */

import { FAULTS, type Fault } from '@leasehold/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { INSIDE, write } from './credential.ts';
import { BEFORE, inLanes, startWorld, type World } from './world.ts';

/** Jobs side by side; most of a spoilt job's time is spent waiting. */
const LANES = 12;
/** The most that one exchange may be tried. */
const ATTEMPTS = 6;
/** More often than anything is tried. */
const ALWAYS = 999;

/** One exchange: which proxy it passes, and how it is told from the others. */
interface ExchangeUnderTest {
  readonly name: string;
  readonly half: 'main' | 'post';
  readonly through: 'tokens' | 'cloud';
  readonly match: string;
  /** How many that match come before it. */
  readonly skip?: number;
}

const ID_TOKEN = { through: 'tokens', match: 'idtoken' } as const;
const PROBE = { half: 'post', through: 'cloud', match: `PUT /${INSIDE}/` } as const;

const EXCHANGES: readonly ExchangeUnderTest[] = [
  { name: 'ID token of main', half: 'main', ...ID_TOKEN },
  { name: 'STS of main', half: 'main', through: 'cloud', match: 'RoleSessionName=lh-gh' },
  { name: 'ID token of post', half: 'post', ...ID_TOKEN },
  { name: 'STS of the revoker', half: 'post', through: 'cloud', match: 'RoleSessionName=lh-end' },
  { name: 'IAM read', half: 'post', through: 'cloud', match: 'Action=GetRole&' },
  { name: 'IAM write', half: 'post', through: 'cloud', match: 'Action=CreatePolicyVersion' },
];
const PROBES: readonly ExchangeUnderTest[] = [
  { name: 'probe before', ...PROBE },
  { name: 'probe after', ...PROBE, skip: 1 },
];

/** What a spoilt job comes to: `verified` when it goes on as if nothing had been. */
type Result = 'verified' | 'unverified' | 'main fails' | 'post fails';

/** One job, and which of its exchanges are spoilt. */
interface Case {
  readonly title: string;
  readonly exchanges: readonly ExchangeUnderTest[];
  readonly fault: Fault;
  readonly times: number;
  readonly expected: Result;
}

/** Every exchange that was spoilt once is got over, but for these. */
const EXCEPTIONS: Readonly<Record<string, Result>> = {
  // A credential that ends otherwise than was asked is thrown away, and ended by its name.
  'STS of main: clock an hour ahead': 'main fails',
  'STS of the revoker: clock an hour ahead': 'post fails',
  // A page with status 200 may be what a captive portal says to everything: no control, so no proof.
  'probe before: HTML instead of an answer': 'unverified',
};

/** Slow, or not got over everywhere: a job for each exchange. */
const ALONE: readonly Fault['kind'][] = ['hang', 'clock'];
/** Answered by asking again, so that the probe after the ending is the third one. */
const RETRIED: readonly Fault['kind'][] = ['status', 'reset', 'truncated'];

/** Every fault on every exchange; where all are got over, several exchanges share a job. */
function once(): readonly Case[] {
  const each = (exchanges: readonly ExchangeUnderTest[]): ExchangeUnderTest[][] => exchanges.map((exchange) => [exchange]);
  return Object.entries(FAULTS).flatMap(([name, fault]) => {
    const groups = [
      ...(ALONE.includes(fault.kind) ? each(EXCHANGES) : [EXCHANGES]),
      ...(RETRIED.includes(fault.kind) ? [PROBES] : each(PROBES)),
    ];
    return groups.map((exchanges): Case => {
      const title = `${exchanges.map((exchange) => exchange.name).join(', ')}: ${name}`;
      return { title, exchanges, fault, times: 1, expected: EXCEPTIONS[title] ?? 'verified' };
    });
  });
}

/** Faults that never go away: one that says when, far beyond any budget; and one that may be tried again, which in main would only take longer. */
function always(): readonly Case[] {
  const hour: Fault = { kind: 'status', status: 429, retryAfter: '3600' };
  const lasting = (exchange: ExchangeUnderTest, name: string, fault: Fault): Case => {
    const expected = PROBES.includes(exchange) ? 'unverified' : (`${exchange.half} fails` as const);
    return { title: `${exchange.name}: ${name}`, exchanges: [exchange], fault, times: ALWAYS, expected };
  };
  return [
    ...EXCHANGES.filter(({ half }) => half === 'post').map((exchange) => lasting(exchange, '500 each time', FAULTS['500'])),
    ...[...EXCHANGES, ...PROBES].map((exchange) => lasting(exchange, '429 for an hour', hour)),
  ];
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Runs one job; tells what is wrong with it, nothing if all is well. */
async function run({ title, exchanges, fault, times, expected }: Case): Promise<string[]> {
  await using scene = await world.scene({ env: BEFORE });
  const spoil = (half: 'main' | 'post'): void => {
    scene.tokens.clear();
    scene.cloud.clear();
    for (const { through, match, skip = 0 } of exchanges.filter((exchange) => exchange.half === half))
      scene[through].next(fault, { match, skip, times });
  };
  spoil('main');
  const main = await scene.lease();
  spoil('post');
  const post = await scene.end();
  const alive: number[] = [];
  for (const session of scene.sessions()) alive.push(await write(world.aws, session));

  const verified = post.stdout.includes('verified dead');
  const result: Result = main.code !== 0 ? 'main fails' : post.code !== 0 ? 'post fails' : verified ? 'verified' : 'unverified';
  const told = /(?:NOT ENDED|unverified): .*; the credential may still work until .* UTC/.test(post.stdout);
  const tokens = scene.sent('AssumeRoleWithWebIdentity').map((body) => body.get('WebIdentityToken'));
  const spoilt = [...scene.tokens.log, ...scene.cloud.log].filter((request) => request.fault !== undefined).length;
  const uncoded = [...scene.job.log.matchAll(/::error::.*/g)].filter(([line]) => !/[[(]ERR_[A-Z_]+[\])]/.test(line));
  const wrong = [
    ...(result === expected ? [] : [`${result}, and not ${expected}`]),
    ...(alive.includes(200) && (post.code !== 1 || !told) ? ['a live session is not announced'] : []),
    ...(result === 'verified' || result === 'main fails' || told ? [] : ['nobody is told that it may live']),
    ...(times > 1 || spoilt === exchanges.length ? [] : [`${spoilt} answers were spoilt`]),
    // The probe after the ending is asked for as long as the denial may take to spread.
    ...(spoilt <= ATTEMPTS || exchanges.some(({ skip }) => skip !== undefined) ? [] : [`${spoilt} attempts`]),
    ...(new Set(tokens).size === tokens.length ? [] : ['a token was sent twice']),
    ...uncoded.map(([line]) => `no code: ${line}`),
    ...(Object.entries(BEFORE).every(([name, value]) => scene.job.env[name] === value) ? [] : ['a variable was not restored']),
    ...(scene.folders().length === 0 ? [] : ['a folder was left']),
    ...scene.leaks(scene.shown).map((form) => `a secret is shown as ${form}`),
  ];
  return wrong.map((what) => `${title}: ${what}\n${scene.job.log}`);
}

it('an exchange that is spoilt, once or for good, in any way, is got over or fails loudly, and no live lease is called dead', async () => {
  const cases = [...always(), ...once()].sort((a, b) => rank(a) - rank(b));
  const wrong = await inLanes(cases, LANES, run);
  expect(wrong.flat()).toEqual([]);
});

/** Those that wait longest begin first. */
function rank({ fault, times }: Case): number {
  return times > 1 ? 0 : fault.kind === 'hang' ? 1 : 2;
}
