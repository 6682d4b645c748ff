/** The life of a lease, from token to proven death, against an STS, IAM and S3 that nobody here wrote. */

import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Issuer, type Job, type JobOptions, type MintOptions, secretSearch, startJob } from '@leasehold/testkit';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cephAvailable } from './ceph.ts';
import { type Ground, layGround, ROLE } from './ground.ts';
import { credentialOf, leaseStep, printed } from './lease-step.ts';

const SCOPE = 's3:PutObject on arn:aws:s3:::acme-site/art/*';
/** What the job had before; whoever restores puts these back. */
const BEFORE = {
  AWS_ACCESS_KEY_ID: 'before',
  AWS_SECRET_ACCESS_KEY: 'before',
  AWS_SESSION_TOKEN: 'before',
  AWS_REGION: 'us-west-2',
};

describe.skipIf(!cephAvailable())('a lease on a real server', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await layGround();
  });
  afterAll(() => ground?.close());

  const start = async (options: JobOptions = {}): Promise<Job> => {
    const job = await startJob({
      issuer: ground.issuer,
      ...options,
      env: { AWS_ENDPOINT_URL: ground.witness.url, ...options.env },
    });
    onTestFinished(() => job.close());
    return job;
  };
  /** Secrets that a text holds, in any encoding. */
  const leaked = (text: string): string[] => ground.secrets().flatMap((secret) => [...secretSearch(text, secret)]);

  it('may do what `allow` says and no more, and is refused after the post step while its sibling lives on', async () => {
    const job = await start({ env: BEFORE });
    const main = await job.step(leaseStep({ allow: SCOPE }));
    expect(main.code, job.log).toBe(0);
    expect(main.outputs.ending).toBe('denied');
    const leased = credentialOf(job.env);
    const sibling = await ground.session(ROLE, 'sibling');
    expect(await ground.write(leased, '/acme-site/art/page')).toBe(200);
    expect(await ground.write(leased, '/acme-site/elsewhere')).toBe(403);
    expect((await ground.ceph.s3('GET', '/acme-site/art/page', leased)).status).toBe(403);

    const [post] = await job.finish();
    expect(post?.code, job.log).toBe(0);
    expect(await ground.write(leased, '/acme-site/art/page')).toBe(403);
    expect(await ground.write(sibling, '/acme-site/art/page')).toBe(200);
    expect(job.env).toMatchObject(BEFORE);

    const ledger = readFileSync(main.outputs.ledger ?? '', 'utf8');
    expect(events(ledger)).toEqual(['requested', 'issued', 'delivered', 'revoked', 'verified', 'restored']);
    expect(leaked([printed(main), post && printed(post), job.log, job.summary, ledger].join('\n'))).toEqual([]);
  });

  it('ends by time alone without a revoker role, and its time box of a minute holds', async () => {
    const job = await start();
    const main = await job.step(leaseStep({ allow: SCOPE, ttl: '60s', 'revoker-role': undefined }));
    expect(main.code, job.log).toBe(0);
    expect(main.outputs.ending).toBe('expires');
    const leased = credentialOf(job.env);
    const [post] = await job.finish();
    expect(post?.code, job.log).toBe(0);
    expect(await ground.write(leased, '/acme-site/art/box')).toBe(200);
    // Two requests around the end of the box: the one before is answered, the one after refused.
    const end = Date.parse(main.outputs['expires-at'] ?? '');
    await sleepUntil(end - 5_000);
    expect(await ground.write(leased, '/acme-site/art/box')).toBe(200);
    await sleepUntil(end + 1_500);
    expect(await ground.write(leased, '/acme-site/art/box')).toBe(403);
    expect(leaked([job.log, job.summary].join('\n'))).toEqual([]);
  });

  describe('is refused and explained', () => {
    // The server says no and nothing else; what no claim shows can only be told from what it was compared with.
    const UNTRUSTED = 'ERR_AWS_TRUST_REFUSED';
    it.each<[string, MintOptions, RegExp | string]>([
      [
        'a token for another audience',
        { audience: 'https://github.com/acme' },
        'the token is for the audience `https://github.com/acme`',
      ],
      ['an expired token', { issuedAt: Math.floor(Date.now() / 1000) - 3_600 }, /clock is \d+ s ahead of the issuer's/],
      ['a forged token', { key: 'forged' }, UNTRUSTED],
      ['a token without a signature', { alg: 'none' }, UNTRUSTED],
    ])('with %s', async (_name, spoilt, why) => {
      const job = await start({ issuer: await handingOut(ground.issuer, spoilt) });
      const main = await job.step(leaseStep({ allow: SCOPE }));
      const [post] = await job.finish();
      expect(main.code, job.log).toBe(1);
      expect(post?.code, job.log).toBe(0);
      expect(job.env).not.toHaveProperty('AWS_ACCESS_KEY_ID');
      expect(job.log).toMatch(why);
      for (const text of [job.log, job.summary]) {
        expect(text).toMatch(/\bsub\W+repo:acme\/site:ref:refs\/heads\/main/);
        expect(text).toMatch(/\baud\W+(sts\.amazonaws\.com|https:\/\/github\.com\/acme)/);
      }
      expect(leaked([printed(main), post && printed(post), job.log, job.summary].join('\n'))).toEqual([]);
    });
  });

  it('loses nothing when 20 jobs end at once', async () => {
    const jobs: Job[] = [];
    for (let number = 0; number < 20; number++) {
      const job = await start();
      const main = await job.step(leaseStep({ allow: SCOPE }));
      expect(main.code, job.log).toBe(0);
      jobs.push(job);
    }
    const leased = jobs.map((job) => credentialOf(job.env));
    const sibling = await ground.session(ROLE, 'twenty-first');
    const write = (as: (typeof leased)[number]) => ground.write(as, '/acme-site/art/page');
    expect(await Promise.all(leased.map(write))).toEqual(Array(20).fill(200));
    const posts = await Promise.all(jobs.map((job) => job.finish()));
    expect(
      posts.map(([post]) => post?.code),
      jobs.map((job) => job.log).join('\n'),
    ).toEqual(Array(20).fill(0));
    expect(await Promise.all(leased.map(write))).toEqual(Array(20).fill(403));
    expect(await write(sibling)).toBe(200);
    expect(leaked(jobs.map((job) => job.log + job.summary).join('\n'))).toEqual([]);
  });

  it('is delivered in files that only this user can read and that are gone afterwards', async () => {
    const job = await start({ env: BEFORE });
    const main = await job.step(leaseStep({ allow: SCOPE, delivery: 'file' }));
    expect(main.code, job.log).toBe(0);
    expect(job.env).toMatchObject({ AWS_SESSION_TOKEN: main.env.AWS_SESSION_TOKEN ?? 'before' });
    const path = job.env.AWS_SHARED_CREDENTIALS_FILE ?? '';
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const leased = credentialOf(Object.fromEntries([...readFileSync(path, 'utf8').matchAll(/^(\w+) ?= ?(.*)$/gm)].map(upper)));
    expect(await ground.write(leased, '/acme-site/art/page')).toBe(200);
    await job.finish();
    expect(() => statSync(path)).toThrow('ENOENT');
    expect(await ground.write(leased, '/acme-site/art/page')).toBe(403);
    expect(job.env).toMatchObject(BEFORE);
    expect(leaked([job.log, job.summary].join('\n'))).toEqual([]);
  });

  it('is delivered in outputs without touching the environment', async () => {
    const job = await start({ env: BEFORE });
    const main = await job.step(leaseStep({ allow: SCOPE, delivery: 'output' }));
    expect(main.code, job.log).toBe(0);
    expect(job.env).toMatchObject(BEFORE);
    const leased = credentialOf(main.outputs, 'output');
    expect(await ground.write(leased, '/acme-site/art/page')).toBe(200);
    await job.finish();
    expect(await ground.write(leased, '/acme-site/art/page')).toBe(403);
    expect(job.env).toMatchObject(BEFORE);
    expect(leaked([job.log, job.summary].join('\n'))).toEqual([]);
  });

  it.each([
    ['acme-site', 'acme-logs'],
    ['acme-logs', 'acme-site'],
  ])('does not disturb a second one in the same job: %s, then %s', async (first, second) => {
    const job = await start({ env: BEFORE });
    const leased = [];
    for (const bucket of [first, second]) {
      const main = await job.step(leaseStep({ allow: `s3:PutObject on arn:aws:s3:::${bucket}/*` }));
      expect(main.code, job.log).toBe(0);
      leased.push({ bucket, credential: credentialOf(job.env) });
    }
    const [one, two] = leased;
    const write = (as = one, to = one) => as && to && ground.write(as.credential, `/${to.bucket}/page`);
    expect([await write(one, one), await write(one, two), await write(two, two), await write(two, one)]).toEqual([
      200, 403, 200, 403,
    ]);
    const posts = await job.finish();
    expect(
      posts.map(({ code }) => code),
      job.log,
    ).toEqual([0, 0]);
    expect([await write(one, one), await write(two, two)]).toEqual([403, 403]);
    expect(job.env).toMatchObject(BEFORE);
    expect(leaked([job.log, job.summary].join('\n'))).toEqual([]);
  });
});

/** The issuer's endpoint, but every token that it hands out is spoilt. */
async function handingOut(issuer: Issuer, spoilt: MintOptions): Promise<Issuer> {
  const server = createServer((request, response) => {
    const audience = new URL(request.url ?? '/', issuer.url).searchParams.get('audience') ?? '';
    void issuer.mint({}, { audience, ...spoilt }).then((value) => response.end(JSON.stringify({ value })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { ...issuer, requestUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/?api-version=2.0` };
}

function events(ledger: string): string[] {
  return ledger
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { event: string }).event);
}

function upper([, name = '', value = '']: RegExpExecArray): [string, string] {
  return [name.toUpperCase(), value];
}

function sleepUntil(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, time - Date.now())));
}
