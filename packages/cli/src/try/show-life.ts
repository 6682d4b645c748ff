/** The whole life of a lease, told while it happens: every line is about a request that was really made. */

import { type Ended, formatDuration, type Identity, type LeaseRecord, Secret } from '@leasehold/core';
import type { Acquired } from '@leasehold/lease';
import { readIdToken } from '@leasehold/oidc';
import { decide } from '@leasehold/policy';
import { endSummary, leaseSummary } from '@leasehold/report';
import { EXIT } from '../exit.ts';
import type { Shell } from '../shell.ts';
import { startJob, type TryJob } from './job.ts';
import { ledgerRows } from './ledger-rows.ts';
import { GRANT, INSIDE, OUTSIDE, POLICY_FILE, POLICY_TEXT, type Scenery, setScenery } from './scenery.ts';
import { mustBe, type Story, tellTo } from './story.ts';

/** What the jobs write. */
const KEY = 'index.html';

/**
 * Tells it.
 *
 * @returns 0
 * @throws InternalError `ERR_TRY` when something did not happen as it would have been told
 */
export async function showLife({ out }: Shell): Promise<number> {
  const began = performance.now();
  const story = tellTo(out);
  out.line('The life of a lease, on this machine: nothing to configure, and nothing leaves it.');
  const scenery = await setScenery();
  try {
    await live(scenery, story);
  } finally {
    await scenery.close();
  }
  out.line();
  out.line(`All of this has just happened, in ${((performance.now() - began) / 1000).toFixed(1)} s. To go on: leasehold --help`);
  return EXIT.clean;
}

async function live(scenery: Scenery, story: Story): Promise<void> {
  const ledger: string[] = [];
  const note = (line: string): void => void ledger.push(line);
  showScenery(scenery, story);
  await showDecisions(scenery, story);

  story.chapter('Two jobs lease at the same time');
  const a = await startJob('A', '7812345678', scenery, note);
  const b = await startJob('B', '7812345999', scenery, note);
  const [answerA, answerB] = await Promise.all([a.acquire(), b.acquire()]);
  const recordA = leased(answerA);
  const recordB = leased(answerB);
  for (const [{ name, run }, { leaseId, expiresAt, ending }] of [
    [a, recordA],
    [b, recordB],
  ] as const) {
    story.line(`job ${name}, run ${run}: lease ${leaseId}, until ${time(expiresAt)}, ending ${ending.kind}`);
  }
  story.line(`The role may write to ${INSIDE} and ${OUTSIDE}; each lease may only ${recordA.subject.scope.join('; ')}.`);

  story.chapter('Each works inside its scope, and is refused outside');
  await expectAlive(a, INSIDE, story);
  await expectAlive(b, INSIDE, story);
  await expectRefused(a, OUTSIDE, story);
  await expectRefused(b, OUTSIDE, story);

  story.chapter('Job A is over: its post step ends its lease, and proves it');
  const endedA = await end(a, recordA);
  story.line(`${endedA.detail}.`);
  await expectRefused(a, INSIDE, story);
  await expectAlive(b, INSIDE, story);
  story.line('Two sessions of one role: one is dead, the other lives on. Then job B ends too.');
  await end(b, recordB);

  story.chapter(`The ledger has a JSON line for each event, ${ledger.length} by now; those of job A, in short`);
  for (const row of ledgerRows(ledger, recordA.leaseId)) story.line(row);

  story.chapter('And the summary of job A shows, in Markdown');
  const summary = `${leaseSummary(recordA, recordA.requestedAt)}\n${endSummary(recordA, endedA, { restored: [], foreign: [] }, Date.now())}`;
  for (const row of summary.trimEnd().split('\n')) story.line(row);
}

async function end(job: TryJob, record: LeaseRecord): Promise<Ended> {
  const ended = await job.release(record);
  mustBe(ended.outcome === 'ended' && ended.verified, `a verified ending of job ${job.name}`);
  return ended;
}

function showScenery({ issuer, aws, grant }: Scenery, story: Story): void {
  story.chapter('Stand-ins are running');
  story.line(`${issuer.url}  an OIDC issuer, which signs ID tokens as GitHub does`);
  story.line(`${aws.url}  STS, IAM and S3; policies are evaluated, signatures are checked`);
  story.line(
    'The account holds what `leasehold trust aws` prints for the grant below; its role may write to more buckets than that.',
  );
  story.chapter(`${POLICY_FILE} says who may lease what`);
  const text = POLICY_TEXT.split('\n');
  for (const row of text.slice(text.indexOf(`  ${grant.id}:`)).filter((line) => line !== '')) story.line(row);
}

async function showDecisions({ issuer, policy }: Scenery, story: Story): Promise<void> {
  story.chapter('The policy decides about each request afresh, by the claims of the ID token');
  const asking = async (claims: Record<string, unknown>): Promise<Identity> => readIdToken(new Secret(await issuer.mint(claims)));
  const push = decide(policy, { grant: GRANT }, await asking({}));
  mustBe(push.allowed, 'a yes to the push');
  story.outcome('a push to main asks', true, `allowed, ${formatDuration(push.ttl)}`);
  const branch = decide(policy, { grant: GRANT }, await asking({ ref: 'refs/heads/feature', event_name: 'pull_request' }));
  mustBe(!branch.allowed, 'a no to the pull request');
  const failed = branch.rules.filter(({ passed }) => !passed).map(({ detail }) => detail);
  story.outcome('a pull request asks', false, `denied: ${failed.join('; ')}`);
}

function leased(answer: Acquired): LeaseRecord {
  mustBe(answer.kind === 'leased', 'a lease');
  return answer.record;
}

async function expectAlive(job: TryJob, bucket: string, story: Story): Promise<void> {
  const { status, refusal } = await job.put(bucket, KEY);
  mustBe(refusal === undefined, `an answer to job ${job.name}`);
  story.outcome(`job ${job.name} puts s3://${bucket}/${KEY}`, true, `${status}, written`);
}

async function expectRefused(job: TryJob, bucket: string, story: Story): Promise<void> {
  const { status, refusal } = await job.put(bucket, KEY);
  mustBe(refusal !== undefined && status === 403, `a refusal of job ${job.name}`);
  // The sentence of the service: whom it is about stands in the line already.
  const reason = /(?:because|with) (?:.*)$/.exec(refusal)?.[0] ?? refusal;
  story.outcome(`job ${job.name} puts s3://${bucket}/${KEY}`, false, `${status}, refused ${reason}`);
}

function time(ms: number): string {
  return `${new Date(ms).toISOString().slice(11, 19)} UTC`;
}
