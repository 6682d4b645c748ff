/** The exchange of an ID token for a session: what the answer means. */

import { type HttpResponse, type IdToken, type Issued, Secret, UpstreamError } from '@leasehold/core';
import { type ExchangeAnswer, readAnswer, readRefusal } from './answer.ts';
import type { AwsCredential, AwsHandle } from './handle.ts';
import { judgeRefusal, type RefusalContext } from './refusal.ts';

/** Clocks of AWS, of the issuer and of proxies differ by a little. */
const SLACK_MS = 60_000;

/**
 * Judges the answer to one exchange.
 *
 * Time is the server's, from its `Date`, or the issuer's, from the ID token; never that of this machine, which may be wrong. The mark's hash is that of the session token alone, so that whoever finds one can look it up: `printf %s "$AWS_SESSION_TOKEN" | openssl dgst -sha256 -binary | base64`.
 *
 * @param token - the ID token that was sent
 * @throws DeniedError when trust refuses, ConfigError when nobody could be given this, UpstreamError `ERR_AWS_ANSWER` when the answer is not whole, `ERR_AWS_EXPIRATION` when it expires otherwise than was asked, and others of {@link judgeRefusal}
 */
export async function judgeExchange(
  response: HttpResponse,
  handle: AwsHandle,
  token: Pick<IdToken, 'issuedAt' | 'expiresAt'>,
): Promise<Issued> {
  const date = Date.parse(response.headers.date ?? '');
  const serverNow = Number.isNaN(date) ? undefined : date;
  if (response.status !== 200) throw refused(response, handle, token, serverNow);

  const answer = readAnswer(response.body);
  if (!answer) throw broken(response, 'it is not the answer of STS, or not all of it');
  const { accessKeyId, secretAccessKey, sessionToken } = answer;
  if (!accessKeyId || !secretAccessKey || !sessionToken) throw broken(response, 'it has no whole credential');
  const expiration = readExpiration(answer.expiration);
  if (expiration === undefined) throw broken(response, 'it does not say when the credential expires');
  checkExpiration(expiration, handle, token, serverNow, response.status);

  const known = whose(answer, handle, response);
  const expiresAt = Math.min(expiration, handle.timeBoxEnd ?? expiration);
  const credential: AwsCredential = { accessKeyId, secretAccessKey, sessionToken };
  return {
    credential: new Secret(JSON.stringify(credential)),
    mark: { hash: await sha256(sessionToken), publicId: accessKeyId },
    expiresAt,
    handle: { ...handle, ...known, expiresAt } satisfies AwsHandle,
  };
}

function refused(
  response: HttpResponse,
  handle: AwsHandle,
  token: Pick<IdToken, 'issuedAt' | 'expiresAt'>,
  serverNow: number | undefined,
): Error {
  const fault = readRefusal(response.body);
  const context: RefusalContext = {
    handle,
    serverNow: serverNow ?? token.issuedAt * 1000,
    skewSeconds: serverNow === undefined ? undefined : skew(serverNow, token),
  };
  if (fault) return judgeRefusal(fault, response, context);
  if (response.status === 429 || response.status >= 500)
    return judgeRefusal({ code: `HTTP ${response.status}`, message: '' }, response, context);
  // A proxy's page says nothing about trust, whatever its status.
  return broken(response, 'it is not an answer of STS');
}

/** Seconds between the clocks, where the token is outside its own life by the server's. */
function skew(serverNow: number, token: Pick<IdToken, 'issuedAt' | 'expiresAt'>): number | undefined {
  if (serverNow >= token.issuedAt * 1000 - SLACK_MS && serverNow < token.expiresAt * 1000) return undefined;
  return Math.round(serverNow / 1000 - token.issuedAt);
}

function readExpiration(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = /^\d+(?:\.\d+)?(?:[eE][+]?\d+)?$/.test(text)
    ? Number(text) * 1000
    : /^\d{4}-\d{2}-\d{2}T/.test(text)
      ? Date.parse(text)
      : Number.NaN;
  return Number.isFinite(time) ? Math.round(time) : undefined;
}

/** Without the server's time, the exchange lies somewhere in the life of the ID token. */
function checkExpiration(
  expiration: number,
  handle: AwsHandle,
  token: Pick<IdToken, 'issuedAt' | 'expiresAt'>,
  serverNow: number | undefined,
  status: number,
): void {
  const asked = handle.durationSeconds * 1000;
  const earliest = serverNow ?? token.issuedAt * 1000;
  const latest = (serverNow ?? token.expiresAt * 1000) + asked + SLACK_MS;
  if (expiration > earliest && expiration <= latest) return;
  const seconds = Math.round((expiration - earliest) / 1000);
  throw new UpstreamError(
    expiration > latest
      ? `the credential would live for ${seconds} s, and ${handle.durationSeconds} s were asked for`
      : 'the credential had expired before it came',
    {
      code: 'ERR_AWS_EXPIRATION',
      retryable: false,
      status,
      help: 'it was thrown away; check the server, and the clock of the server',
    },
  );
}

/** The session must be the one that was asked for, since it is ended by its name. */
function whose(answer: ExchangeAnswer, handle: AwsHandle, response: HttpResponse): Partial<AwsHandle> {
  const { sessionArn, userId } = answer;
  const suffix = `:${handle.sessionName}`;
  if (sessionArn !== undefined && !sessionArn.endsWith(`/${handle.sessionName}`))
    throw broken(response, 'it is about another session');
  if (userId !== undefined && !userId.endsWith(suffix)) throw broken(response, 'it is about another session');
  const account = sessionArn?.split(':')[4] || handle.account;
  return {
    ...(sessionArn === undefined ? {} : { sessionArn }),
    ...(userId === undefined ? {} : { roleId: userId.slice(0, -suffix.length) }),
    ...(account === undefined ? {} : { account }),
  };
}

function broken(response: HttpResponse, why: string): UpstreamError {
  return new UpstreamError(`the answer with status ${response.status} cannot be used: ${why}`, {
    code: 'ERR_AWS_ANSWER',
    // Half an answer may be whole the next time; what a proxy forbids stays forbidden.
    retryable: response.status === 200,
    status: response.status,
    help: 'check that `AWS_ENDPOINT_URL_STS` and proxies lead to STS',
  });
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
