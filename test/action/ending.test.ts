/** What post makes of a lease that cannot be ended as promised, or need not be. */

import { newLeaseId } from '@leasehold/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { events } from './events.ts';
import { BEFORE, type Scene, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('a deny list that is full of sessions that are over', () => {
  it('has room for one that is not', async () => {
    await using scene = await world.scene();
    await scene.lease();
    const [session] = scene.sessions();
    const over = entries(session?.roleId, 110, Date.now() - 3_600_000);
    fillBoundary(scene, over);
    expect((await scene.end()).code, scene.job.log).toBe(0);
    const list = JSON.stringify(world.aws.managedPolicy(scene.boundary));
    expect(list).toContain(session?.sessionName);
    expect(over.filter((entry) => list.includes(entry))).toEqual([]);
  });
});

describe('when the lease does not end as promised', () => {
  it.each([
    ['fail', 1, '::error::'],
    ['warn', 0, '::warning::'],
  ] as const)('`on-revoke-failure: %s` exits with %d and tells until when it lives', async (onRevokeFailure, code, command) => {
    await using scene = await world.scene({ env: BEFORE });
    await scene.lease({ 'on-revoke-failure': onRevokeFailure });
    world.aws.deleteRole(scene.revokerName);
    const post = await scene.end();
    expect(post.code).toBe(code);
    expect(post.stdout).toContain(`${command}NOT ENDED: `);
    expect(post.stdout).toMatch(/the credential may still work until .* UTC \(in [\dms]+\)/);
    expect(post.stdout).toContain('(ERR_AWS_REVOKER_TRUST)');
    expect(post.summary).toMatch(/The lease did not end as promised\.\*\* The credential may still work until .* UTC/);
    expect(events(scene)).toEqual(['requested', 'issued', 'delivered', 'failed', 'restored']);
    expect(scene.job.env).toMatchObject(BEFORE);
    expect(scene.folders()).toEqual([]);
  });

  it('because the deny list is full of sessions that live, it fails loudly', async () => {
    await using scene = await world.scene();
    await scene.lease();
    fillBoundary(scene, entries(scene.sessions()[0]?.roleId, 110, Date.now() + 3_600_000));
    const post = await scene.end();
    expect(post.code).toBe(1);
    expect(post.stdout).toMatch(/NOT ENDED: .*; the credential may still work until .* UTC/);
    expect(post.stdout).toContain(
      'the deny list in the permissions boundary of the role is full: 110 sessions, and AWS allows 6144 characters',
    );
  });
});

describe('post', () => {
  it('cannot read a state that main did not write, and says how the lease is found', async () => {
    await using scene = await world.scene();
    const main = await scene.lease();
    const post = await scene.end({ ...main, state: { lease: '{}' } });
    expect(post.code).toBe(1);
    expect(post.stdout).toContain('::error::the state that main saved for the post step cannot be read [ERR_STATE]');
    expect(post.stdout).toContain('its name starts with `lh-` and carries the run and the attempt');
  });
});

describe('a lease that is over before post', () => {
  it('because its role was deleted, is a success', async () => {
    await using scene = await world.scene();
    await scene.lease();
    world.aws.deleteRole(scene.roleName);
    const post = await scene.end();
    expect(post.code, scene.job.log).toBe(0);
    expect(post.stdout).toContain('the role does not exist any more, and its sessions died with it');
  });

  it('because it expired, is a success', async () => {
    let ahead = 0;
    await using later = await startWorld({ now: () => Date.now() + ahead });
    await using scene = await later.scene();
    await scene.lease({ ttl: '15m' });
    ahead = 3_600_000;
    const post = await scene.end();
    expect(post.code, scene.job.log).toBe(0);
    expect(post.stdout).toContain('the credential had expired before it was ended');
  });
});

/** Entries of the deny list, all of one role, whose leases end at a time. */
function entries(roleId = '', count: number, expiresAt: number): readonly string[] {
  const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
  return Array.from({ length: count }, () => `${roleId}:lh-gh-7812345678-1-${newLeaseId(expiresAt, random)}`);
}

function fillBoundary(scene: Scene, list: readonly string[]): void {
  const policy = world.aws.managedPolicy(scene.boundary);
  const statements = [policy.Statement]
    .flat()
    .map((statement) =>
      statement.Effect === 'Deny' ? { ...statement, Condition: { StringEquals: { 'aws:userid': list } } } : statement,
    );
  world.aws.createManagedPolicy({ name: scene.boundary, arn: scene.boundary, policy: { ...policy, Statement: statements } });
}
