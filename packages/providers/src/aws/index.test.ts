import { type IdToken, type Mint, Secret } from '@leasehold/core';
import { type Aws, fakePorts, type Issuer, loopbackHttp, startAws, startIssuer } from '@leasehold/testkit';
import { type ProviderWorld, providerSuite } from '@leasehold/testkit/suites';
import { AwsClient } from 'aws4fetch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AwsCredential, AwsHandle } from './handle.ts';
import { aws } from './index.ts';
import { awsTrust } from './trust/aws-trust.ts';
import type { EndingForm } from './trust/permissions.ts';

const ALLOW = 's3:ListBucket on arn:aws:s3:::site\ns3:PutObject on arn:aws:s3:::site/*';
const REGION = 'eu-west-1';

/** An account, an issuer and ports that share one clock. */
async function newCloud() {
  let failures: number[] = [];
  const ports = fakePorts({
    now: Math.floor(Date.now() / 1000) * 1000,
    http: async (request) => {
      const status = failures.shift();
      return status === undefined ? loopbackHttp(request) : { status, headers: {}, body: '' };
    },
  });
  const { clock } = ports;
  const issuer = await startIssuer({ clock });
  const cloud = await startAws({ issuer, clock });
  cloud.createBucket('site');
  const token = (text: string): IdToken => {
    const issuedAt = Math.floor(clock.now() / 1000);
    return { token: new Secret(text), issuedAt, expiresAt: issuedAt + 300 };
  };
  const mint: Mint = async (audience) => token(await issuer.mint({}, { audience }));
  const refused: Mint = async () => token(await issuer.mint({}, { audience: 'somebody-else' }));
  return {
    ports,
    issuer,
    cloud,
    mint,
    refused,
    fail: (status: number) => failures.push(status),
    env: { AWS_ENDPOINT_URL: cloud.url },
    close: async () => {
      failures = [];
      await Promise.all([cloud.close(), issuer.close()]);
    },
  };
}

type Cloud = Awaited<ReturnType<typeof newCloud>>;

/** Sets the account up exactly as `leasehold trust aws` prints it. */
function setUp(
  { cloud, issuer }: { readonly cloud: Aws; readonly issuer: Issuer },
  form: EndingForm,
): Readonly<Record<string, string>> {
  const raw = {
    role: `arn:aws:iam::${cloud.account}:role/ci/site-deploy`,
    'revoker-role': `arn:aws:iam::${cloud.account}:role/revoker`,
    region: REGION,
    allow: ALLOW,
  };
  const statements = [
    {
      id: 'deploy-site-1',
      effect: 'allow' as const,
      issuers: [issuer.url.replace('http://', '')],
      conditions: [
        {
          claim: 'repository_id',
          operator: 'equals' as const,
          negated: false,
          values: ['123456'],
          source: 'subjects[0].repository-id',
        },
      ],
    },
  ];
  const setup = awsTrust({ grant: 'deploy-site', options: aws.parse(raw, {}), statements, form, maxTtl: 900 });
  const { role, boundary, revoker } = setup;
  if (!boundary || !revoker || !role.permissionPolicy || !revoker.permissionPolicy) throw new Error('the set-up is not whole');
  cloud.createManagedPolicy({ name: boundary.name, policy: boundary.policy });
  cloud.createRole({
    name: role.role.name,
    path: role.role.path,
    trust: role.trustPolicy,
    boundary: boundary.arn,
    ...(form === 'inline' ? { managed: [boundary.arn] } : { policies: { [role.policyName]: role.permissionPolicy } }),
  });
  cloud.createRole({
    name: revoker.role.name,
    trust: revoker.trustPolicy,
    policies: { [revoker.policyName]: revoker.permissionPolicy },
  });
  return raw;
}

