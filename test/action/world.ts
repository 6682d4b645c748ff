/** The built action in a job, between an issuer, an AWS account set up as `leasehold trust aws` prints it, and proxies that can spoil answers. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Claims, Clock } from '@leasehold/core';
import {
  type Aws,
  type Faults,
  githubClaims,
  type Issuer,
  type Job,
  type Kill,
  type MintOptions,
  type Ran,
  type Session,
  secretSearch,
  startAws,
  startFaults,
  startIssuer,
  startJob,
} from '@leasehold/testkit';
import { parse } from 'yaml';
import { type Account, type AccountOptions, setUpAccount } from './account.ts';
import { ALLOW, assume, INSIDE, OUTSIDE, SIBLING } from './credential.ts';

const ACTION: string = join(import.meta.dirname, '../../actions/lease');

/** Main and post as a runner starts them. */
const ENTRY: { readonly main: string; readonly post: string } = {
  main: join(ACTION, 'dist/main.js'),
  post: join(ACTION, 'dist/post.js'),
};

/** What `action.yml` says. */
export const MANIFEST = parse(readFileSync(join(ACTION, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
};

/** Variables that the job has before it leases anything. */
export const BEFORE: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: 'before-id',
  AWS_SECRET_ACCESS_KEY: 'before-key',
  AWS_SESSION_TOKEN: 'before-token',
  AWS_REGION: 'us-west-2',
};

/** Inputs by name; undefined leaves one out. */
export type Inputs = Readonly<Record<string, string | undefined>>;

export interface SceneOptions extends AccountOptions {
  /** How the job's tokens differ from good ones. */
  readonly token?: MintOptions & { readonly claims?: Claims };
  /** Whether the job has `id-token: write`; it has by default. */
  readonly permission?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: object;
  /** Claims that the job's own variables are made from. */
  readonly claims?: Claims;
}

/** What a step gets beside its inputs. */
export type How = Kill & { readonly env?: Readonly<Record<string, string>> };

/** One job with a role, a revoker and proxies of its own. */
export interface Scene extends Account, AsyncDisposable {
  readonly job: Job;
  /** Between the job and the ID-token endpoint, and between the job and AWS. */
  readonly tokens: Faults;
  readonly cloud: Faults;
  /** Writes a file of the workspace. */
  checkOut(path: string, content: string): Promise<void>;
  /** Runs main, with a lease of {@link ALLOW} by this scene's role and revoker unless an input says otherwise. */
  lease(inputs?: Inputs, how?: How): Promise<Ran>;
  /** Runs main with these inputs and the defaults of `action.yml` alone. */
  step(inputs: Inputs, how?: How): Promise<Ran>;
  /** Runs the post of the latest lease, or out of order that of a given one. */
  end(main?: Ran): Promise<Ran>;
  /** Sessions of the role that were issued to this job, whether or not their answer arrived. */
  sessions(): readonly Session[];
  /** Assumes the role past the action. */
  sibling(): Promise<Session>;
  /** Bodies that were sent to AWS with this action, in order. */
  sent(action: string): readonly URLSearchParams[];
  /** Lines of the ledger. */
  ledger(): readonly Record<string, unknown>[];
  /** Everything that a person can read afterwards: log, summary, ledger. */
  readonly shown: string;
  /** The forms of any of the scene's secrets in a text. */
  leaks(text: string): readonly string[];
  /** Names of private folders that are there. */
  folders(): readonly string[];
}

/** What scenes of one test file share. */
export interface World extends AsyncDisposable {
  readonly issuer: Issuer;
  readonly aws: Aws;
  scene(options?: SceneOptions): Promise<Scene>;
  close(): Promise<void>;
}

/** Starts an issuer and an account with two buckets; both go by the clock, when one is given. */
export async function startWorld(clock?: Pick<Clock, 'now'>): Promise<World> {
  const time = clock === undefined ? {} : { clock };
  const issuer = await startIssuer(time);
  const aws = await startAws({ issuer, ...time });
  for (const bucket of [INSIDE, OUTSIDE]) aws.createBucket(bucket);
  let count = 0;
  const close = async (): Promise<void> => {
    await aws.close();
    await issuer.close();
  };
  return { issuer, aws, close, scene: (options = {}) => setScene(++count, issuer, aws, options), [Symbol.asyncDispose]: close };
}

async function setScene(number: number, issuer: Issuer, aws: Aws, options: SceneOptions): Promise<Scene> {
  const account = setUpAccount(number, issuer, aws, options);
  const endpoint = await spoiltEndpoint(issuer, options.token);
  const tokens = await startFaults(endpoint?.url ?? issuer.url);
  const cloud = await startFaults(aws.url);
  const job = await startJob({
    ...(options.permission === false ? {} : { issuer: through(issuer, tokens) }),
    claims: options.claims ?? { ...issuer.claims, ...options.token?.claims },
    env: { AWS_ENDPOINT_URL: cloud.url, ...options.env },
    ...(options.event === undefined ? {} : { event: options.event }),
  });
  const mintedBefore = issuer.minted.length;
  const ledgerFile = join(job.folders.temp, 'leasehold-ledger.jsonl');
  const text = (): string => (existsSync(ledgerFile) ? readFileSync(ledgerFile, 'utf8') : '');
  const mine = (): readonly Session[] =>
    aws.sessions().filter(({ roleName }) => roleName === account.roleName || roleName === account.revokerName);

  const step: Scene['step'] = (inputs, how = {}) => {
    const defaults = Object.entries(MANIFEST.inputs).map(([name, { default: value }]) => [name, value ?? ''] as const);
    const given = Object.entries(inputs).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return job.step({ entry: ENTRY, inputs: Object.fromEntries([...defaults, ...given]), ...how });
  };

  return {
    ...account,
    job,
    tokens,
    cloud,
    step,
    checkOut: async (path, content) => {
      await mkdir(dirname(join(job.folders.workspace, path)), { recursive: true });
      await writeFile(join(job.folders.workspace, path), content);
    },
    lease: (inputs = {}, how = {}) =>
      step(
        { role: account.role, 'revoker-role': account.revoker, region: 'eu-west-1', ttl: '10m', allow: ALLOW, ...inputs },
        how,
      ),
    end: async (main) => {
      if (main) return job.step({ entry: { main: ENTRY.post }, env: { STATE_lease: main.state.lease ?? '' } });
      const [post] = await job.finish();
      if (!post) throw new Error('there was nothing to end');
      return post;
    },
    sessions: () => mine().filter(({ roleName, sessionName }) => roleName === account.roleName && sessionName !== SIBLING),
    sibling: () => assume(aws, issuer, account.role),
    sent: (action) => cloud.log.map(({ body }) => new URLSearchParams(body)).filter((body) => body.get('Action') === action),
    ledger: () =>
      text()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    get shown() {
      return [job.log, job.summary, text()].join('\n');
    },
    leaks: (shown) => {
      const secrets = [
        issuer.requestToken,
        ...issuer.minted.slice(mintedBefore).map(({ token }) => token),
        ...mine().flatMap(({ secretAccessKey, sessionToken }) => [secretAccessKey, sessionToken]),
      ];
      return secrets.flatMap((secret) => secretSearch(shown, secret));
    },
    folders: () => {
      const root = join(job.folders.temp, 'leasehold');
      return existsSync(root) ? readdirSync(root) : [];
    },
    [Symbol.asyncDispose]: async () => {
      await job.close();
      await cloud.close();
      await tokens.close();
      await endpoint?.close();
    },
  };
}

/** The issuer as a job behind a proxy sees it. */
function through(issuer: Issuer, proxy: Faults): Issuer {
  const { pathname, search } = new URL(issuer.requestUrl);
  return { ...issuer, requestUrl: `${proxy.url}${pathname}${search}` };
}

/** An ID-token endpoint whose every token is spoilt alike. */
async function spoiltEndpoint(
  issuer: Issuer,
  token: SceneOptions['token'],
): Promise<{ readonly url: string; close(): Promise<void> } | undefined> {
  if (!token) return undefined;
  const { claims = {}, ...how } = token;
  const server = createServer((request, response) => {
    const audience = new URL(request.url ?? '/', issuer.url).searchParams.get('audience') ?? '';
    void issuer
      .mint({ ...githubClaims(claims), ...claims }, { audience, ...how })
      .then((value) => response.end(JSON.stringify({ value })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** Calls for every item, at most so many at a time, and keeps the order. */
export async function inLanes<T, R>(items: readonly T[], lanes: number, call: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await call(items[index] as T);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
