/** The action under a runner that nobody here wrote, with the server that nobody here wrote. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretSearch } from '@leasehold/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cephAvailable, policyDocument } from './ceph.ts';
import { documentedFiles, documentedPolicy, documentedWorkflows } from './documented.ts';
import { type Ground, layGround, ROLE } from './ground.ts';
import { installRunner, RUN, type Run, type RunOptions, runnerAvailable, startRun } from './runner.ts';
import type { Session } from './witness.ts';

const WORKFLOWS = join(import.meta.dirname, 'workflows');
const NAMES = `lh-gh-${RUN.id}-${RUN.attempt}-`;

describe.skipIf(!cephAvailable() || !runnerAvailable())('a workflow under nektos/act', () => {
  let ground: Ground;
  let runner: string;
  let run: Run | undefined;

  beforeAll(async () => {
    runner = installRunner();
    ground = await layGround();
  });
  afterAll(() => ground?.close());
  afterEach(() => {
    run?.signal('SIGKILL');
    run?.remove();
    ground.witness.reset();
  });

  /** Starts a run in a repository that holds one workflow and what it publishes. */
  const start = (workflow: string, more: Partial<RunOptions> = {}): Run => {
    run = startRun(runner, {
      workflow: '.github/workflows/publish.yml',
      env: ground.env,
      ...more,
      files: { '.github/workflows/publish.yml': workflow, 'index.html': '<h1>site</h1>\n', ...more.files },
    });
    return run;
  };
  /** The sessions that were leased, without those of the revoker. */
  const leases = (): Session[] => ground.witness.sessions.filter(({ role }) => role === ROLE);
  const alive = async ({ credential }: Session, bucket = 'acme-site'): Promise<boolean> =>
    (await ground.write(credential, `/${bucket}/probe`)) === 200;
  /** Status of what a run published: objects belong to the role, not to the administrator. */
  const page = async (path: string): Promise<number> =>
    (await ground.ceph.s3('GET', path, await ground.session(ROLE, 'reader'))).status;
  const leaked = (text: string): string[] => ground.secrets().flatMap((secret) => [...secretSearch(text, secret)]);

  it('gets a lease that its steps use, and that is dead when the job is over', async () => {
    const { over, log } = start(fixture('published.yml'));
    expect(await over, log()).toBe(0);
    expect(await page('/acme-site/published/index.html')).toBe(200);
    expect(leases()).toHaveLength(1);
    expect(leases()[0]?.name.startsWith(NAMES)).toBe(true);
    for (const lease of leases()) expect(await alive(lease)).toBe(false);
    expect(leaked(log())).toEqual([]);
  });

  it('loses the lease also when a step fails', async () => {
    const { over, log } = start(fixture('failed-step.yml'));
    expect(await over).toBe(1);
    expect(log()).not.toContain('never reached\n');
    expect(leases()).toHaveLength(1);
    for (const lease of leases()) expect(await alive(lease)).toBe(false);
    expect(leaked(log())).toEqual([]);
  });

  it('holds two leases that do not disturb each other', async () => {
    const { over, log } = start(fixture('two-leases.yml'));
    expect(await over, log()).toBe(0);
    expect(await page('/acme-site/two/index.html')).toBe(200);
    expect(await page('/acme-logs/two/index.html')).toBe(200);
    expect(await page('/acme-site/two/never.html')).toBe(404);
    const [site, logs] = leases();
    expect(site && logs && (await Promise.all([alive(site), alive(logs, 'acme-logs')]))).toEqual([false, false]);
    expect(leaked(log())).toEqual([]);
  });

  it('gives files to a client that reads nothing else', async () => {
    const { over, log } = start(fixture('files.yml'));
    expect(await over, log()).toBe(0);
    expect(await page('/acme-site/files/index.html')).toBe(200);
    expect(leases()).toHaveLength(1);
    for (const lease of leases()) expect(await alive(lease)).toBe(false);
    expect(leaked(log())).toEqual([]);
  });

  it('may take the lease in a composite action', async () => {
    const { over, log } = start(fixture('composite.yml'), {
      files: { '.github/actions/publish/action.yml': fixture('publish/action.yml') },
    });
    expect(await over, log()).toBe(0);
    expect(await page('/acme-site/composite/index.html')).toBe(200);
    expect(leases()).toHaveLength(1);
    for (const lease of leases()) expect(await alive(lease)).toBe(false);
    expect(leaked(log())).toEqual([]);
  });

  it('may take the lease in a reusable workflow', async () => {
    const { over, log } = start(fixture('reusable.yml'), { files: { '.github/workflows/called.yml': fixture('called.yml') } });
    expect(await over, log()).toBe(0);
    expect(await page('/acme-site/reusable/index.html')).toBe(200);
    expect(leases()).toHaveLength(1);
    for (const lease of leases()) expect(await alive(lease)).toBe(false);
    expect(leaked(log())).toEqual([]);
  });

  it('loses the lease when the run is cancelled', async () => {
    const { seen, signal, over, log } = start(fixture('interrupted.yml'), { vars: { TTL: '10m' } });
    await seen('| step is under way');
    for (const lease of leases()) expect(await alive(lease)).toBe(true);
    signal('SIGINT');
    expect(await over).toBe(1);
    expect(leases()).toHaveLength(1);
    for (const lease of leases()) expect(await alive(lease)).toBe(false);
    expect(leaked(log())).toEqual([]);
  });

  it('leaves, when cancelled twice, a lease that the pattern of the run ends', async () => {
    const { seen, signal, over, log } = start(fixture('interrupted.yml'), { vars: { TTL: '10m' } });
    await seen('| step is under way');
    const asked = ground.witness.hold('PutRolePolicy');
    signal('SIGINT');
    // The post step is at work, and its decisive request gets no answer.
    await asked;
    signal('SIGINT');
    await over;
    const other = await ground.session(ROLE, 'lh-gh-7812345679-1-0000000000000a');
    const [left] = leases();
    expect(left && (await alive(left))).toBe(true);
    await sweepRun();
    expect(left && (await alive(left))).toBe(false);
    expect(await ground.write(other, '/acme-site/probe')).toBe(200);
    expect(leaked(log())).toEqual([]);
  });

  it('leaves, when the runner is killed, a lease that dies with its time box', async () => {
    const { seen, signal, over, log } = start(fixture('interrupted.yml'), { vars: { TTL: '60s' } });
    await seen('| step is under way');
    const since = Date.now();
    signal('SIGKILL');
    expect(await over).toBe('SIGKILL');
    const [left] = leases();
    expect(left?.name.startsWith(NAMES)).toBe(true);
    expect(left && (await alive(left))).toBe(true);
    await expect.poll(() => left && alive(left), { timeout: 75_000, interval: 1_000 }).toBe(false);
    expect(Date.now() - since).toBeLessThan(75_000);
    expect(leaked(log())).toEqual([]);
  });

  /** What somebody does who knows nothing but the number of the run. */
  async function sweepRun(): Promise<void> {
    const deny = { Effect: 'Deny', Action: '*', Resource: '*', Condition: { StringLike: { 'aws:userid': [`*:${NAMES}*`] } } };
    const sweep = { RoleName: ROLE, PolicyName: 'sweep' };
    await ground.ceph.iam('PutRolePolicy', { ...sweep, PolicyDocument: policyDocument([deny]) });
    onTestFinished(() => ground.ceph.iam('DeleteRolePolicy', sweep).then(() => undefined));
  }

  describe('as the documentation has it', () => {
    for (const { place, text } of documentedWorkflows()) {
      it(`the workflow at ${place} runs as it stands`, async () => {
        ground.issuer.setClaims({ environment: /^ +environment: (\S+)$/m.exec(text)?.[1] });
        const policy = documentedPolicy(text);
        const files = { ...documentedFiles(), ...(policy && { '.github/leasehold.yml': policy }) };
        const { over, log } = start(text, { event: /^ +push:|^on: push$/m.test(text) ? 'push' : 'workflow_dispatch', files });
        expect(await over, log()).toBe(0);
        const ends = /revoker-role:/.test(policy ?? text);
        expect(log()).toContain(`::set-output:: ending=${ends ? 'denied' : 'expires'}`);
        expect(leases()).toHaveLength(1);
        for (const lease of leases()) if (ends) expect(await alive(lease)).toBe(false);
        expect(leaked(log())).toEqual([]);
      });
    }
  });
});

function fixture(name: string): string {
  return readFileSync(join(WORKFLOWS, name), 'utf8');
}
