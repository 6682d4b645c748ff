import { describe, expect, it } from 'vitest';
import type { AwsOptions } from './aws-options.ts';
import { aws } from './index.ts';

const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/site-deploy`;
const BASE = { role: ROLE, region: 'eu-west-1' };

const parse = (raw: Readonly<Record<string, unknown>>, env: Readonly<Record<string, string>> = {}): AwsOptions =>
  aws.parse(raw, env);

describe('the role', () => {
  it.each([
    [ROLE, 'aws', ACCOUNT, '/', 'site-deploy'],
    [`arn:aws:iam::${ACCOUNT}:role/ci/web/site-deploy`, 'aws', ACCOUNT, '/ci/web/', 'site-deploy'],
    ['arn:aws:iam:::role/site-deploy', 'aws', '', '/', 'site-deploy'],
  ])('is read from `%s`', (arn, partition, account, path, name) => {
    expect(parse({ ...BASE, role: arn }).role).toEqual({ arn, partition, account, path, name });
  });

  it.each([
    ['aws-cn', 'cn-north-1'],
    ['aws-us-gov', 'us-gov-west-1'],
    ['aws-iso', 'us-iso-east-1'],
    ['aws-iso-b', 'us-isob-east-1'],
    ['aws-iso-e', 'eu-isoe-west-1'],
    ['aws-iso-f', 'us-isof-south-1'],
    ['aws-eusc', 'eusc-de-east-1'],
  ])('may lie in partition `%s`, and its name alone is put there by the region', (partition, region) => {
    const arn = `arn:${partition}:iam::${ACCOUNT}:role/deploy`;
    expect(parse({ role: arn, region }).role.partition).toBe(partition);
    expect(parse({ role: 'deploy', account: ACCOUNT, region }).role.arn).toBe(arn);
  });

  it('takes an account that YAML read as a number', () => {
    expect(parse({ role: 'deploy', account: Number(ACCOUNT), region: 'eu-west-1' }).role.arn).toBe(
      `arn:aws:iam::${ACCOUNT}:role/deploy`,
    );
  });

  it('keeps an ARN without an account as it is, and knows the account beside it', () => {
    const { role } = parse({ role: 'arn:aws:iam:::role/deploy', account: ACCOUNT, region: 'eu-west-1' });
    expect(role).toMatchObject({ arn: 'arn:aws:iam:::role/deploy', account: ACCOUNT });
  });
});

describe('the region', () => {
  it('comes from the option, then `AWS_REGION`, then `AWS_DEFAULT_REGION`', () => {
    const env = { AWS_REGION: 'eu-west-2', AWS_DEFAULT_REGION: 'eu-west-3' };
    expect(parse(BASE, env).region).toBe('eu-west-1');
    expect(parse({ role: ROLE }, env).region).toBe('eu-west-2');
    expect(parse({ role: ROLE, region: '' }, { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-west-3' }).region).toBe('eu-west-3');
  });

  it('may have any name where the server is not AWS', () => {
    expect(parse({ ...BASE, region: 'default' }, { AWS_ENDPOINT_URL: 'http://127.0.0.1:17480' }).region).toBe('default');
  });
});

describe('the audience', () => {
  it('is what the identity providers of the partition are registered with, unless given', () => {
    expect(aws.audience(parse(BASE))).toBe('sts.amazonaws.com');
    expect(aws.audience(parse({ role: `arn:aws-cn:iam::${ACCOUNT}:role/x`, region: 'cn-north-1' }))).toBe('sts.amazonaws.com.cn');
    expect(aws.audience(parse({ ...BASE, audience: 'acme' }))).toBe('acme');
  });
});

describe('lists', () => {
  it('are separated by commas, spaces or lines, or are lists already', () => {
    const arns = ['arn:aws:iam::aws:policy/ReadOnlyAccess', `arn:aws:iam::${ACCOUNT}:policy/ci/site`];
    expect(parse({ ...BASE, 'managed-session-policies': arns.join('\n') }).managedPolicies).toEqual(arns);
    expect(parse({ ...BASE, 'managed-session-policies': arns }).managedPolicies).toEqual(arns);
    expect(parse({ ...BASE, 'bind-ip': '203.0.113.7, 2001:db8::/64' }).bindIp).toEqual(['203.0.113.7', '2001:db8::/64']);
  });
});

describe('the revoker role', () => {
  it('may be a name, in the account of the role', () => {
    expect(parse({ ...BASE, 'revoker-role': 'revoker' }).revokerRole?.arn).toBe(`arn:aws:iam::${ACCOUNT}:role/revoker`);
    expect(parse({ ...BASE, role: 'arn:aws:iam:::role/x', 'revoker-role': 'revoker' }).revokerRole?.arn).toBe(
      'arn:aws:iam:::role/revoker',
    );
  });
});

describe('what describes the lease', () => {
  it('has one line for each part of the scope, and no account number where it is masked', () => {
    const options = parse({
      ...BASE,
      allow: `sns:Publish on arn:aws:sns:eu-west-1:${ACCOUNT}:site`,
      'session-policy': { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:Get*', Resource: '*' } },
      'bind-ip': ['203.0.113.7'],
      'mask-account-id': true,
    });
    expect(aws.describe(options)).toEqual({
      target: 'arn:aws:iam::***:role/site-deploy',
      scope: ['sns:Publish on arn:aws:sns:eu-west-1:***:site', '1 statement of `session-policy`', 'only from 203.0.113.7'],
    });
  });

  it('has an empty scope when nothing narrows the role', () => {
    expect(aws.describe(parse(BASE))).toEqual({ target: ROLE, scope: [] });
  });
});

type Fault = [raw: Readonly<Record<string, unknown>>, code: `ERR_${string}`, message: string, help?: string];

const FAULTS: Fault[] = [
  [{ region: 'eu-west-1' }, 'ERR_AWS_ROLE', 'no role is given', 'add `role: arn:aws:iam::111122223333:role/name`'],
  [
    { role: 'deploy', region: 'eu-west-1' },
    'ERR_AWS_ROLE',
    '`role` is the name `deploy`, and no account is given',
    'give the full ARN, or add `account`',
  ],
  [{ ...BASE, role: 'not a role' }, 'ERR_AWS_ROLE', "`role` is `not a role`, which is neither a role's ARN nor its name"],
  [
    { ...BASE, role: `arn:aws:iam::${ACCOUNT}:user/x` },
    'ERR_AWS_ROLE',
    '`role` is `arn:aws:iam::111122223333:user/x`, which is not the ARN of a role',
  ],
  [
    { ...BASE, role: 'arn:aws:iam::1234:role/x' },
    'ERR_AWS_ROLE',
    '`role` is `arn:aws:iam::1234:role/x`, which is not the ARN of a role',
  ],
  [
    { ...BASE, role: `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/session` },
    'ERR_AWS_ROLE',
    '`role` is `arn:aws:sts::111122223333:assumed-role/deploy/session`, which is a session of a role',
    'the role is `arn:aws:iam::111122223333:role/deploy`',
  ],
  [
    { ...BASE, role: `arn:aws-moon:iam::${ACCOUNT}:role/x` },
    'ERR_AWS_ROLE',
    '`role` is in partition `aws-moon`, which does not exist',
  ],
  [
    { ...BASE, region: 'cn-north-1' },
    'ERR_AWS_ROLE',
    '`role` is in partition `aws`, and region `cn-north-1` in `aws-cn`',
    'name a region of `aws`',
  ],
  [
    { ...BASE, account: '999988887777' },
    'ERR_AWS_ROLE',
    '`role` is in account `111122223333`, and `account` says `999988887777`',
  ],
  [{ ...BASE, account: 11122223333 }, 'ERR_AWS_ACCOUNT', '`account` is `11122223333`, which does not have twelve digits'],
  [{ role: ROLE }, 'ERR_AWS_REGION', 'no region is given', 'add `region`, such as `eu-west-1`, or set `AWS_REGION`'],
  [{ ...BASE, region: 'eu-west-1a' }, 'ERR_AWS_REGION', '`eu-west-1a` is not a region', 'did you mean `eu-west-1`?'],
  [{ ...BASE, region: 'EU-West-1' }, 'ERR_AWS_REGION', '`EU-West-1` is not a region', 'did you mean `eu-west-1`?'],
  [
    { ...BASE, region: 'ireland' },
    'ERR_AWS_REGION',
    '`ireland` is not a region',
    'regions look like `eu-west-1`: area, direction, number',
  ],
  [{ ...BASE, rolle: 'x' }, 'ERR_OPTION_UNKNOWN', '`rolle` is not an option of the AWS provider', 'did you mean `role`?'],
  [
    { ...BASE, 'role-to-assume': 'x' },
    'ERR_OPTION_UNKNOWN',
    '`role-to-assume` is not an option of the AWS provider',
    'write `role`',
  ],
  [{ ...BASE, region: ['eu-west-1'] }, 'ERR_OPTION_TYPE', '`region` is not text', 'write one value'],
  [{ ...BASE, 'mask-account-id': 'yes' }, 'ERR_OPTION_TYPE', '`mask-account-id` is `yes`', 'write `true` or `false`'],
  [{ ...BASE, 'bind-ip': 7 }, 'ERR_OPTION_TYPE', '`bind-ip` is neither text nor a list of text'],
  [
    { ...BASE, 'bind-ip': '203.0.113.0/33' },
    'ERR_AWS_BIND_IP',
    '`bind-ip` has `203.0.113.0/33`, which is neither an address nor a network',
  ],
  [
    { ...BASE, allow: 's3:GetObject on arn:aws-cn:s3:::b/*' },
    'ERR_AWS_ALLOW',
    '`allow` names `arn:aws-cn:s3:::b/*` in partition `aws-cn`, and the role is in `aws`',
    'write `arn:aws:s3:::b/*`',
  ],
  [
    { ...BASE, 'managed-session-policies': 'ReadOnlyAccess' },
    'ERR_AWS_MANAGED_POLICY',
    '`ReadOnlyAccess` is not the ARN of a managed policy',
  ],
  [
    { ...BASE, 'managed-session-policies': 'arn:aws-cn:iam::aws:policy/ReadOnlyAccess' },
    'ERR_AWS_MANAGED_POLICY',
    '`arn:aws-cn:iam::aws:policy/ReadOnlyAccess` is in partition `aws-cn`, and the role is in `aws`',
  ],
  [
    { ...BASE, 'managed-session-policies': Array.from({ length: 11 }, (_, index) => `arn:aws:iam::aws:policy/P${index}`) },
    'ERR_AWS_MANAGED_POLICY',
    '`managed-session-policies` names 11 policies',
    'AWS takes at most 10',
  ],
  [{ ...BASE, 'revoker-role': ROLE }, 'ERR_AWS_REVOKER_ROLE', '`revoker-role` is the leased role itself'],
  [
    { ...BASE, 'revoker-role': 'arn:aws:iam::999988887777:role/revoker' },
    'ERR_AWS_REVOKER_ROLE',
    '`revoker-role` is in account `999988887777`, and the role in `111122223333`',
    'IAM changes roles of its own account only',
  ],
  [
    { ...BASE, 'revoker-role': 'no role' },
    'ERR_AWS_ROLE',
    "`revoker-role` is `no role`, which is neither a role's ARN nor its name",
  ],
  [{ ...BASE, profile: 'a b' }, 'ERR_AWS_PROFILE', '`profile` is `a b`'],
  [
    { ...BASE, probe: 's3:DeleteObject on arn:aws:s3:::b/k' },
    'ERR_AWS_PROBE',
    '`probe` names `s3:DeleteObject`, which is not known to be harmless',
  ],
  [{ ...BASE, probe: 's3:ListBucket' }, 'ERR_AWS_PROBE', '`probe` does not say on what to try `s3:ListBucket`'],
  [
    { ...BASE, probe: 's3:GetObject on arn:aws:s3:::b/*' },
    'ERR_AWS_PROBE',
    '`probe` does not say on what to try `s3:GetObject`',
    'write `s3:GetObject on arn:aws:s3:::bucket/key`, without wildcards',
  ],
  [
    { ...BASE, probe: 'sts:DecodeAuthorizationMessage on arn:aws:s3:::b' },
    'ERR_AWS_PROBE',
    '`probe` names a resource for `sts:DecodeAuthorizationMessage`',
  ],
];

describe('wrong options', () => {
  it.each(FAULTS)('%j', (raw, code, message, help) => {
    expect(() => parse(raw)).toThrowCode(code, message);
    if (help !== undefined) expect(() => parse(raw)).toThrow(expect.objectContaining({ help }));
  });
});
