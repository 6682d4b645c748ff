/** One loopback server that stands for STS, IAM and S3: stateful, signatures verified, policies evaluated. */

import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Clock } from '@leasehold/core';
import { type Exchange, listen } from '../loopback.ts';
import { authenticate } from './authenticate.ts';
import { type Authorise, newAuthorise } from './authorise.ts';
import { AwsFailure } from './failure.ts';
import { policyActions } from './iam-policies.ts';
import { roleActions } from './iam-roles.ts';
import { newCaller, type QueryAction, queryAnswer, queryError } from './query.ts';
import { type LoggedRequest, newRequestLog } from './request-log.ts';
import { answerS3, routeS3, type S3Answer } from './s3.ts';
import { newSetUp, type SetUp } from './set-up.ts';
import type { SignedRequest } from './signature.ts';
import { assumeRoleWithWebIdentity, STS_NAMESPACE, type StsParts, stsActions } from './sts.ts';
import { newTrusts } from './trust.ts';
import { newVerifyToken } from './web-identity.ts';
import { newWorld, type Session, type World } from './world.ts';
import { xmlDocument } from './xml.ts';

const IAM_NAMESPACE = 'https://iam.amazonaws.com/doc/2010-05-08/';

export interface AwsOptions {
  /** The issuer that the account's OIDC provider trusts. */
  readonly issuer: { readonly url: string };
  /** Twelve digits. */
  readonly account?: string;
  /** `aws`, `aws-cn`, `aws-us-gov`. */
  readonly partition?: string;
  /** Audiences of the OIDC provider, `sts.amazonaws.com` by default. */
  readonly audiences?: readonly string[];
  readonly clock?: Pick<Clock, 'now'>;
  /** Milliseconds until a change of policy takes effect; 0 by default, seconds to minutes on AWS. */
  readonly propagationMs?: number;
  /** A fixed port; a free one by default. */
  readonly port?: number;
}

export interface Aws extends SetUp {
  /** The endpoint of all three services. */
  readonly url: string;
  readonly account: string;
  /** ARN of the account's OIDC provider. */
  readonly provider: string;
  /** Changes how long changes of policy take from now on. */
  setPropagation(ms: number): void;
  readonly requests: readonly LoggedRequest[];
  /** Resolves when an action has been answered. */
  seen(action: string): Promise<LoggedRequest>;
  /** Every session that was issued, whether or not its answer arrived. */
  sessions(): readonly Session[];
  /** Everything that the stand-in handed out and that must never show up in a log. */
  secrets(): readonly string[];
  close(): Promise<void>;
}

interface Parts {
  readonly world: World;
  readonly sts: StsParts;
  readonly actions: Readonly<Record<'sts' | 'iam', Readonly<Record<string, QueryAction>>>>;
  readonly authorise: Authorise;
}

/** The part of a log entry that the answer knows. */
interface Answer extends S3Answer {
  readonly sessionName?: string;
  readonly code?: string;
}

/**
 * Starts the stand-in.
 *
 * What it is not: it knows the actions that a lease needs and no others, `aws-chunked` uploads are not checked chunk by chunk, and session policies have no effect on resource policies, which it has none of.
 *
 * @example
 * const aws = await startAws({ issuer });
 * aws.createBucket('art');
 * const role = aws.createRole({ name: 'deploy', policies: { s3: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] } } });
 */
export async function startAws(options: AwsOptions): Promise<Aws & AsyncDisposable> {
  const { account = '111122223333', partition = 'aws', audiences = ['sts.amazonaws.com'], propagationMs = 0 } = options;
  const clock = options.clock ?? { now: () => Date.now() };
  const world = newWorld(account, partition, clock, propagationMs);
  const provider = `arn:${partition}:iam::${account}:oidc-provider/${options.issuer.url.replace(/^https?:\/\//, '')}`;
  const { validateIdentityPolicy: check } = await import('@cloud-copilot/iam-policy');
  const parts: Parts = {
    world,
    sts: { verify: newVerifyToken(options.issuer.url, audiences, clock), trusts: await newTrusts(), check, provider },
    actions: { sts: stsActions(world), iam: { ...roleActions(world, check), ...policyActions(world, check) } },
    authorise: await newAuthorise(world),
  };
  const log = newRequestLog();

  const server = await listen(async (exchange) => {
    const { answer, entry } = await answerRequest(exchange, server.url, parts);
    const { response } = exchange;
    response.writeHead(answer.status, {
      date: new Date(clock.now()).toUTCString(),
      ...(answer.body !== undefined && { 'content-type': 'text/xml' }),
      ...answer.headers,
    });
    response.end(exchange.request.method === 'HEAD' ? undefined : answer.body);
    log.add({ ...entry, time: clock.now(), status: answer.status, code: answer.code, sessionName: answer.sessionName });
  }, options.port);

  return {
    ...newSetUp(world, provider, audiences),
    url: server.url,
    account,
    provider,
    setPropagation(ms) {
      world.propagationMs = ms;
    },
    requests: log.entries,
    seen: log.seen,
    sessions: () => [...world.sessions.values()],
    secrets: () => [...world.sessions.values()].flatMap((session) => [session.secretAccessKey, session.sessionToken]),
    close: server.close,
    [Symbol.asyncDispose]: server.close,
  };
}

