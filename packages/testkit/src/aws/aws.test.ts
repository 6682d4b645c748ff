import { Readable } from 'node:stream';
import {
  CreatePolicyVersionCommand,
  DeletePolicyVersionCommand,
  DeleteRolePolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListPolicyVersionsCommand,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandInput,
  DecodeAuthorizationMessageCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Issuer, startIssuer } from '../issuer/issuer.ts';
import { type Aws, startAws } from './aws.ts';

/** A clock that a test moves. */
let now = 0;
const clock = { now: () => now };
let issuer: Issuer;
let aws: Aws;
let roleArn: string;

const ALL_OF_S3 = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };

beforeEach(async () => {
  now = Math.floor(Date.now() / 1000) * 1000;
  issuer = await startIssuer({ clock });
  aws = await startAws({ issuer, clock });
  aws.createBucket('art');
  aws.putObject('art', 'a/1', 'one');
  aws.putObject('art', 'b/1', 'other');
  roleArn = aws.createRole({ name: 'deploy', policies: { s3: ALL_OF_S3 } }).arn;
});
afterEach(() => Promise.all([aws.close(), issuer.close()]));

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

function clientOptions(credentials: Keys) {
  return { endpoint: aws.url, region: 'eu-west-1', maxAttempts: 1, credentials, systemClockOffset: now - Date.now() };
}
const s3 = (keys: Keys) => new S3Client({ ...clientOptions(keys), forcePathStyle: true });
const iam = (keys: Keys) => new IAMClient(clientOptions(keys));
const sts = (keys: Keys = { accessKeyId: 'none', secretAccessKey: 'none', sessionToken: 'none' }) =>
  new STSClient(clientOptions(keys));

async function assume(input: Partial<AssumeRoleWithWebIdentityCommandInput> = {}) {
  const answer = await sts().send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: roleArn,
      RoleSessionName: 'lh-gh-1-1-a',
      WebIdentityToken: input.WebIdentityToken ?? (await issuer.mint()),
      ...input,
    }),
  );
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = answer.Credentials ?? {};
  return { answer, keys: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken } };
}

const get = (keys: Keys, Key: string) => s3(keys).send(new GetObjectCommand({ Bucket: 'art', Key }));
const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const denyUser = (userid: string) => ({
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { StringEquals: { 'aws:userid': [userid] } },
});

