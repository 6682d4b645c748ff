/** The whole life of a lease by the built bundle, as the runner runs it. */

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EndingForm } from '@leasehold/providers';
import type { Ran } from '@leasehold/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyFile } from './account.ts';
import { delivered, INSIDE, OUTSIDE, write } from './credential.ts';
import { events } from './events.ts';
import { BEFORE, MANIFEST, type Scene, startWorld, type World } from './world.ts';

const PUT_PAGE = `"${process.execPath}" "${join(import.meta.dirname, 'put-page.ts')}"`;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe.each<EndingForm>(['boundary', 'inline'])('a lease that ends in the form %s', (form) => {
  it('may do what `allow` says, and is refused after post while its sibling lives on', async () => {
    await using scene = await world.scene({ form, env: BEFORE });
    const main = await scene.lease();
    expect(main.code, scene.job.log).toBe(0);
    expect(main.outputs.ending).toBe('denied');
    const leased = delivered(scene.job.env);
    const sibling = await scene.sibling();
    expect([await write(world.aws, leased), await write(world.aws, leased, OUTSIDE)]).toEqual([200, 403]);

    const post = await scene.end();
    expect(post.code, scene.job.log).toBe(0);
    expect(post.stdout).toContain('denied and verified dead');
    expect([await write(world.aws, leased), await write(world.aws, sibling)]).toEqual([403, 200]);
    expect(scene.job.env).toMatchObject(BEFORE);
    expect(scene.folders()).toEqual([]);
    expect(events(scene)).toEqual(['requested', 'issued', 'delivered', 'revoked', 'verified', 'restored']);
    expect(scene.leaks(scene.shown)).toEqual([]);
  });
});

describe('without a revoker', () => {
  it('a lease is left to expire, and everything says so', async () => {
    await using scene = await world.scene();
    const main = await scene.lease({ 'revoker-role': undefined });
    expect(main.outputs.ending).toBe('expires');
    const post = await scene.end();
    expect(post.code, scene.job.log).toBe(0);
    expect(post.stdout).toMatch(/left to expire, as announced: .*; the credential may still work until .* UTC \(in [\dms]+\)/);
    expect(scene.job.summary).toContain('| Outcome | **left to expire, as announced** |');
    expect(scene.shown).not.toMatch(/cleaned up|verified dead/i);
    const [session] = scene.sessions();
    expect(session && (await write(world.aws, session))).toBe(200);
    expect(events(scene)).toEqual(['requested', 'issued', 'delivered', 'restored']);
    expect(scene.sent('AssumeRoleWithWebIdentity')).toHaveLength(1);
  });
});

