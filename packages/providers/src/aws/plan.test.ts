import type { LeaseOrder } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAwsOptions } from './parse.ts';
import { type AwsPlan, planAwsLease } from './plan.ts';

const FROM = Date.UTC(2026, 10, 24, 10, 0, 0) / 1000;
const ORDER: LeaseOrder = {
  leaseId: 'k3x9qabc123def',
  run: { platform: 'gh', run: '7812345678', attempt: '1' },
  ttl: 900,
  from: FROM,
};
const BASE = { role: 'arn:aws:iam::111122223333:role/site-deploy', region: 'eu-west-1' };

const plan = (raw: Readonly<Record<string, unknown>> = {}, order: Partial<LeaseOrder> = {}): AwsPlan =>
  planAwsLease(parseAwsOptions({ ...BASE, ...raw }, {}), { ...ORDER, ...order });

describe('a plan', () => {
  it('names the session after the lease, and keeps what the ending needs', () => {
    const { handle, name } = plan({ 'revoker-role': 'revoker' }, { reason: 'hotfix' });
    expect(name).toBe('lh-gh-7812345678-1-k3x9qabc123def');
    expect(handle).toMatchObject({
      roleArn: BASE.role,
      sessionName: name,
      revokerRole: 'arn:aws:iam::111122223333:role/revoker',
      account: '111122223333',
      reason: 'hotfix',
      durationSeconds: 900,
    });
    expect(JSON.parse(JSON.stringify(handle))).toEqual(handle);
  });

  it('boxes a TTL below what AWS issues, and no other', () => {
    const boxed = plan({}, { ttl: 60 });
    expect(boxed.handle).toMatchObject({ durationSeconds: 900, timeBoxEnd: (FROM + 60) * 1000 });
    expect(boxed.handle.sessionPolicy).toContain('"aws:CurrentTime":"2026-11-24T10:01:00Z"');
    expect(boxed.notAfter).toBe((FROM + 60) * 1000);
    const whole = plan({}, { ttl: 900 });
    expect(whole.handle.timeBoxEnd).toBeUndefined();
    expect(whole.handle.sessionPolicy).toBeUndefined();
    expect(whole.notAfter).toBeGreaterThanOrEqual((FROM + 900) * 1000);
    expect(plan({}, { ttl: 43_200 }).handle.durationSeconds).toBe(43_200);
  });

  it('always ends the box exactly one TTL after the ID token was issued', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 899 }), fc.integer({ min: 1_500_000_000, max: 4_000_000_000 }), (ttl, from) => {
        const { handle, notAfter } = plan({}, { ttl, from });
        expect(handle.timeBoxEnd).toBe((from + ttl) * 1000);
        expect(notAfter).toBe(handle.timeBoxEnd);
      }),
    );
  });

  it.each([
    [59, 'a TTL of 59s is not possible on AWS', 'ask for at least 1m'],
    [43_201, 'a TTL of 12h1s is not possible on AWS', 'ask for at most 12h'],
  ])('refuses a TTL of %d s', (ttl, message, help) => {
    expect(() => plan({}, { ttl })).toThrowCode('ERR_AWS_TTL', message);
    expect(() => plan({}, { ttl })).toThrow(expect.objectContaining({ help }));
  });

  it('says honestly how the lease will end', () => {
    expect(plan({ 'revoker-role': 'revoker' }).ending).toEqual({
      kind: 'denied',
      timeBoxed: false,
      why: 'AWS cannot withdraw a session, so the post step assumes `revoker` and denies this one on the role: it still authenticates, and every request is refused',
    });
    expect(plan({}, { ttl: 90 }).ending).toEqual({
      kind: 'expires',
      timeBoxed: true,
      why: 'its session policy denies everything 1m30s after the ID token was issued; nothing ends it earlier, because no `revoker-role` is given',
    });
    expect(plan().ending).toMatchObject({
      kind: 'expires',
      timeBoxed: false,
      why: expect.stringContaining('AWS ends it 15m after it was issued'),
    });
  });

  it('adds a probe only where an ending is to be proven, and none where none is wanted', () => {
    const decode = { action: 'sts:DecodeAuthorizationMessage', resource: '*' };
    const publish = { allow: 'sns:Publish on *' };
    expect(plan(publish).handle.probe).toBeUndefined();
    expect(plan({ ...publish, 'revoker-role': 'revoker' }).handle).toMatchObject({
      probe: decode,
      sessionPolicy: expect.stringContaining(decode.action),
    });
    expect(plan({ ...publish, 'revoker-role': 'revoker', probe: 'none' }).handle.probe).toBeUndefined();
    expect(plan({ allow: 's3:ListBucket on arn:aws:s3:::b' }).handle.probe).toEqual({
      action: 's3:ListBucket',
      resource: 'arn:aws:s3:::b',
    });
    expect(plan({ probe: 's3:ListBucket on arn:aws:s3:::b' }).handle.probe).toEqual({
      action: 's3:ListBucket',
      resource: 'arn:aws:s3:::b',
    });
  });

  it('refuses a probe that `allow` does not cover', () => {
    expect(() => plan({ allow: 'sns:Publish on *', probe: 's3:ListBucket on arn:aws:s3:::b' })).toThrowCode(
      'ERR_AWS_PROBE',
      '`probe` asks for `s3:ListBucket on arn:aws:s3:::b`, which `allow` does not let the lease do',
    );
  });
});
