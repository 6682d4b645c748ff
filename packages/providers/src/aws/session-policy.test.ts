import { describe, expect, it } from 'vitest';
import { parseAllow } from './allow.ts';
import { DECODE_PROBE } from './probe.ts';
import { type Narrowing, sessionPolicy } from './session-policy.ts';

const NOTHING: Narrowing = { allow: [], statements: [], managedPolicies: [], bindIp: [] };
const END = Date.UTC(2026, 10, 24, 10, 1, 30);
const MANAGED = ['arn:aws:iam::aws:policy/ReadOnlyAccess'];
const ALLOW = parseAllow('s3:PutObject on arn:aws:s3:::site/*');

const ALLOW_ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
const WRITTEN = { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::site/*' };
const TIME_BOX = {
  Sid: 'LeaseholdTimeBox',
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { DateGreaterThan: { 'aws:CurrentTime': '2026-11-24T10:01:30Z' } },
};
const DECODE = { Effect: 'Allow', Action: 'sts:DecodeAuthorizationMessage', Resource: '*' };

function statements(narrowing: Partial<Narrowing>): unknown {
  const json = sessionPolicy({ ...NOTHING, ...narrowing });
  return json === undefined ? undefined : (JSON.parse(json) as { Statement: unknown }).Statement;
}

describe('the session policy', () => {
  it('is absent when nothing narrows', () => {
    expect(statements({})).toBeUndefined();
    expect(statements({ probe: DECODE_PROBE })).toBeUndefined();
    expect(statements({ managedPolicies: MANAGED })).toBeUndefined();
  });

  it('allows what `allow` and the raw policy say', () => {
    const raw = { Sid: 'Own', Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' };
    expect(statements({ allow: ALLOW, statements: [raw] })).toEqual([WRITTEN, raw]);
  });

  it('lets the role decide when only a time box narrows it', () => {
    expect(statements({ timeBoxEnd: END })).toEqual([ALLOW_ALL, TIME_BOX]);
    expect(statements({ timeBoxEnd: END, probe: DECODE_PROBE })).toEqual([ALLOW_ALL, TIME_BOX]);
  });

  it('never allows everything beside managed policies, which that would undo', () => {
    expect(statements({ managedPolicies: MANAGED, timeBoxEnd: END })).toEqual([TIME_BOX]);
    expect(statements({ managedPolicies: MANAGED, timeBoxEnd: END, probe: DECODE_PROBE })).toEqual([DECODE, TIME_BOX]);
  });

  it('denies requests from elsewhere, but not what AWS services do on behalf of the session', () => {
    expect(statements({ allow: ALLOW, bindIp: ['203.0.113.7', '2001:db8::/64'], timeBoxEnd: END })).toEqual([
      WRITTEN,
      TIME_BOX,
      {
        Sid: 'LeaseholdBindIp',
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: {
          NotIpAddress: { 'aws:SourceIp': ['203.0.113.7', '2001:db8::/64'] },
          BoolIfExists: { 'aws:ViaAWSService': 'false' },
        },
      },
    ]);
  });

  it('allows the probe that asks for nothing, once, and no other', () => {
    expect(statements({ allow: ALLOW, probe: DECODE_PROBE })).toEqual([WRITTEN, DECODE]);
    expect(statements({ allow: parseAllow('sts:Decode* on *'), probe: DECODE_PROBE })).toHaveLength(1);
    expect(statements({ allow: ALLOW, probe: { action: 's3:ListBucket', resource: 'arn:aws:s3:::site' } })).toEqual([WRITTEN]);
  });

  it('is merged before it is measured', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `s3:Get* on arn:aws:s3:::site/*`.replace('Get', `Get${index % 3}`));
    expect(statements({ allow: parseAllow(lines.join('\n')) })).toEqual([
      { Effect: 'Allow', Action: ['s3:Get0*', 's3:Get1*', 's3:Get2*'], Resource: 'arn:aws:s3:::site/*' },
    ]);
  });

  it('is refused when it is too long, with the number and what to shorten', () => {
    const allow = parseAllow(
      Array.from({ length: 70 }, (_, index) => `s3:GetObject on arn:aws:s3:::site-${index}/folder/*`).join('\n'),
    );
    const length = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: allow.flatMap(({ resources }) => resources) }],
    }).length;
    const make = () => sessionPolicy({ ...NOTHING, allow });
    expect(make).toThrowCode(
      'ERR_AWS_SESSION_POLICY_SIZE',
      `the session policy has ${length} characters, ${length - 2_048} more than AWS takes`,
    );
    expect(make).toThrow(expect.objectContaining({ help: expect.stringMatching(/^`allow` takes \d+ of them: shorten it/) }));
    const statement = { Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::${'x'.repeat(2_048)}` };
    expect(() => sessionPolicy({ ...NOTHING, statements: [statement] })).toThrow(
      expect.objectContaining({ help: expect.stringMatching(/^`session-policy` takes/) }),
    );
  });

  it('fits exactly up to the limit', () => {
    const frame = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '' }],
    }).length;
    const of = (length: number) =>
      sessionPolicy({ ...NOTHING, statements: [{ Effect: 'Allow', Action: 's3:*', Resource: 'x'.repeat(length - frame) }] });
    expect(of(2_048)).toHaveLength(2_048);
    expect(() => of(2_049)).toThrowCode('ERR_AWS_SESSION_POLICY_SIZE');
  });

  it('is refused when it has a character that AWS does not take', () => {
    expect(() => statements({ allow: parseAllow('s3:GetObject on arn:aws:s3:::b/日') })).toThrowCode(
      'ERR_AWS_SESSION_POLICY',
      'the session policy has the character `日`, which AWS does not take',
    );
    expect(statements({ allow: parseAllow('s3:GetObject on arn:aws:s3:::b/é') })).toHaveLength(1);
  });

  it('is refused when it allows nothing at all', () => {
    const denial = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
    expect(() => statements({ statements: [denial] })).toThrowCode('ERR_AWS_SESSION_POLICY', '`session-policy` allows nothing');
    expect(statements({ statements: [denial], managedPolicies: MANAGED })).toEqual([denial]);
  });
});