/** Asks S3 by a client that is not the provider's. */
async function s3(cloud: Cloud, credential: Secret, path: string, init: RequestInit = {}): Promise<number> {
  const client = new AwsClient({
    ...(JSON.parse(credential.reveal()) as AwsCredential),
    service: 's3',
    region: REGION,
    retries: 0,
  });
  const datetime = new Date(cloud.ports.clock.now()).toISOString().replaceAll(/[:-]|\.\d{3}/g, '');
  const answer = await fetch(await client.sign(`${cloud.cloud.url}${path}`, { ...init, aws: { datetime } }));
  await answer.text();
  return answer.status;
}

async function newWorld(form: EndingForm): Promise<ProviderWorld> {
  const cloud = await newCloud();
  const raw = setUp(cloud, form);
  return {
    raw,
    env: cloud.env,
    ports: cloud.ports,
    mint: cloud.mint,
    refused: cloud.refused,
    failNext: cloud.fail,
    alive: async (credential) => (await s3(cloud, credential, '/site?list-type=2')) === 200,
    requestCount: () => cloud.ports.exchanges.length,
    secrets: () => [...cloud.cloud.secrets(), ...cloud.issuer.minted.map(({ token }) => token)],
    close: cloud.close,
  };
}

describe.each(['boundary', 'inline'] as const)('set up as printed, in the form %s', (form) => {
  providerSuite(aws, () => newWorld(form), { maxName: 64 });
});

describe('a lease', () => {
  let cloud: Cloud;
  let raw: Readonly<Record<string, string>>;
  beforeEach(async () => {
    cloud = await newCloud();
    raw = setUp(cloud, 'boundary');
  });
  afterEach(() => cloud.close());

  async function lease(more: Readonly<Record<string, string>> = {}, ttl = 900): Promise<Secret> {
    const options = aws.parse({ ...raw, ...more }, cloud.env);
    const from = Math.floor(cloud.ports.clock.now() / 1000);
    const plan = aws.plan(options, {
      leaseId: 'k3x9qabc123def',
      run: { platform: 'gh', run: '1', attempt: '1' },
      ttl,
      from,
      reason: 'hotfix #1',
    });
    const issued = await aws.exchange(plan, await cloud.mint(aws.audience(options)), cloud.ports);
    expect((issued.handle as AwsHandle).roleId).toMatch(/^AROA/);
    return issued.credential;
  }

  it('can do what `allow` says and nothing else', async () => {
    const credential = await lease({ allow: 's3:PutObject on arn:aws:s3:::site/a/*' });
    expect(await s3(cloud, credential, '/site/a/x', { method: 'PUT', body: 'x' })).toBe(200);
    expect(await s3(cloud, credential, '/site/b/x', { method: 'PUT', body: 'x' })).toBe(403);
    expect(await s3(cloud, credential, '/site?list-type=2')).toBe(403);
  });

  it('ends with its time box, to the second', async () => {
    const credential = await lease({}, 60);
    cloud.ports.clock.advance(59_000);
    expect(await s3(cloud, credential, '/site?list-type=2')).toBe(200);
    cloud.ports.clock.advance(2_000);
    expect(await s3(cloud, credential, '/site?list-type=2')).toBe(403);
  });

  it('has all that the role has where only a time box narrows it', async () => {
    const credential = await lease({ allow: '' }, 60);
    expect(await s3(cloud, credential, '/site/any/x', { method: 'PUT', body: 'x' })).toBe(200);
    expect(await s3(cloud, credential, '/site/any/x')).toBe(403);
  });

  it('works from the addresses that it is bound to only', async () => {
    expect(await s3(cloud, await lease({ 'bind-ip': '127.0.0.0/8' }), '/site?list-type=2')).toBe(200);
    expect(await s3(cloud, await lease({ 'bind-ip': '203.0.113.7' }), '/site?list-type=2')).toBe(403);
  });

  it('tells run, lease and reason to the server', async () => {
    await lease();
    expect(cloud.cloud.requests[0]?.headers['user-agent']).toMatch(
      /^leasehold\/\S+ run\/gh-1-1 lease\/k3x9qabc123def reason\/hotfix%20%231$/,
    );
  });
});
