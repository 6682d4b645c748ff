import { describe, expect, it } from 'vitest';
import { ROLE, trust } from './test-deploy-site.ts';

describe('the permission policy', () => {
  it("is the grant's `allow`, merged, and the probe where the lease could not send it anyway", () => {
    const allow = 's3:PutObject on arn:aws:s3:::site/index.html\ns3:GetObjectAcl on arn:aws:s3:::site/index.html';
    expect(trust({ allow }).role.permissionPolicy?.Statement).toEqual([
      { Effect: 'Allow', Action: ['s3:PutObject', 's3:GetObjectAcl'], Resource: 'arn:aws:s3:::site/index.html' },
      { Effect: 'Allow', Action: 'sts:DecodeAuthorizationMessage', Resource: '*' },
    ]);
    expect(trust().role.permissionPolicy?.Statement).toHaveLength(1);
    expect(trust({ allow, probe: 'none' }).role.permissionPolicy?.Statement).toHaveLength(1);
  });

  it('is left to its owner where the grant does not say what it allows', () => {
    const { role, notes } = trust({ allow: '' });
    expect(role.permissionPolicy).toBeUndefined();
    expect(notes).toContain('`deploy-site` has no `allow`: what `site-deploy` may do is yours to write');
  });

  it('takes what a raw session policy allows', () => {
    const allowing = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::site' };
    const policy = {
      Version: '2012-10-17',
      Statement: [allowing, { Effect: 'Deny', Action: 's3:*', Resource: '*', Condition: {} }],
    };
    expect(trust({ allow: '', 'session-policy': policy, probe: 'none' }).role.permissionPolicy?.Statement).toEqual([allowing]);
  });
});

describe('the form boundary', () => {
  it('puts the deny list into the boundary, and lets the revoker write that one policy only', () => {
    const { boundary, revoker } = trust();
    expect(boundary).toMatchObject({
      name: 'leasehold-ended-site-deploy',
      arn: 'arn:aws:iam::111122223333:policy/leasehold-ended-site-deploy',
    });
    expect(boundary?.policy.Statement).toEqual([
      { Effect: 'Allow', Action: '*', Resource: '*' },
      {
        Sid: 'LeaseholdEnded',
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:userid': ['none'] } },
      },
    ]);
    expect(revoker?.permissionPolicy?.Statement).toEqual([
      { Effect: 'Allow', Action: 'iam:GetRole', Resource: ROLE },
      {
        Effect: 'Allow',
        Action: ['iam:GetPolicyVersion', 'iam:ListPolicyVersions', 'iam:CreatePolicyVersion', 'iam:DeletePolicyVersion'],
        Resource: boundary?.arn,
      },
    ]);
  });
});

describe('the form inline', () => {
  it('caps the role to what it may do, and lets the revoker write its inline policies only', () => {
    const { role, boundary, revoker } = trust({}, { form: 'inline' });
    expect(boundary?.name).toBe('leasehold-cap-site-deploy');
    expect(boundary?.policy).toEqual(role.permissionPolicy);
    expect(revoker?.permissionPolicy?.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['iam:GetRole', 'iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:PutRolePolicy', 'iam:DeleteRolePolicy'],
        Resource: ROLE,
      },
    ]);
  });

  it.each([
    [{ allow: '' }, 'the form `inline` needs a cap for `site-deploy`, and the grant has neither `allow` nor `session-policy`'],
    [
      { 'managed-session-policies': 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      'the form `inline` needs a cap for `site-deploy`, and the grant names `managed-session-policies`',
    ],
  ])('is refused without a cap: %j', (raw, message) => {
    expect(() => trust(raw, { form: 'inline' })).toThrowCode('ERR_AWS_TRUST_CAP', message);
  });

  it('is refused when the cap does not fit a managed policy', () => {
    const allow = Array.from({ length: 200 }, (_, index) => `s3:PutObject on arn:aws:s3:::site-${index}/some/folder/*`).join(
      '\n',
    );
    expect(() => trust({ allow }, { form: 'inline' })).toThrow(
      /^the cap for `site-deploy` has \d+ characters, and AWS takes 6144 in a managed policy$/,
    );
  });
});
