/** The stand-ins of `leasehold try`: an issuer, an AWS account set up as `leasehold trust aws` prints it, and a policy file. */

import { ConfigError, type Grant } from '@leasehold/core';
import { grantTrust, grantTtl, type Policy, readPolicy } from '@leasehold/policy';
import { type AwsOptions, aws as awsProvider, awsTrust, PROVIDERS, type RoleSetup } from '@leasehold/providers';
import { type Aws, type Issuer, type PolicyObject, startAws, startIssuer } from '@leasehold/testkit';
import { grantOf } from '../policy-file.ts';

/** Where the policy file would stand in a repository. */
export const POLICY_FILE = '.github/leasehold.yml';

/** The bucket that the grant is about. */
export const INSIDE = 'acme-site';

/** A bucket that the role may reach, and the grant may not. */
export const OUTSIDE = 'acme-invoices';

/** The grant that both jobs ask for. */
export const GRANT = 'deploy-site';

/** The policy file. */
export const POLICY_TEXT: string = `version: 1
guardrails:
  - id: no-write-from-pull-requests
    deny-when: job.event.startsWith("pull_request") && grant.access != "read"
    message: pull requests may lease read access only
grants:
  ${GRANT}:
    purpose: publish the site
    owner: "@acme/web"
    access: write
    provider: aws
    with:
      role: arn:aws:iam::111122223333:role/site-deploy
      region: eu-west-1
      allow: [{ actions: [s3:PutObject], resources: ["arn:aws:s3:::${INSIDE}/*"] }]
      revoker-role: arn:aws:iam::111122223333:role/leasehold-revoker
    ttl: { default: 10m, max: 30m }
    subjects:
      - { repository-id: 123456, ref: refs/heads/main, event: push }
`;

/** Everything that stands on this machine for as long as the story takes. */
export interface Scenery {
  readonly issuer: Issuer;
  readonly aws: Aws;
  readonly policy: Policy;
  readonly grant: Grant;
  close(): Promise<void>;
}

/** Sets everything up. */
export async function setScenery(): Promise<Scenery> {
  const policy = readPolicy(POLICY_TEXT, POLICY_FILE, PROVIDERS);
  const grant = grantOf(policy, GRANT, POLICY_FILE);
  const issuer = await startIssuer();
  const aws = await startAws({ issuer }).catch(async (error: unknown) => {
    await issuer.close();
    throw isMissing(error) ? noEvaluator() : error;
  });
  setUpAccount(aws, issuer, grant);
  return {
    issuer,
    aws,
    policy,
    grant,
    close: async () => {
      await aws.close();
      await issuer.close();
    },
  };
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code?.endsWith('MODULE_NOT_FOUND') === true;
}

/** Its licence keeps it out of what we hand out: docs/decisions/0009-evaluator-not-bundled.md. */
function noEvaluator(): ConfigError {
  return new ConfigError('the policy evaluator of `try` is not installed', {
    code: 'ERR_TRY_EVALUATOR',
    help: 'install it beside leasehold: `npm i @cloud-copilot/iam-simulate @cloud-copilot/iam-policy`',
  });
}

/** Puts what `leasehold trust aws` prints into the account, and two buckets. */
function setUpAccount(aws: Aws, issuer: Issuer, grant: Grant): void {
  const options = awsProvider.parse(grant.with, { AWS_ENDPOINT_URL: aws.url }) as AwsOptions;
  const statements = grantTrust(grant, issuer.url.replace(/^https?:\/\//, ''));
  const { role, boundary, revoker } = awsTrust({
    grant: grant.id,
    options,
    statements,
    form: 'boundary',
    maxTtl: grantTtl(grant).max,
  });
  if (boundary) aws.createManagedPolicy({ name: boundary.name, arn: boundary.arn, policy: boundary.policy });
  create(aws, role, { permissions: EVERY_BUCKET, boundary: boundary?.arn });
  if (revoker) create(aws, revoker, {});
  for (const bucket of [INSIDE, OUTSIDE]) aws.createBucket(bucket);
}

/** Of more than the grant, so that the story can show what narrows a lease. */
const EVERY_BUCKET: PolicyObject = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::acme-*/*' }],
};

function create(
  aws: Aws,
  { role, policyName, trustPolicy, permissionPolicy }: RoleSetup,
  more: { permissions?: PolicyObject; boundary?: string | undefined },
): void {
  const policy = more.permissions ?? permissionPolicy;
  aws.createRole({
    name: role.name,
    path: role.path,
    trust: trustPolicy,
    policies: policy ? { [policyName]: policy } : {},
    ...(more.boundary === undefined ? {} : { boundary: more.boundary }),
  });
}
