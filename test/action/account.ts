/** A role, its boundary and its revoker in the stand-in's account, set up as `leasehold trust aws` prints it. */

import { type AwsOptions, aws as awsProvider, awsTrust, type EndingForm, type RoleSetup } from '@leasehold/providers';
import type { Aws, Issuer } from '@leasehold/testkit';
import { ALLOW } from './credential.ts';

/** A role, what caps it, and what ends its leases. */
export interface Account {
  readonly role: string;
  readonly roleName: string;
  readonly revoker: string;
  readonly revokerName: string;
  /** ARN of the role's permissions boundary. */
  readonly boundary: string;
}

/** How the account is set up. */
export interface AccountOptions {
  /** Where the deny list lives; `boundary` by default. */
  readonly form?: EndingForm;
  /** Whom the roles trust; every job of `acme/site` by default. */
  readonly subject?: string;
}

/** Puts a role, its boundary and its revoker into the account. */
export function setUpAccount(
  number: number,
  issuer: Issuer,
  aws: Aws,
  { form = 'boundary', subject = 'repo:acme/site:*' }: AccountOptions,
): Account {
  const [role, revoker] = [`deploy-${number}`, `revoke-${number}`].map((name) => `arn:aws:iam::${aws.account}:role/${name}`) as [
    string,
    string,
  ];
  const trust = aws.trustPolicy({ StringLike: { [`${new URL(issuer.url).host}:sub`]: [subject] } });
  // The role may do more than any lease, so that it is the lease that narrows.
  const raw = { role, 'revoker-role': revoker, region: 'eu-west-1', allow: 's3:* on arn:aws:s3:::acme-*' };
  const setUp = awsTrust({
    grant: `deploy-${number}`,
    options: awsProvider.parse(raw, {}) as AwsOptions,
    statements: awsProvider.trust.read(JSON.stringify(trust), 'trust.json'),
    form,
    maxTtl: 3_600,
  });
  if (!setUp.boundary || !setUp.revoker) throw new Error('the set-up has neither boundary nor revoker');
  const boundary = aws.createManagedPolicy(setUp.boundary);
  createRole(aws, setUp.role, { boundary });
  createRole(aws, setUp.revoker, {});
  return { role, roleName: setUp.role.role.name, revoker, revokerName: setUp.revoker.role.name, boundary };
}

function createRole(
  aws: Aws,
  { role, policyName, trustPolicy, permissionPolicy }: RoleSetup,
  more: { readonly boundary?: string },
): void {
  if (!permissionPolicy) throw new Error(`\`${role.name}\` may do nothing`);
  aws.createRole({ name: role.name, trust: trustPolicy, policies: { [policyName]: permissionPolicy }, ...more });
}

/** A policy file with the grant `deploy-site` for a scene's role, which every job of the repository may ask for. */
export function policyFile(scene: Pick<Account, 'role' | 'revoker'>, grant: object = {}, rest: object = {}): string {
  const deploy = {
    purpose: 'publish the site',
    owner: '@acme/web',
    access: 'write',
    provider: 'aws',
    with: { role: scene.role, region: 'eu-west-1', allow: [ALLOW], 'revoker-role': scene.revoker },
    ttl: { default: '10m', max: '30m' },
    subjects: [{ 'repository-id': 123456 }],
    ...grant,
  };
  return JSON.stringify({ version: 1, grants: { 'deploy-site': deploy }, ...rest });
}
