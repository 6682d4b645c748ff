/** One job of the story: it leases, uses what it was given, and ends it as its post step would. */

import { tmpdir } from 'node:os';
import { type Ended, type LeaseRecord, type Log, Secret } from '@leasehold/core';
import { type Acquired, acquire, prepare, release } from '@leasehold/lease';
import { readIdToken } from '@leasehold/oidc';
import { nodeHttp, nodePorts, terminal } from '@leasehold/platforms';
import { PROVIDERS } from '@leasehold/providers';
import { ledgerLine } from '@leasehold/report';
import { AwsClient } from 'aws4fetch';
import { memoryFolders } from '../exec/memory-folder.ts';
import { GRANT, POLICY_FILE, POLICY_TEXT, type Scenery } from './scenery.ts';

/** How a request of the job was answered. */
export interface Answer {
  readonly status: number;
  /** The service's own sentence, when it refused. */
  readonly refusal: string | undefined;
}

/** A job that runs. */
export interface TryJob {
  /** How the story calls it. */
  readonly name: string;
  readonly run: string;
  /** Asks for the lease. */
  acquire(): Promise<Acquired>;
  /** Writes an object with what was delivered. */
  put(bucket: string, key: string): Promise<Answer>;
  /** What the post step does. */
  release(record: LeaseRecord): Promise<Ended>;
}

const QUIET: Log = { debug: () => {}, info: () => {}, notice: () => {}, warning: () => {}, error: () => {} };

/**
 * Starts a job.
 *
 * @param run - its run id, also in the claims of its tokens
 * @param ledger - called with every line of the ledger
 */
export async function startJob(
  name: string,
  run: string,
  { issuer, aws }: Scenery,
  ledger: (line: string) => void,
): Promise<TryJob> {
  // An empty environment: neither a proxy nor a setting of the user's own changes what the story shows.
  const ports = nodePorts({ http: nodeHttp({}), log: QUIET });
  const own = terminal({}, { within: undefined, idTokenFile: undefined, temp: tmpdir(), ledgerFile: undefined }, ports);
  const platform = {
    ...own,
    run: { platform: 'gh', run, attempt: '1' },
    idToken: async (audience: string) => new Secret(await issuer.mint({ run_id: run }, { audience })),
    folder: memoryFolders(),
    record: async (line: string) => {
      ledger(line);
      return '';
    },
  };
  const parts = { platform, readIdToken, ledgerLine };
  const { ask } = await prepare(
    {
      lease: GRANT,
      reason: undefined,
      policyFile: POLICY_FILE,
      provider: 'aws',
      ttl: undefined,
      delivery: 'env',
      onRevokeFailure: 'fail',
      options: {},
    },
    {
      providers: PROVIDERS,
      policy: () => import('@leasehold/policy'),
      readText: async () => POLICY_TEXT,
      env: { AWS_ENDPOINT_URL: aws.url },
    },
  );
  const delivered = (name: string): string => own.exported.get(name) ?? '';
  return {
    name,
    run,
    acquire: () => acquire(ask, parts, ports),
    put: async (bucket, key) => {
      // A client that knows nothing of Leasehold, as the tools of a job do not.
      const client = new AwsClient({
        accessKeyId: delivered('AWS_ACCESS_KEY_ID'),
        secretAccessKey: delivered('AWS_SECRET_ACCESS_KEY'),
        sessionToken: delivered('AWS_SESSION_TOKEN'),
        region: delivered('AWS_REGION'),
        service: 's3',
        retries: 0,
      });
      return answerOf(await client.fetch(`${aws.url}/${bucket}/${key}`, { method: 'PUT', body: '<h1>hello</h1>' }));
    },
    release: async (record) => (await release(record, ask.provider, parts, ports)).ended,
  };
}

async function answerOf(response: Response): Promise<Answer> {
  const body = await response.text();
  return { status: response.status, refusal: response.ok ? undefined : messageOf(body) };
}

/** The sentence of an S3 error, which quotes ARNs as XML does. */
function messageOf(body: string): string {
  return (/<Message>([^<]*)<\/Message>/.exec(body)?.[1] ?? 'no reason given').replaceAll('&quot;', '"');
}
