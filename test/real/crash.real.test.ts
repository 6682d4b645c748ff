/** Main is killed before each thing that anybody else can see, one after the other; then post runs, as the runner does it. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { githubClaims, type Job, secretSearch, startJob } from '@leasehold/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cephAvailable } from './ceph.ts';
import { type Ground, layGround, ROLE } from './ground.ts';
import { leaseStep } from './lease-step.ts';

const KILLER: string = new URL('./kill-at.ts', import.meta.url).href;
/** Runs side by side; each has a run number of its own, by which its sessions are told apart. */
const LANES = 3;
const BEFORE = {
  AWS_ACCESS_KEY_ID: 'before',
  AWS_SECRET_ACCESS_KEY: 'before',
  AWS_SESSION_TOKEN: 'before',
  AWS_REGION: 'us-west-2',
};

/** One row of the matrix. */
interface Crash {
  /** Before which thing main was killed; undefined when it came to its end. */
  readonly before: string | undefined;
  readonly things: readonly string[];
  /** Answers to a write with each session that was issued: before post and after it. */
  readonly sessions: readonly (readonly [number, number])[];
  readonly mainCode: number | null;
  readonly postCode: number | null | undefined;
  /** Variables for AWS that have another value than before; one that was not there may be empty. */
  readonly changed: readonly string[];
  /** Private folders that are still there. */
  readonly folders: readonly string[];
  readonly log: string;
  readonly leaks: readonly string[];
}

describe.skipIf(!cephAvailable()).each(['env', 'file'])('main, killed anywhere, with delivery by %s', (delivery) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await layGround();
  });
  afterAll(() => ground?.close());

  it('leaves no lease that post does not end, and nothing that post does not put back', async () => {
    const whole = await crash(ground, delivery, 0);
    expect(whole.mainCode, whole.log).toBe(0);
    expect(verdicts(whole)).toEqual([]);
    expect(whole.things.filter((thing) => thing === 'end of a request').length).toBeGreaterThanOrEqual(2);

    const rows = await matrix((n) => crash(ground, delivery, n));
    // Two runs may differ by a line, since secrets have more or fewer forms to be masked, but not in what they do.
    expect(new Set(rows.map(({ before }) => before))).toEqual(new Set([...whole.things, undefined]));
    expect(rows.filter(({ sessions }) => sessions.length > 0).length, 'kills after the exchange').toBeGreaterThan(10);
    expect(rows.flatMap(verdicts)).toEqual([]);
  });
});

/** What is wrong with a row; nothing, if all is well. */
function verdicts(row: Crash): string[] {
  const wrong = [
    ...(row.mainCode === (row.before === undefined ? 0 : null) ? [] : [`main ended with ${row.mainCode}`]),
    ...(row.postCode === 0 ? [] : [`post ended with ${row.postCode}:\n${row.log}`]),
    ...row.sessions.filter(([before]) => before !== 200).map(([before]) => `the session was answered ${before} before post`),
    ...row.sessions.filter(([, after]) => after !== 403).map(() => `the session lives on after post:\n${row.log}`),
    ...row.changed.map((name) => `\`${name}\` was not restored`),
    ...row.folders.map((name) => `the folder \`${name}\` was left`),
    ...row.leaks.map((form) => `a secret was printed as ${form}`),
  ];
  return wrong.map((what) => `killed before \`${row.before}\`: ${what}`);
}

/** Runs main with a kill before its n-th thing, then post. */
async function crash(ground: Ground, delivery: string, n: number): Promise<Crash> {
  const run = String(7_800_000_000 + n);
  const claims = githubClaims({ run_id: run });
  await using job = await startJob({ issuer: ground.issuer, claims, env: { AWS_ENDPOINT_URL: ground.witness.url, ...BEFORE } });
  const things = join(job.folders.root, 'things');
  const before = job.env;
  const step = leaseStep({ allow: 's3:PutObject on arn:aws:s3:::acme-site/*', delivery });
  const main = await job.step({
    ...step,
    env: { NODE_OPTIONS: `--import=${KILLER}`, LEASEHOLD_KILL_AT: String(n), LEASEHOLD_KILL_LOG: things },
  });
  const mine = ground.witness.sessions.filter(({ role, name }) => role === ROLE && name.startsWith(`lh-gh-${run}-`));
  const answers = () => Promise.all(mine.map(({ credential }) => ground.write(credential, '/acme-site/page')));
  const alive = await answers();
  const [post] = await job.finish();
  const dead = await answers();
  const seen = readFileSync(things, 'utf8').trim().split('\n');
  const told = `${job.log}\n${job.summary}\n${ledger(job)}`;
  return {
    before: main.signal === 'SIGKILL' ? seen.at(-1) : undefined,
    things: seen,
    sessions: alive.map((status, index) => [status, dead[index] ?? 0] as const),
    mainCode: main.code,
    postCode: post?.code,
    changed: Object.keys(job.env).filter((name) => name.startsWith('AWS_') && job.env[name] !== (before[name] ?? '')),
    folders: listed(join(job.folders.temp, 'leasehold')),
    log: job.log,
    leaks: ground.secrets().flatMap((secret) => [...secretSearch(told, secret)]),
  };
}

/** One crash after the other, a few at a time, until main comes to its end. */
async function matrix(crashAt: (n: number) => Promise<Crash>): Promise<Crash[]> {
  const rows: Crash[] = [];
  let n = 0;
  const lane = async () => {
    while (!rows.some(({ before }) => before === undefined)) rows.push(await crashAt(++n));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return rows;
}

function ledger(job: Job): string {
  return listed(job.folders.temp)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => readFileSync(join(job.folders.temp, name), 'utf8'))
    .join('\n');
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