describe('delivery', () => {
  it('by `env` is what an SDK finds by itself', async () => {
    await using scene = await world.scene();
    await scene.lease();
    expect((await scene.job.run(`${PUT_PAGE} ${INSIDE}`)).code, scene.job.log).toBe(0);
    expect(world.aws.objects(INSIDE)).toContain('by-a-step');
    expect(world.aws.requests.at(-1)?.sessionName).toBe(scene.sessions()[0]?.sessionName);
  });

  it('by `env` is what an SDK finds although a profile was chosen before', async () => {
    await using scene = await world.scene({ env: { AWS_PROFILE: 'deploy' } });
    await scene.lease();
    expect((await scene.job.run(`${PUT_PAGE} ${INSIDE}`)).code, scene.job.log).toBe(0);
    expect(world.aws.requests.at(-1)?.sessionName).toBe(scene.sessions()[0]?.sessionName);
    expect((await scene.end()).code, scene.job.log).toBe(0);
    expect(scene.job.env.AWS_PROFILE).toBe('deploy');
  });

  it('by `file` is what an SDK finds by itself, in files for this user alone that are gone afterwards', async () => {
    await using scene = await world.scene({ env: BEFORE });
    const main = await scene.lease({ delivery: 'file' });
    expect(main.code, scene.job.log).toBe(0);
    const { AWS_CONFIG_FILE: config = '', AWS_SHARED_CREDENTIALS_FILE: credentials = '', AWS_PROFILE } = scene.job.env;
    expect([config, credentials].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
    expect([join(config, '..'), join(config, '../..')].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o700]);
    expect(AWS_PROFILE).toContain(main.outputs['lease-id']);
    expect((await scene.job.run(`${PUT_PAGE} ${INSIDE}`)).code, scene.job.log).toBe(0);
    expect(world.aws.requests.at(-1)?.sessionName).toBe(scene.sessions()[0]?.sessionName);

    expect((await scene.end()).code, scene.job.log).toBe(0);
    expect(scene.folders()).toEqual([]);
    expect(scene.job.env).toMatchObject(BEFORE);
    expect(scene.job.env.AWS_CONFIG_FILE).toBe('');
  });

  it('by `output` sets every output of `action.yml` and no variable', async () => {
    await using scene = await world.scene({ env: BEFORE });
    const main = await scene.lease({ delivery: 'output' });
    expect(Object.keys(main.outputs).sort()).toEqual(Object.keys(MANIFEST.outputs).sort());
    expect(main.env).toEqual({});
    const { outputs } = main;
    const leased = {
      accessKeyId: outputs['aws-access-key-id'] ?? '',
      secretAccessKey: outputs['aws-secret-access-key'] ?? '',
      sessionToken: outputs['aws-session-token'] ?? '',
    };
    expect(await write(world.aws, leased)).toBe(200);
    expect((await scene.end()).code, scene.job.log).toBe(0);
    expect(await write(world.aws, leased)).toBe(403);
  });

  it.each(['env', 'file'])('by `%s` sets the outputs of `action.yml` that hold no credential', async (delivery) => {
    await using scene = await world.scene();
    const main = await scene.lease({ delivery });
    const open = Object.keys(MANIFEST.outputs).filter((name) => !/key|token/.test(name));
    expect(Object.keys(main.outputs).sort()).toEqual(open.sort());
    expect(main.outputs.ledger).toBe(join(scene.job.folders.temp, 'leasehold-ledger.jsonl'));
    expect(main.outputs['expires-at']).toBe(main.outputs['aws-expiration']);
    await scene.end();
  });
});

describe('two leases in one job', () => {
  async function twoLeases(scene: Scene): Promise<readonly [Ran, Ran]> {
    const first = await scene.lease();
    return [first, await scene.lease({ region: 'eu-north-1' })];
  }

  it('end last in first out, each giving back what it found', async () => {
    await using scene = await world.scene({ env: BEFORE });
    const [first, second] = await twoLeases(scene);
    const [one, two] = scene.sessions();
    if (!one || !two) throw new Error('there are no two sessions');
    expect([await write(world.aws, one), await write(world.aws, two)]).toEqual([200, 200]);
    await scene.end(second);
    expect([await write(world.aws, one), await write(world.aws, two)]).toEqual([200, 403]);
    expect(delivered(scene.job.env)).toEqual(delivered(first.env));
    await scene.end(first);
    expect(await write(world.aws, one)).toBe(403);
    expect(scene.job.env).toMatchObject(BEFORE);
  });

  it('end in the other order without disturbing each other, and no dead credential comes back', async () => {
    await using scene = await world.scene({ env: BEFORE });
    const [first, second] = await twoLeases(scene);
    const [one, two] = scene.sessions();
    if (!one || !two) throw new Error('there are no two sessions');
    await scene.end(first);
    expect([await write(world.aws, one), await write(world.aws, two)]).toEqual([403, 200]);
    expect(scene.job.env).toMatchObject(second.env);
    await scene.end(second);
    expect(await write(world.aws, two)).toBe(403);
    expect(scene.job.env).toMatchObject(BEFORE);
    expect(scene.folders()).toEqual([]);
  });
});

describe('restoring', () => {
  it('leaves what a later step changed alone, and says so', async () => {
    await using scene = await world.scene({ env: BEFORE });
    await scene.lease();
    await scene.job.run('echo AWS_REGION=sa-east-1 >> "$GITHUB_ENV"');
    const post = await scene.end();
    expect(post.code, scene.job.log).toBe(0);
    expect(scene.job.env).toMatchObject({ ...BEFORE, AWS_REGION: 'sa-east-1' });
    expect(post.stdout).toContain('left AWS_REGION alone, changed by others');
    expect(scene.job.summary).toContain('| Left alone, changed by others | `AWS_REGION` |');
  });
});

