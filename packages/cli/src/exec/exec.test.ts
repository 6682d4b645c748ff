import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Aws, type Issuer, secretSearch, startAws, startIssuer } from '@leasehold/testkit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Spawned, type SpawnedResult, spawned } from '../spawned.ts';

vi.setConfig({ testTimeout: 30_000 });

const PUT = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::acme-site/*' }],
};
const BOUNDARY = 'leasehold-ended-site-deploy';
const END = [
  'iam:GetRole',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:ListPolicyVersions',
  'iam:CreatePolicyVersion',
  'iam:DeletePolicyVersion',
];
const POLICY = `version: 1
grants:
  deploy-site:
    purpose: publish the site
    owner: "@acme/web"
    access: write
    provider: aws
    with:
      role: arn:aws:iam::111122223333:role/site-deploy
      region: eu-west-1
      allow: [{ actions: [s3:PutObject], resources: ["arn:aws:s3:::acme-site/*"] }]
      revoker-role: arn:aws:iam::111122223333:role/leasehold-revoker
    ttl: 10m
    subjects:
      - { repository-id: 123456, ref: refs/heads/main }
`;

let folder: string;
let issuer: Issuer;
let aws: Aws;
let boundary: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leasehold-exec-'));
  issuer = await startIssuer();
  aws = await startAws({ issuer });
  aws.createBucket('acme-site');
  boundary = aws.createManagedPolicy({
    name: BOUNDARY,
    policy: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        {
          Sid: 'LeaseholdEnded',
          Effect: 'Deny',
          Action: '*',
          Resource: '*',
          Condition: { StringEquals: { 'aws:userid': ['none'] } },
        },
      ],
    },
  });
  aws.createRole({ name: 'site-deploy', policies: { put: PUT }, boundary });
  aws.createRole({
    name: 'leasehold-revoker',
    policies: { end: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: END, Resource: '*' }] } },
  });
  await writeFile(join(folder, 'policy.yml'), POLICY);
  await writeFile(join(folder, 'token'), await issuer.mint());
});

afterEach(async () => {
  await aws.close();
  await issuer.close();
  await rm(folder, { recursive: true });
});

/** `exec` of the grant, with the identity from a file, running a script of its own. */
function exec(script: string, ...options: string[]): Spawned {
  const words = [
    'exec',
    'deploy-site',
    '--policy-file',
    'policy.yml',
    '--ledger-file',
    'ledger.jsonl',
    ...options,
    '--',
    process.execPath,
    '-e',
    script,
  ];
  return spawned(words, { cwd: folder, env: { AWS_ENDPOINT_URL: aws.url, LEASEHOLD_ID_TOKEN_FILE: 'token' } });
}