type Entry = Pick<LoggedRequest, 'service' | 'action' | 'method' | 'target' | 'headers' | 'body'>;

async function answerRequest({ request, body }: Exchange, base: string, parts: Parts): Promise<{ answer: Answer; entry: Entry }> {
  const signed = toSigned(request, body);
  const url = new URL(signed.target, base);
  const entry = { method: signed.method, target: signed.target, headers: signed.headers, body: body.toString() };
  const from = { sourceIp: request.socket.remoteAddress ?? '', userAgent: signed.headers['user-agent'] ?? '' };
  if (url.pathname === '/' && (signed.method === 'POST' || url.searchParams.has('Action'))) {
    const parameters = new URLSearchParams([...url.searchParams, ...new URLSearchParams(body.toString())]);
    const service = parameters.get('Version') === '2010-05-08' ? 'iam' : 'sts';
    const answer = await answerQuery(signed, service, parameters, from, parts);
    return { answer, entry: { ...entry, service, action: parameters.get('Action') ?? '' } };
  }
  const route = routeS3(signed.method, url);
  const answer = await judged(
    (failure, requestId) =>
      xmlDocument('Error', undefined, { Code: failure.code, Message: failure.message, RequestId: requestId, HostId: 'loopback' }),
    async (called) => {
      const session = authenticate(signed, 's3', parts.world);
      called(session.sessionName);
      if (!route)
        throw new AwsFailure(501, 'NotImplemented', 'A header you provided implies functionality that is not implemented');
      return answerS3(signed, url, route, newCaller(session, parts.authorise, from), parts.world);
    },
  );
  return { answer, entry: { ...entry, service: 's3', action: route?.action.slice('s3:'.length) ?? '' } };
}

async function answerQuery(
  signed: SignedRequest,
  service: 'sts' | 'iam',
  parameters: URLSearchParams,
  from: { readonly sourceIp: string; readonly userAgent: string },
  parts: Parts,
): Promise<Answer> {
  const name = parameters.get('Action') ?? '';
  const namespace = service === 'iam' ? IAM_NAMESPACE : STS_NAMESPACE;
  return judged(
    (failure, requestId) => queryError(namespace, requestId, failure),
    async (called, requestId) => {
      if (service === 'sts' && name === 'AssumeRoleWithWebIdentity') {
        const result = await assumeRoleWithWebIdentity(parameters, parts.world, parts.sts);
        return { status: 200, body: queryAnswer(name, namespace, requestId, result) };
      }
      const session = authenticate(signed, service, parts.world);
      called(session.sessionName);
      const action = Object.hasOwn(parts.actions[service], name) ? parts.actions[service][name] : undefined;
      if (!action)
        throw new AwsFailure(400, 'InvalidAction', `Could not find operation ${name} for version ${parameters.get('Version')}`);
      const result = await action(parameters, newCaller(session, parts.authorise, from));
      return { status: 200, body: queryAnswer(name, namespace, requestId, result) };
    },
  );
}

/** Runs one request and turns a refusal into the service's own document. */
async function judged(
  refuse: (failure: AwsFailure, requestId: string) => string,
  run: (called: (sessionName: string) => void, requestId: string) => Promise<S3Answer>,
): Promise<Answer> {
  const requestId = randomUUID();
  const headers = { 'x-amzn-requestid': requestId, 'x-amz-request-id': requestId };
  let by: { sessionName?: string } = {};
  try {
    const answer = await run((sessionName) => {
      by = { sessionName };
    }, requestId);
    return { ...answer, ...by, headers: { ...headers, ...answer.headers } };
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    return { status: error.status, headers, body: refuse(error, requestId), code: error.code, ...by };
  }
}

function toSigned(request: IncomingMessage, body: Buffer): SignedRequest {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat().join(',')]),
  );
  return { method: request.method ?? 'GET', target: request.url ?? '/', headers, body };
}
