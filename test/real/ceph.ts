/** Ceph RGW, a real STS + IAM + S3 that nobody here wrote: started on loopback, set up with signed requests, asked without any SDK. */

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsV4Signer } from 'aws4fetch';

const SCRIPTS: string = join(import.meta.dirname, 'ceph');
const REGION = 'us-east-1';
/** The account of every role here; `up.sh` makes it. */
const ACCOUNT = '111122223333';

/** A credential as AWS names its parts. */
export interface Credential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A running server and what the tests do with it. */
export interface Ceph {
  /** Address of STS, IAM and S3 together. */
  readonly url: string;
  readonly admin: Credential;
  /** An IAM call; throws unless it is answered with 200. Who signs is the administrator. */
  iam(action: string, parameters: Readonly<Record<string, string>>): Promise<string>;
  /** An S3 request by anybody; path style. */
  s3(method: string, path: string, as: Credential, body?: string): Promise<Answer>;
  /** Lets the server trust an issuer for the audience. */
  trustIssuer(issuer: string, audience: string): Promise<void>;
  /** A role that the issuer's subjects may assume, with one inline policy `access`. Returns its id. */
  role(name: string, trust: Trust, statements: readonly object[]): Promise<string>;
  /** A session of the role, next to those of the action. */
  assume(role: string, session: string, token: string): Promise<Credential>;
  /** Names and documents of the role's inline policies. */
  policies(role: string): Promise<Readonly<Record<string, string>>>;
  stop(): void;
}

/** Whom a role trusts; `*` in the subject stands for anything. */
export interface Trust {
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
}

/** Whether this machine has the server; with `LEASEHOLD_REAL=required` one that has not fails instead of skipping. */
export function cephAvailable(): boolean {
  const missing = ['radosgw', 'ceph-mon', 'ceph-osd', 'radosgw-admin'].filter((name) => spawnSync('which', [name]).status !== 0);
  if (process.getuid?.() !== 0) missing.push('root');
  if (missing.length > 0 && process.env.LEASEHOLD_REAL === 'required')
    throw new Error(`a real server is required: no ${missing.join(', ')}`);
  return missing.length === 0;
}

/** Starts the server on free ports, in memory; 1 to 2 seconds. */
export async function startCeph(): Promise<Ceph> {
  const folder = mkdtempSync(join(tmpdir(), 'leasehold-ceph-'));
  const stop = () => void spawnSync(join(SCRIPTS, 'down.sh'), [folder]);
  process.once('exit', stop);
  const printed = execFileSync(join(SCRIPTS, 'up.sh'), [folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, RGW_PORT: String(await freePort()), MON_PORT: String(await freePort()) },
  });
  const value = (name: string) => new RegExp(`^export ${name}=(.*)$`, 'm').exec(printed)?.[1] ?? '';
  const admin = { accessKeyId: value('AWS_ACCESS_KEY_ID'), secretAccessKey: value('AWS_SECRET_ACCESS_KEY') };
  return {
    ...client(value('AWS_ENDPOINT_URL'), admin),
    stop: () => {
      process.off('exit', stop);
      stop();
    },
  };
}

function client(url: string, admin: Credential): Omit<Ceph, 'stop'> {
  const iam = async (action: string, parameters: Readonly<Record<string, string>>): Promise<string> => {
    const body = String(new URLSearchParams({ Action: action, Version: '2010-05-08', ...parameters }));
    const answer = await send(url, 'iam', 'POST', '/', admin, body, { 'content-type': 'application/x-www-form-urlencoded' });
    if (answer.status !== 200) throw new Error(`${action} was answered ${answer.status}: ${answer.body}`);
    return answer.body;
  };
  return {
    url,
    admin,
    iam,
    s3: (method, path, as, body) => send(url, 's3', method, path, as, body),
    trustIssuer: async (issuer, audience) => {
      // This server takes any thumbprint: see README.md.
      await iam('CreateOpenIDConnectProvider', {
        Url: issuer,
        'ClientIDList.member.1': audience,
        'ThumbprintList.member.1': '0'.repeat(40),
      });
    },
    role: async (name, trust, statements) => {
      const body = await iam('CreateRole', { RoleName: name, Path: '/', AssumeRolePolicyDocument: trustDocument(trust) });
      await iam('PutRolePolicy', { RoleName: name, PolicyName: 'access', PolicyDocument: policyDocument(statements) });
      return element(body, 'RoleId');
    },
    assume: async (role, session, token) => {
      const body = new URLSearchParams({
        Action: 'AssumeRoleWithWebIdentity',
        Version: '2011-06-15',
        RoleArn: roleArn(role),
        RoleSessionName: session,
        WebIdentityToken: token,
      });
      const answer = await fetch(url, { method: 'POST', body });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`assuming \`${role}\` was answered ${answer.status}: ${text}`);
      return {
        accessKeyId: element(text, 'AccessKeyId'),
        secretAccessKey: element(text, 'SecretAccessKey'),
        sessionToken: element(text, 'SessionToken'),
      };
    },
    policies: async (role) => {
      const listed = await iam('ListRolePolicies', { RoleName: role });
      const names = [...listed.matchAll(/<member>([^<]*)<\/member>/g)].map((match) => match[1] ?? '');
      const document = async (name: string) =>
        element(await iam('GetRolePolicy', { RoleName: role, PolicyName: name }), 'PolicyDocument');
      return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await document(name)] as const)));
    },
  };
}

/** ARN of a role of the account. */
export function roleArn(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:role/${name}`;
}

/** What a revoker role needs to end leases of a role, and no more. */
export function revokerStatement(role: string): object {
  const calls = ['GetRole', 'ListRolePolicies', 'GetRolePolicy', 'PutRolePolicy', 'DeleteRolePolicy'];
  return { Effect: 'Allow', Action: calls.map((call) => `iam:${call}`), Resource: roleArn(role) };
}

function trustDocument({ issuer, audience, subject }: Trust): string {
  const host = issuer.replace(/^https?:\/\//, '');
  return policyDocument([
    {
      Effect: 'Allow',
      Principal: { Federated: [`arn:aws:iam::${ACCOUNT}:oidc-provider/${host}`] },
      Action: ['sts:AssumeRoleWithWebIdentity'],
      Condition: { StringEquals: { [`${host}:aud`]: audience }, StringLike: { [`${host}:sub`]: subject } },
    },
  ]);
}

/** Statements as a policy document. */
export function policyDocument(statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

async function send(
  url: string,
  service: string,
  method: string,
  path: string,
  as: Credential,
  body?: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const signer = new AwsV4Signer({
    ...as,
    service,
    region: REGION,
    method,
    url: url + path,
    headers: {
      ...headers,
      'x-amz-content-sha256': createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
    },
    ...(body === undefined ? {} : { body }),
  });
  const signed = await signer.sign();
  const answer = await fetch(signed.url, { method, headers: signed.headers, ...(body === undefined ? {} : { body }) });
  return { status: answer.status, body: await answer.text() };
}

function element(xml: string, name: string): string {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  if (text === undefined) throw new Error(`the answer holds no \`${name}\``);
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A port that was free a moment ago; should another program take it, the script says so. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