/** Events of the ledger, in order. */
async function events(): Promise<readonly string[]> {
  const text = await readFile(join(folder, 'ledger.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).event);
}

/** Sessions that the boundary denies. */
function denied(): readonly string[] {
  const deny = aws.managedPolicy(boundary).Statement as readonly {
    Sid?: string;
    Condition?: { StringEquals?: Record<string, string[]> };
  }[];
  return (deny.find(({ Sid }) => Sid === 'LeaseholdEnded')?.Condition?.StringEquals?.['aws:userid'] ?? []).filter(
    (entry) => entry !== 'none',
  );
}

async function expectNoSecret({ out, err }: SpawnedResult): Promise<void> {
  const ledger = await readFile(join(folder, 'ledger.jsonl'), 'utf8');
  const secrets = [...aws.secrets(), ...issuer.minted.map(({ token }) => token)];
  expect(secrets.length).toBeGreaterThan(1);
  for (const secret of secrets) expect(secretSearch(out + err + ledger, secret)).toEqual([]);
}

const LIFE = ['requested', 'issued', 'delivered', 'revoked', 'verified', 'restored'];

describe('exec', () => {
  test('gives the credential to the command, and ends the lease when the command ends', async () => {
    const result = await exec(
      'console.log(process.env.AWS_ACCESS_KEY_ID, process.env.AWS_REGION, "AWS_SESSION_TOKEN" in process.env)',
    ).result;
    expect(result.err).toContain('denied and verified dead: deploy-site');
    expect(result.out).toMatch(/^ASIA\w{16} eu-west-1 true\n$/);
    expect(result.code).toBe(0);
    expect(denied()).toHaveLength(1);
    expect(await events()).toEqual(LIFE);
    await expectNoSecret(result);
  });

  test('exits as the command did', async () => {
    expect((await exec('process.exitCode = 7').result).code).toBe(7);
    expect(denied()).toHaveLength(1);
  });

  test('ends the lease of a command that died', async () => {
    expect((await exec('process.kill(process.pid, "SIGKILL")').result).code).toBe(137);
    expect(denied()).toHaveLength(1);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('passes %s on to the command, ends the lease, and exits with %i', async (signal, code) => {
    const run = exec('setInterval(() => {}, 1000); console.log("working")');
    await run.saying('working');
    run.process.kill(signal);
    const result = await run.result;
    expect(result.code).toBe(code);
    expect(denied()).toHaveLength(1);
    expect(await events()).toEqual(LIFE);
  });

  test('lets a command have its own way with a signal', async () => {
    const run = exec('process.on("SIGTERM", () => process.exit(5)); setInterval(() => {}, 1000); console.log("working")');
    await run.saying('working');
    run.process.kill('SIGTERM');
    expect((await run.result).code).toBe(5);
    expect(denied()).toHaveLength(1);
  });

  test('ends the lease although signals go on coming', async () => {
    aws.setPropagation(500);
    const run = exec('setInterval(() => {}, 1000); console.log("working")');
    await run.saying('working');
    run.process.kill('SIGINT');
    await aws.seen('CreatePolicyVersion');
    run.process.kill('SIGINT');
    run.process.kill('SIGTERM');
    const result = await run.result;
    expect(result.err).toContain('SIGINT: the lease is ended first');
    expect(result.err).toContain('denied and verified dead: deploy-site');
    expect(result.code).toBe(130);
  });

  test.each([
    ['no-such-command', 127],
    ['/', 126],
  ])('ends the lease of a command that cannot be run: `%s`', async (command, code) => {
    const words = ['exec', 'deploy-site', '--policy-file', 'policy.yml', '--ledger-file', 'ledger.jsonl', '--', command];
    const result = await spawned(words, { cwd: folder, env: { AWS_ENDPOINT_URL: aws.url, LEASEHOLD_ID_TOKEN_FILE: 'token' } })
      .result;
    expect(result.err).toContain(`\`${command}\` could not be run: `);
    expect(result.code).toBe(code);
    expect(denied()).toHaveLength(1);
  });

  test('fails when the lease did not end as promised, and says until when it lives', async () => {
    aws.deleteRole('leasehold-revoker');
    const result = await exec('').result;
    expect(result.err).toMatch(/error: NOT ENDED: deploy-site .*; the credential may still work until /);
    expect(result.code).toBe(3);
    expect(await events()).toContain('failed');
  });

  test('only warns of that when it was told to', async () => {
    aws.deleteRole('leasehold-revoker');
    const result = await exec('', '--on-revoke-failure', 'warn').result;
    expect(result.err).toContain('warning: NOT ENDED: deploy-site');
    expect(result.code).toBe(0);
  });

  test('leases without a policy file', async () => {
    const words = [
      'exec',
      '--role',
      'arn:aws:iam::111122223333:role/site-deploy',
      '--region',
      'eu-west-1',
      '--ttl',
      '2m',
      '--id-token-file',
      'token',
      '--ledger-file',
      'ledger.jsonl',
      process.execPath,
      '-p',
      'process.env.AWS_REGION',
    ];
    const result = await spawned(words, { cwd: folder, env: { AWS_ENDPOINT_URL: aws.url } }).result;
    expect(result.out).toBe('eu-west-1\n');
    expect(result.err).toContain('left to expire, as announced');
    expect(result.code).toBe(0);
  });

  test('takes the identity of a GitHub job, and masks before anything else, never on stdout', async () => {
    const env = {
      AWS_ENDPOINT_URL: aws.url,
      GITHUB_ACTIONS: 'true',
      GITHUB_RUN_ID: '7812345678',
      GITHUB_RUN_ATTEMPT: '1',
      RUNNER_TEMP: folder,
      ACTIONS_ID_TOKEN_REQUEST_URL: issuer.requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: issuer.requestToken,
    };
    const words = [
      'exec',
      'deploy-site',
      '--policy-file',
      'policy.yml',
      '--ledger-file',
      'ledger.jsonl',
      '--',
      process.execPath,
      '-e',
      '',
    ];
    const { code, out, err } = await spawned(words, { cwd: folder, env }).result;
    expect(code).toBe(0);
    expect(out).toBe('');
    const lines = err.split('\n');
    // The first session is the lease; the second, of the revoker, never leaves the process.
    for (const secret of aws.secrets().slice(0, 2)) expect(lines).toContain(`::add-mask::${secret}`);
    await expectNoSecret({ code, out, err: lines.filter((line) => !line.startsWith('::add-mask::')).join('\n') });
    expect(denied()[0]).toMatch(/:lh-gh-7812345678-1-/);
  });
});

describe('what is not leased', () => {
  test('a no of the policy runs nothing', async () => {
    await writeFile(join(folder, 'token'), await issuer.mint({ ref: 'refs/heads/dev' }));
    const result = await exec('console.log("ran")').result;
    expect(result.out).toBe('');
    expect(result.err).toContain('  ref: is `refs/heads/dev`, would match `refs/heads/main` (subjects[0].ref)');
    expect(result.code).toBe(1);
    expect(await events()).toEqual(['requested', 'denied']);
  });

  test('a no of the provider is explained with the claims of the job', async () => {
    aws.createRole({
      name: 'site-deploy',
      trust: aws.trustPolicy({ StringEquals: { [`${issuer.url.slice(7)}:sub`]: 'repo:acme/other' } }),
      policies: { put: PUT },
      boundary,
    });
    const result = await exec('console.log("ran")').result;
    expect(result.out).toBe('');
    expect(result.err).toContain('trust was refused');
    expect(result.err).toContain('sub: repo:acme/site:ref:refs/heads/main');
    expect(result.code).toBe(1);
    for (const { token } of issuer.minted) expect(secretSearch(result.err, token)).toEqual([]);
  });

  test.each([
    [['--id-token-file', 'nowhere'], 'the ID token file `nowhere` cannot be read', 2],
    [['--policy-file', 'nowhere.yml'], 'the policy file `nowhere.yml` does not exist', 2],
    [['--ttl', '10s'], 'a TTL of 10s is not possible on AWS', 2],
  ] as const)('%j is refused before anything runs', async (options, message, code) => {
    const result = await exec('console.log("ran")', ...options).result;
    expect(result.out).toBe('');
    expect(result.err).toContain(message);
    expect(result.code).toBe(code);
  });
});