describe('a grant of the policy file', () => {
  it('is leased by its name, and told with its purpose, owner and access', async () => {
    await using scene = await world.scene();
    await scene.checkOut('.github/leasehold.yml', policyFile(scene));
    const main = await scene.step({ lease: 'deploy-site' });
    expect(main.code, scene.job.log).toBe(0);
    for (const part of ['### Lease of `deploy-site`', 'publish the site', '`@acme/web`', '(write)'])
      expect(main.summary).toContain(part);
    expect(await write(world.aws, delivered(scene.job.env))).toBe(200);
    const post = await scene.end();
    expect(post.code, scene.job.log).toBe(0);
    expect(events(scene)).toEqual(['requested', 'issued', 'delivered', 'revoked', 'verified', 'restored']);
    for (const line of scene.ledger()) expect(line).toMatchObject({ grant: 'deploy-site', owner: '@acme/web', access: 'write' });
  });

  it('is denied with every rule and every claim that stands in the way, and AWS hears nothing of it', async () => {
    await using scene = await world.scene({ token: { claims: { event_name: 'pull_request' } } });
    const guardrails = [
      { id: 'no-pull-requests', 'deny-when': 'job.event == "pull_request"', message: 'pull requests lease nothing' },
    ];
    const grant = { subjects: [{ 'repository-id': 123456, ref: 'refs/heads/release/*' }], when: 'job.actor == "release-bot"' };
    await scene.checkOut('.github/leasehold.yml', policyFile(scene, grant, { guardrails }));
    const main = await scene.step({ lease: 'deploy-site', ttl: '45m' });
    expect(main.code).toBe(1);
    for (const text of [main.stdout, main.summary]) {
      for (const rule of [
        'subjects',
        'guardrail:no-pull-requests',
        'when',
        'ttl',
        'ref',
        'refs/heads/main',
        'refs/heads/release/*',
      ])
        expect(text).toContain(rule);
    }
    expect(main.stdout).toContain('::error::the policy denies `deploy-site` to this job (ERR_POLICY_DENIED)');
    expect(events(scene)).toEqual(['requested', 'denied']);
    expect(scene.cloud.log).toEqual([]);
    const post = await scene.end();
    expect([post.code, post.stdout]).toEqual([0, 'nothing was leased, nothing to end\n']);
  });

  it('for emergencies needs a reason, has half the time, and is marked everywhere', async () => {
    await using scene = await world.scene();
    await scene.checkOut('.github/leasehold.yml', policyFile(scene, { 'break-glass': true }));
    const denied = await scene.step({ lease: 'deploy-site', ttl: '10m' });
    expect([denied.code, denied.stdout.includes('break-glass needs a reason')]).toEqual([1, true]);
    const main = await scene.step({ lease: 'deploy-site', reason: 'the site is down' });
    expect(main.code, scene.job.log).toBe(0);
    expect(scene.ledger().at(-1)).toMatchObject({ event: 'delivered', breakGlass: true, reason: 'the site is down' });
    expect(Date.parse(main.outputs['expires-at'] ?? '') - Date.now()).toBeLessThanOrEqual(300_000);
    expect(main.stdout).toContain('BREAK-GLASS: an emergency grant was used; reason: the site is down');
    expect(main.summary).toContain('**BREAK-GLASS**');
    expect((await scene.end()).summary).toContain('**BREAK-GLASS**');
  });
});

describe('the ledger', () => {
  it('is written to the file that is asked for', async () => {
    await using scene = await world.scene();
    const path = join(scene.job.folders.root, 'audit/ledger.jsonl');
    const main = await scene.lease({ 'ledger-file': path });
    expect((await scene.end()).code, scene.job.log).toBe(0);
    expect(main.outputs.ledger).toBe(path);
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(6);
    expect(scene.ledger()).toEqual([]);
  });
});

describe('the account number', () => {
  it('is hidden when it is asked for', async () => {
    await using scene = await world.scene();
    const main = await scene.lease({ 'mask-account-id': 'true' });
    expect((await scene.end()).code, scene.job.log).toBe(0);
    expect(main.outputs['aws-account-id']).toBe(world.aws.account);
    expect([scene.job.log, scene.job.summary].filter((text) => text.includes(world.aws.account))).toEqual([]);
  });
});
