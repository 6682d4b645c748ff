import { Secret } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { exchangeRequest, userAgent } from './exchange.ts';
import { parseAwsOptions } from './parse.ts';
import { planAwsLease } from './plan.ts';

const RUN = { platform: 'gh', run: '7812345678', attempt: '1' };
const options = parseAwsOptions(
  {
    role: 'arn:aws:iam::111122223333:role/site-deploy',
    region: 'eu-west-1',
    allow: 's3:PutObject on arn:aws:s3:::site/*',
    'managed-session-policies': ['arn:aws:iam::aws:policy/A', 'arn:aws:iam::aws:policy/B'],
  },
  {},
);
const { handle } = planAwsLease(options, {
  leaseId: 'k3x9qabc123def',
  run: RUN,
  ttl: 1_200,
  from: 1_795_000_000,
  reason: 'hotfix for #123 (urgent)',
});

describe('the request of an exchange', () => {
  it('is the documented unsigned form', () => {
    const request = exchangeRequest(handle, new Secret('the.id.token'));
    expect(request).toMatchObject({ method: 'POST', url: 'https://sts.eu-west-1.amazonaws.com/' });
    expect(request.headers).not.toHaveProperty('authorization');
    expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: 'arn:aws:iam::111122223333:role/site-deploy',
      RoleSessionName: 'lh-gh-7812345678-1-k3x9qabc123def',
      DurationSeconds: '1200',
      WebIdentityToken: 'the.id.token',
      Policy: handle.sessionPolicy,
      'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/A',
      'PolicyArns.member.2.arn': 'arn:aws:iam::aws:policy/B',
    });
  });

  it('has no policy where nothing narrows the role', () => {
    const { sessionPolicy: _, ...bare } = { ...handle, managedPolicies: [] };
    const form = new URLSearchParams(exchangeRequest(bare, new Secret('t')).body);
    expect([...form.keys()].filter((key) => key.startsWith('Policy'))).toEqual([]);
  });

  it('tells run, lease and reason in the user agent', () => {
    expect(userAgent(handle)).toBe(
      `leasehold/${manifest.version} run/gh-7812345678-1 lease/k3x9qabc123def reason/hotfix%20for%20%23123%20(urgent)`,
    );
    expect(userAgent({ ...handle, reason: ' ' })).not.toContain('reason');
  });

  it('keeps a reason to header characters and a bounded length, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 40 }), (reason, run) => {
        const agent = userAgent({ ...handle, reason, run });
        expect(agent).toMatch(/^[\x20-\x7e]+$/);
        const told = / reason\/(.*)$/.exec(agent)?.[1] ?? '';
        expect(told.length).toBeLessThanOrEqual(120);
        expect(reason.trim().toWellFormed().startsWith(decodeURIComponent(told))).toBe(true);
      }),
    );
  });
});