describe('AssumeRoleWithWebIdentity', () => {
  it('answers what an SDK expects', async () => {
    const { answer } = await assume({ DurationSeconds: 900 });
    expect(answer.AssumedRoleUser?.Arn).toBe('arn:aws:sts::111122223333:assumed-role/deploy/lh-gh-1-1-a');
    expect(answer.AssumedRoleUser?.AssumedRoleId).toMatch(/^AROA[A-Z2-7]{17}:lh-gh-1-1-a$/);
    expect(answer.Credentials?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(answer.Credentials?.Expiration?.getTime()).toBe(now + 900_000);
    expect(answer.SubjectFromWebIdentityToken).toBe('repo:acme/site:ref:refs/heads/main');
    expect(answer.Audience).toBe('sts.amazonaws.com');
  });

  const tooLong = `${'x'.repeat(2_049)}`;
  it.each<[string, () => Promise<Partial<AssumeRoleWithWebIdentityCommandInput>>, string, string]>([
    [
      'a forged token',
      async () => ({ WebIdentityToken: await issuer.mint({}, { key: 'forged' }) }),
      'InvalidIdentityTokenException',
      'verification key',
    ],
    [
      'an unsigned token',
      async () => ({ WebIdentityToken: await issuer.mint({}, { alg: 'none' }) }),
      'InvalidIdentityTokenException',
      'verification key',
    ],
    ['no token at all', async () => ({ WebIdentityToken: 'abcd' }), 'InvalidIdentityTokenException', 'not a valid JWT'],
    [
      'another issuer',
      async () => ({ WebIdentityToken: await issuer.mint({ iss: 'https://x.example' }) }),
      'InvalidIdentityTokenException',
      'No OpenIDConnect provider found',
    ],
    [
      'a wrong audience',
      async () => ({ WebIdentityToken: await issuer.mint({}, { audience: 'x' }) }),
      'InvalidIdentityTokenException',
      'Incorrect token audience',
    ],
    [
      'an expired token',
      async () => ({ WebIdentityToken: await issuer.mint({}, { expiresIn: -1 }) }),
      'ExpiredTokenException',
      'must be before the expiration date/time',
    ],
    [
      'an unknown role',
      async () => ({ RoleArn: `${roleArn}x` }),
      'AccessDenied',
      'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    ],
    ['a short duration', async () => ({ DurationSeconds: 899 }), 'ValidationError', 'greater than or equal to 900'],
    ['a duration beyond the role', async () => ({ DurationSeconds: 3_601 }), 'ValidationError', 'exceeds the MaxSessionDuration'],
    ['a session name of one character', async () => ({ RoleSessionName: 'x' }), 'ValidationError', 'greater than or equal to 2'],
    ['a session name with a slash', async () => ({ RoleSessionName: 'a/b' }), 'ValidationError', 'regular expression'],
    ['a session policy that is too long', async () => ({ Policy: tooLong }), 'ValidationError', 'less than or equal to 2048'],
    ['a session policy that is no JSON', async () => ({ Policy: '{' }), 'MalformedPolicyDocumentException', 'invalid Json'],
    [
      'a session policy without an effect',
      async () => ({ Policy: policy({ Action: '*', Resource: '*' }) }),
      'MalformedPolicyDocumentException',
      'Effect',
    ],
    [
      'policies that do not fit together',
      async () => ({
        Policy: policy({ Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::${'b'.repeat(1_900)}` }),
        PolicyArns: [{ arn: `arn:aws:iam::111122223333:policy/${'p'.repeat(100)}` }],
      }),
      'PackedPolicyTooLargeException',
      'Packed policy consumes',
    ],
    [
      'eleven managed policies',
      async () => ({ PolicyArns: Array.from({ length: 11 }, () => ({ arn: 'arn:aws:iam::111122223333:policy/p' })) }),
      'ValidationError',
      'less than or equal to 10',
    ],
  ])('refuses %s', async (_what, input, name, message) => {
    await expect(assume(await input())).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
  });

  const issuerKey = () => issuer.url.replace('http://', '');
  it.each<[string, () => object, boolean]>([
    ['StringLike on the subject', () => ({ StringLike: { [`${issuerKey()}:sub`]: 'repo:acme/*:ref:refs/heads/main' } }), true],
    ['StringLike across colons', () => ({ StringLike: { [`${issuerKey()}:sub`]: '*:refs/heads/main' } }), true],
    [
      'a list of subjects',
      () => ({ StringEquals: { [`${issuerKey()}:sub`]: ['x', 'repo:acme/site:ref:refs/heads/main'] } }),
      true,
    ],
    ['the immutable subject', () => ({ StringLike: { [`${issuerKey()}:sub`]: 'repo:acme@*' } }), false],
    ['the repository id', () => ({ StringEquals: { [`${issuerKey()}:repository_id`]: '123456' } }), true],
    ['an environment that the job has not', () => ({ StringEquals: { [`${issuerKey()}:environment`]: 'production' } }), false],
    ['a claim that must be present', () => ({ Null: { [`${issuerKey()}:actor`]: 'false' } }), true],
  ])('judges %s by the trust policy', async (_what, conditions, trusted) => {
    roleArn = aws.createRole({ name: 'strict', trust: aws.trustPolicy(conditions() as never) }).arn;
    const exchange = assume();
    if (trusted) await expect(exchange).resolves.toBeDefined();
    else await expect(exchange).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('lets a deny in the trust policy win', async () => {
    const open = aws.trustPolicy();
    const deny = {
      ...(open.Statement as object[])[0],
      Effect: 'Deny',
      Condition: { StringEquals: { [`${issuerKey()}:actor`]: 'octavia' } },
    };
    roleArn = aws.createRole({ name: 'strict', trust: { Statement: [...(open.Statement as object[]), deny] } }).arn;
    await expect(assume()).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

describe('what a session may do', () => {
  it('is what the role may', async () => {
    const { keys } = await assume();
    expect(await (await get(keys, 'a/1')).Body?.transformToString()).toBe('one');
    await s3(keys).send(new PutObjectCommand({ Bucket: 'art', Key: 'c d/ü+(1)*', Body: 'three' }));
    expect(aws.object('art', 'c d/ü+(1)*')).toBe('three');
    const list = await s3(keys).send(new ListObjectsV2Command({ Bucket: 'art', Prefix: 'a/' }));
    expect(list.Contents?.map((object) => object.Key)).toEqual(['a/1']);
    expect((await s3(keys).send(new HeadObjectCommand({ Bucket: 'art', Key: 'b/1' }))).ContentLength).toBe(5);
    await s3(keys).send(new DeleteObjectCommand({ Bucket: 'art', Key: 'a/1' }));
    expect(aws.objects('art')).toEqual(['b/1', 'c d/ü+(1)*']);
    await expect(get(keys, 'a/1')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('includes a list by folders', async () => {
    const list = await s3((await assume()).keys).send(new ListObjectsV2Command({ Bucket: 'art', Delimiter: '/', MaxKeys: 1 }));
    expect([list.CommonPrefixes, list.Contents, list.IsTruncated]).toEqual([[{ Prefix: 'a/' }], undefined, true]);
  });

  it('includes an upload in signed chunks, as an SDK sends a stream', async () => {
    const { keys } = await assume();
    const Body = Readable.from([Buffer.from('first, '), Buffer.from('second')]);
    await s3(keys).send(new PutObjectCommand({ Bucket: 'art', Key: 'a/stream', Body, ContentLength: 13 }));
    expect(aws.requests.at(-1)?.headers['x-amz-content-sha256']).toMatch(/^STREAMING-/);
    expect(aws.object('art', 'a/stream')).toBe('first, second');
  });

  it('is narrowed by the session policy', async () => {
    const { keys } = await assume({
      Policy: policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::art/a/*' }),
    });
    await expect(get(keys, 'a/1')).resolves.toBeDefined();
    await expect(get(keys, 'b/1')).rejects.toMatchObject({
      name: 'AccessDenied',
      message:
        'User: arn:aws:sts::111122223333:assumed-role/deploy/lh-gh-1-1-a is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::art/b/1" because no session policy allows the s3:GetObject action',
    });
  });

  it('is narrowed by managed session policies', async () => {
    const arn = aws.createManagedPolicy({
      name: 'read',
      policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] },
    });
    const { keys } = await assume({ PolicyArns: [{ arn }] });
    await expect(get(keys, 'a/1')).resolves.toBeDefined();
    await expect(s3(keys).send(new DeleteObjectCommand({ Bucket: 'art', Key: 'a/1' }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });

  it('is never widened by the session policy', async () => {
    roleArn = aws.createRole({ name: 'nothing' }).arn;
    const { keys } = await assume({ Policy: policy({ Effect: 'Allow', Action: '*', Resource: '*' }) });
    await expect(get(keys, 'a/1')).rejects.toMatchObject({
      message: expect.stringContaining('because no identity-based policy allows the s3:GetObject action'),
    });
  });

  it('ends at the time box of the session policy', async () => {
    const end = new Date(now + 60_000).toISOString().replace('.000Z', 'Z');
    const { keys } = await assume({
      Policy: policy(
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: '*', Resource: '*', Condition: { DateGreaterThan: { 'aws:CurrentTime': end } } },
      ),
    });
    now += 59_000;
    await expect(get(keys, 'a/1')).resolves.toBeDefined();
    now += 2_000;
    await expect(get(keys, 'a/1')).rejects.toMatchObject({
      message: expect.stringContaining('with an explicit deny in a session policy'),
    });
  });

  it('is bound to an address', async () => {
    const { keys } = await assume({
      Policy: policy(
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: '*', Resource: '*', Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } },
      ),
    });
    await expect(get(keys, 'a/1')).rejects.toMatchObject({
      message: expect.stringContaining('with an explicit deny in a session policy'),
    });
  });

  it('ends when the session expires', async () => {
    const { keys } = await assume({ DurationSeconds: 900 });
    now += 900_000;
    await expect(get(keys, 'a/1')).rejects.toMatchObject({ name: 'ExpiredToken' });
    await expect(sts(keys).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: 'ExpiredToken' });
  });

  it('ends when the role is deleted, also when it is made anew', async () => {
    const { keys } = await assume();
    aws.deleteRole('deploy');
    await expect(get(keys, 'a/1')).rejects.toMatchObject({ name: 'AccessDenied' });
    aws.createRole({ name: 'deploy', policies: { s3: ALL_OF_S3 } });
    await expect(get(keys, 'a/1')).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('is told before the content is looked at: a bad digest is refused only after the permission was found', async () => {
    const put = (keys: Keys) =>
      s3(keys).send(
        new PutObjectCommand({ Bucket: 'art', Key: 'a/1', Body: 'two', ContentMD5: Buffer.alloc(16).toString('base64') }),
      );
    await expect(put((await assume()).keys)).rejects.toMatchObject({ name: 'BadDigest' });
    const { keys } = await assume({ Policy: policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }) });
    await expect(put(keys)).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(aws.object('art', 'a/1')).toBe('one');
  });

  it('includes GetCallerIdentity whatever the policies say, and DecodeAuthorizationMessage only when they allow it', async () => {
    const { keys } = await assume();
    const decode = () => sts(keys).send(new DecodeAuthorizationMessageCommand({ EncodedMessage: 'x' }));
    expect((await sts(keys).send(new GetCallerIdentityCommand({}))).Arn).toContain('assumed-role/deploy/lh-gh-1-1-a');
    await expect(decode()).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringMatching(
        /is not authorized to perform: sts:DecodeAuthorizationMessage because no identity-based policy allows/,
      ),
    });
    roleArn = aws.createRole({
      name: 'decoder',
      policies: { d: { Statement: [{ Effect: 'Allow', Action: 'sts:*', Resource: '*' }] } },
    }).arn;
    await expect(
      sts((await assume()).keys).send(new DecodeAuthorizationMessageCommand({ EncodedMessage: 'x' })),
    ).rejects.toMatchObject({ name: 'InvalidAuthorizationMessageException' });
  });
});

describe('a request that is not signed rightly', () => {
  it.each<[string, (keys: Keys) => Keys, string, string]>([
    ['a wrong secret', (keys) => ({ ...keys, secretAccessKey: 'x' }), 'SignatureDoesNotMatch', 'SignatureDoesNotMatch'],
    ['a wrong session token', (keys) => ({ ...keys, sessionToken: 'x' }), 'InvalidAccessKeyId', 'InvalidClientTokenId'],
    ['an unknown key', (keys) => ({ ...keys, accessKeyId: 'x' }), 'InvalidAccessKeyId', 'InvalidClientTokenId'],
  ])('with %s is refused', async (_what, change, s3Name, stsName) => {
    const keys = change((await assume()).keys);
    await expect(get(keys, 'a/1')).rejects.toMatchObject({ name: s3Name });
    await expect(sts(keys).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: stsName });
  });

  it.each<
    [string, (request: { body?: unknown; path: string; query: Record<string, unknown>; headers: Record<string, string> }) => void]
  >([
    ['body', (request) => Object.assign(request, { body: 'other' })],
    ['path', (request) => Object.assign(request, { path: '/art/a/2' })],
    ['query', (request) => Object.assign(request.query, { 'x-id': 'GetObject' })],
    ['signed header', (request) => Object.assign(request.headers, { 'content-type': 'text/html' })],
    ['unsigned header of AWS', (request) => Object.assign(request.headers, { 'x-amz-acl': 'public-read' })],
  ])('whose %s was changed after it was signed is refused', async (_what, change) => {
    const client = s3((await assume()).keys);
    client.middlewareStack.add(
      (next) => (args) => {
        change(args.request as never);
        return next(args);
      },
      { step: 'deserialize', priority: 'high' },
    );
    const put = client.send(new PutObjectCommand({ Bucket: 'art', Key: 'a/1', Body: 'three', ContentType: 'text/plain' }));
    await expect(put).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    expect(aws.objects('art')).toEqual(['a/1', 'b/1']);
  });

  it('with a clock that is wrong is refused', async () => {
    const { keys } = await assume();
    const client = new S3Client({ ...clientOptions(keys), forcePathStyle: true, systemClockOffset: -3_600_000 });
    await expect(client.send(new GetObjectCommand({ Bucket: 'art', Key: 'a/1' }))).rejects.toMatchObject({
      name: 'RequestTimeTooSkewed',
    });
  });

  it('without any signature is refused', async () => {
    expect((await fetch(`${aws.url}/art/a/1`)).status).toBe(403);
    expect((await fetch(aws.url, { method: 'POST', body: 'Action=GetCallerIdentity&Version=2011-06-15' })).status).toBe(403);
  });
});

describe('ending one session by an inline deny', () => {
  const name = 'lease-denials';
  let revoker: Keys;
  let target: string;

  beforeEach(async () => {
    target = roleArn;
    const revokerArn = aws.createRole({
      name: 'revoker',
      policies: {
        r: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: ['iam:GetRole', 'iam:ListRolePolicies', 'iam:*RolePolicy'], Resource: target }],
        },
      },
    }).arn;
    revoker = (await assume({ RoleArn: revokerArn, RoleSessionName: 'lh-revoker' })).keys;
  });

  const put = (text: string, keys = revoker) =>
    iam(keys).send(new PutRolePolicyCommand({ RoleName: 'deploy', PolicyName: name, PolicyDocument: text }));

  it('refuses that session and no other', async () => {
    const [first, second] = [await assume({ RoleSessionName: 'lh-1' }), await assume({ RoleSessionName: 'lh-2' })];
    await put(policy(denyUser(first.answer.AssumedRoleUser?.AssumedRoleId ?? '')));
    await expect(get(first.keys, 'a/1')).rejects.toMatchObject({
      message: expect.stringContaining('with an explicit deny in an identity-based policy'),
    });
    await expect(get(second.keys, 'a/1')).resolves.toBeDefined();
    await expect(sts(first.keys).send(new GetCallerIdentityCommand({}))).resolves.toBeDefined();
    await iam(revoker).send(new DeleteRolePolicyCommand({ RoleName: 'deploy', PolicyName: name }));
    await expect(get(first.keys, 'a/1')).resolves.toBeDefined();
  });

  it('takes effect after the propagation, and is read back at once', async () => {
    aws.setPropagation(4_000);
    const { keys, answer } = await assume();
    await put(policy(denyUser(answer.AssumedRoleUser?.AssumedRoleId ?? '')));
    const read = await iam(revoker).send(new GetRolePolicyCommand({ RoleName: 'deploy', PolicyName: name }));
    expect(decodeURIComponent(read.PolicyDocument ?? '')).toContain(answer.AssumedRoleUser?.AssumedRoleId);
    await expect(get(keys, 'a/1')).resolves.toBeDefined();
    now += 4_000;
    await expect(get(keys, 'a/1')).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('needs the permission of the revoker', async () => {
    const { keys } = await assume();
    await expect(put(policy(denyUser('x')), keys)).rejects.toMatchObject({
      message: expect.stringMatching(
        /is not authorized to perform: iam:PutRolePolicy on resource: role deploy because no identity-based policy allows/,
      ),
    });
    await expect(iam(revoker).send(new GetRoleCommand({ RoleName: 'revoker' }))).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('tells the role, its policies and their absence', async () => {
    const { Role } = await iam(revoker).send(new GetRoleCommand({ RoleName: 'deploy' }));
    expect(Role).toMatchObject({ Arn: target, RoleId: expect.stringMatching(/^AROA/), MaxSessionDuration: 3_600 });
    expect((await iam(revoker).send(new ListRolePoliciesCommand({ RoleName: 'deploy' }))).PolicyNames).toEqual(['s3']);
    await expect(iam(revoker).send(new GetRolePolicyCommand({ RoleName: 'deploy', PolicyName: name }))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
    });
    await expect(iam(revoker).send(new DeleteRolePolicyCommand({ RoleName: 'deploy', PolicyName: name }))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
    });
  });

  it('is limited to 10,240 characters without white space over all inline policies', async () => {
    const sized = (length: number) => policy(denyUser('x'.repeat(length - policy(denyUser('')).length)));
    const room = 10_240 - JSON.stringify(ALL_OF_S3).length;
    await expect(put(sized(room + 1))).rejects.toMatchObject({ name: 'LimitExceededException' });
    await expect(put(`${sized(room)}${' '.repeat(100)}`)).resolves.toBeDefined();
    await expect(put('{"Statement":[{}]}')).rejects.toMatchObject({ name: 'MalformedPolicyDocumentException' });
  });
});

describe('ending one session by the permissions boundary', () => {
  const ALLOW_ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
  let boundary: string;
  let revoker: Keys;

  beforeEach(async () => {
    boundary = aws.createManagedPolicy({ name: 'deny-list', policy: { Version: '2012-10-17', Statement: [ALLOW_ALL] } });
    roleArn = aws.createRole({ name: 'bounded', policies: { s3: ALL_OF_S3 }, boundary }).arn;
    const revokerArn = aws.createRole({
      name: 'revoker',
      policies: {
        r: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: ['iam:GetPolicy', 'iam:*PolicyVersion', 'iam:ListPolicyVersions'], Resource: boundary },
            { Effect: 'Allow', Action: 'iam:GetRole', Resource: roleArn },
          ],
        },
      },
    }).arn;
    revoker = (await assume({ RoleArn: revokerArn, RoleSessionName: 'lh-revoker' })).keys;
  });

  const create = (text: string, SetAsDefault = true) =>
    iam(revoker).send(new CreatePolicyVersionCommand({ PolicyArn: boundary, PolicyDocument: text, SetAsDefault }));

  it('refuses that session and no other, and names the boundary', async () => {
    const [first, second] = [await assume({ RoleSessionName: 'lh-1' }), await assume({ RoleSessionName: 'lh-2' })];
    expect(
      (await iam(revoker).send(new GetRoleCommand({ RoleName: 'bounded' }))).Role?.PermissionsBoundary?.PermissionsBoundaryArn,
    ).toBe(boundary);
    await create(policy(ALLOW_ALL, denyUser(first.answer.AssumedRoleUser?.AssumedRoleId ?? '')));
    await expect(get(first.keys, 'a/1')).rejects.toMatchObject({
      message: expect.stringContaining('with an explicit deny in a permissions boundary'),
    });
    await expect(get(second.keys, 'a/1')).resolves.toBeDefined();
  });

  it('cannot widen the role', async () => {
    roleArn = aws.createRole({ name: 'nothing', boundary }).arn;
    await create(policy(ALLOW_ALL));
    await expect(get((await assume()).keys, 'a/1')).rejects.toMatchObject({
      message: expect.stringContaining('because no identity-based policy allows'),
    });
  });

  it('has five versions, of which the default one cannot be deleted', async () => {
    for (let version = 2; version <= 5; version++) await create(policy(ALLOW_ALL));
    await expect(create(policy(ALLOW_ALL))).rejects.toMatchObject({ name: 'LimitExceededException' });
    const { Versions = [] } = await iam(revoker).send(new ListPolicyVersionsCommand({ PolicyArn: boundary }));
    expect(Versions.map((version) => [version.VersionId, version.IsDefaultVersion])).toEqual([
      ['v5', true],
      ['v4', false],
      ['v3', false],
      ['v2', false],
      ['v1', false],
    ]);
    const drop = (VersionId: string) => iam(revoker).send(new DeletePolicyVersionCommand({ PolicyArn: boundary, VersionId }));
    await expect(drop('v5')).rejects.toMatchObject({ name: 'DeleteConflictException' });
    await drop('v1');
    expect((await create(policy(ALLOW_ALL), false)).PolicyVersion).toMatchObject({ VersionId: 'v6', IsDefaultVersion: false });
    expect((await iam(revoker).send(new GetPolicyCommand({ PolicyArn: boundary }))).Policy?.DefaultVersionId).toBe('v5');
    const read = await iam(revoker).send(new GetPolicyVersionCommand({ PolicyArn: boundary, VersionId: 'v5' }));
    expect(JSON.parse(decodeURIComponent(read.PolicyVersion?.Document ?? ''))).toEqual({
      Version: '2012-10-17',
      Statement: [ALLOW_ALL],
    });
  });

  it('is limited to 6,144 characters', async () => {
    await expect(create(policy(ALLOW_ALL, denyUser('x'.repeat(6_100))))).rejects.toMatchObject({
      name: 'LimitExceededException',
    });
  });
});

describe('the log', () => {
  it('tells who asked for what, and what was answered', async () => {
    const { keys } = await assume();
    await get(keys, 'b/1');
    expect(aws.requests.map(({ service, action, status, sessionName }) => [service, action, status, sessionName])).toEqual([
      ['sts', 'AssumeRoleWithWebIdentity', 200, undefined],
      ['s3', 'GetObject', 200, 'lh-gh-1-1-a'],
    ]);
    expect(aws.requests[1]?.headers['x-amz-security-token']).toBe(keys.sessionToken);
    expect(aws.secrets()).toEqual([keys.secretAccessKey, keys.sessionToken]);
  });

  it('can be waited for', async () => {
    const seen = aws.seen('AssumeRoleWithWebIdentity');
    await assume();
    expect((await seen).status).toBe(200);
    expect((await aws.seen('AssumeRoleWithWebIdentity')).status).toBe(200);
  });
});
