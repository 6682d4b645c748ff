/** The options of the AWS provider: one list for the action's inputs, the keys of `with`, and the reference page; and their values once read. */

import type { OptionDefinition, OutputDefinition } from '@leasehold/core';
import type { AllowStatement } from './allow.ts';
import type { AwsEndpoints, Probe } from './handle.ts';
import type { PolicyStatement } from './policy-document.ts';
import type { Role } from './role.ts';

/** Every option, in the order in which the reference shows them. */
export const AWS_OPTIONS: readonly OptionDefinition[] = [
  {
    name: 'role',
    description:
      'The role to lease: its ARN, in any partition, with or without an account number; or its name, together with `account`.',
    required: true,
    example: 'arn:aws:iam::111122223333:role/site-deploy',
  },
  {
    name: 'account',
    description: 'The account of `role`, twelve digits, when `role` is a name. The partition is that of `region`.',
    example: '111122223333',
  },
  {
    name: 'region',
    description:
      'The region whose STS is asked, and which the following steps see. Without it, `AWS_REGION`, then `AWS_DEFAULT_REGION`.',
    example: 'eu-west-1',
  },
  {
    name: 'audience',
    description:
      'The audience of the ID token, as the identity provider in IAM names it. In the partition `aws-cn` the default is `sts.amazonaws.com.cn`.',
    default: 'sts.amazonaws.com',
  },
  {
    name: 'allow',
    description:
      'What the lease may do, of all that the role may: lines `action[,action] on resource[,resource]`, or in the policy file a list of `{ actions, resources }`. Without it, and without the two session policies, all that the role may.',
    example: 's3:PutObject on arn:aws:s3:::acme-site/*',
  },
  {
    name: 'session-policy',
    description: 'A raw session policy as JSON. What it allows is allowed beside `allow`; what it denies is denied.',
    example: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}]}',
  },
  {
    name: 'managed-session-policies',
    description:
      'ARNs of up to ten managed policies, separated by commas or lines. What they allow is allowed beside `allow` and `session-policy`.',
    example: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
  },
  {
    name: 'revoker-role',
    description:
      'The role that the post step assumes to end this one session: its ARN, or a name in the same account. `leasehold trust aws` prints what it needs. Without it the lease ends by time only.',
    example: 'arn:aws:iam::111122223333:role/leasehold-revoker',
  },
  {
    name: 'bind-ip',
    description:
      'Addresses or networks, as AWS sees them, from which the credential works; from everywhere else it is refused. Requests through a VPC endpoint carry no public address and are refused too.',
    example: '203.0.113.7, 2001:db8::/64',
  },
  {
    name: 'probe',
    description:
      'The harmless request that proves the ending: `action on arn` with one of `s3:ListBucket`, `s3:GetObject`, `s3:PutObject`, or `sts:DecodeAuthorizationMessage`, or `none`. By default it is chosen from what the lease may do.',
    example: 's3:ListBucket on arn:aws:s3:::acme-site',
  },
  {
    name: 'profile',
    description:
      'The name of the profile with `delivery: file`. By default it carries the lease id, so that no two leases share one.',
    example: 'deploy',
  },
  {
    name: 'mask-account-id',
    description:
      'Whether the account number is masked in the log and left out of the summary. AWS does not count it as a secret.',
    default: 'false',
  },
];

/** What a delivery sets as outputs; the names are those of aws-actions/configure-aws-credentials. */
export const AWS_OUTPUTS: readonly OutputDefinition[] = [
  { name: 'aws-account-id', description: 'The account of the leased role.' },
  { name: 'authenticated-arn', description: 'The ARN of the session.' },
  { name: 'aws-expiration', description: 'When the credential stops working, ISO 8601.' },
  { name: 'aws-access-key-id', description: 'The access key id, with `delivery: output`.' },
  { name: 'aws-secret-access-key', description: 'The secret access key, with `delivery: output`.' },
  { name: 'aws-session-token', description: 'The session token, with `delivery: output`.' },
];

/** What other actions call an option, and what to write here. */
export const FOREIGN_NAMES: Readonly<Record<string, string>> = {
  'role-to-assume': 'write `role`',
  'role-arn': 'write `role`',
  'aws-region': 'write `region`',
  'inline-session-policy': 'write `session-policy`',
  'mask-aws-account-id': 'write `mask-account-id`',
  'aws-profile': 'write `profile`, with `delivery: file`',
  'role-duration-seconds': 'write `ttl`, such as `ttl: 15m`',
  'role-session-name': 'leave it out: the session name carries the lease',
  'output-credentials': 'write `delivery: output`',
  'sts-endpoint': 'set the variable `AWS_ENDPOINT_URL_STS`',
};

/** The options as they are used inside. */
export interface AwsOptions {
  readonly role: Role;
  readonly region: string;
  readonly audience: string;
  readonly allow: readonly AllowStatement[];
  readonly sessionPolicy: readonly PolicyStatement[];
  readonly managedPolicies: readonly string[];
  readonly revokerRole?: Role;
  readonly bindIp: readonly string[];
  readonly probe?: Probe | 'none';
  readonly profile?: string;
  readonly maskAccount: boolean;
  readonly endpoints: AwsEndpoints;
  /** Variables that are set and would go before the lease's own. */
  readonly shadowing: readonly string[];
}
