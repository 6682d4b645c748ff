/** Asking GitHub Actions, or a forge that speaks its protocol, for an ID token. */

import { ConfigError, type HttpRequest, type HttpResponse, type Ports, retryAfter, Secret, UpstreamError } from '@leasehold/core';

const TIMEOUT_MS = 10_000;

/** Where the runner says that ID tokens are to be had. */
export interface IdTokenEndpoint {
  /** Value of `ACTIONS_ID_TOKEN_REQUEST_URL`; has a query already. */
  readonly url: string | undefined;
  /** Value of `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly bearer: Secret | undefined;
}

/**
 * Asks for one ID token, once.
 *
 * Not `core.getIDToken`: that one knows neither 429 nor `Retry-After` nor a deadline, and retries without telling.
 *
 * @param audience - the `aud` that the verifier expects
 * @throws ConfigError `ERR_ID_TOKEN_PERMISSION` when the runner offers none; UpstreamError otherwise
 */
export async function requestIdToken(
  endpoint: IdTokenEndpoint,
  audience: string,
  ports: Pick<Ports, 'http' | 'clock'>,
): Promise<Secret> {
  return judgeIdToken(await ports.http(idTokenRequest(endpoint, audience)), ports.clock.now());
}

function idTokenRequest(endpoint: IdTokenEndpoint, audience: string): HttpRequest {
  if (!endpoint.url || !endpoint.bearer) {
    throw new ConfigError('this job may not ask for an ID token', {
      code: 'ERR_ID_TOKEN_PERMISSION',
      help: 'add `permissions: { contents: read, id-token: write }` to the job; with a reusable workflow the caller must grant it too; pull requests from forks never get one',
    });
  }
  const url = new URL(endpoint.url);
  url.searchParams.set('audience', audience);
  return {
    method: 'GET',
    url: url.href,
    headers: { authorization: `Bearer ${endpoint.bearer.reveal()}`, accept: 'application/json; api-version=2.0' },
    timeoutMs: TIMEOUT_MS,
  };
}

/** Judges the answer; nothing of its body is ever quoted, since it may hold the token. */
function judgeIdToken(response: HttpResponse, now: number): Secret {
  const { status } = response;
  if (status === 200) {
    const token = tokenOf(response.body);
    if (token) return new Secret(token);
    throw new UpstreamError('the ID token service answered without a token', {
      code: 'ERR_ID_TOKEN_ANSWER',
      retryable: true,
      status,
      help: 'try again; if it stays so, look at the status page of the CI platform',
    });
  }
  if (status === 429 || status >= 500) {
    const wait = retryAfter(response.headers['retry-after'], now);
    throw new UpstreamError(`the ID token service answered ${status}`, {
      code: 'ERR_ID_TOKEN_UNAVAILABLE',
      retryable: true,
      status,
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
      help: 'try again later; many jobs asking at once are slowed down',
    });
  }
  throw new UpstreamError(`the ID token service refused this job with ${status}`, {
    code: 'ERR_ID_TOKEN_REFUSED',
    retryable: false,
    status,
    help: 'a job that has already completed gets no more tokens; else check `permissions: id-token: write` on the job and on its caller',
  });
}

function tokenOf(body: string): string | undefined {
  try {
    const value: unknown = (JSON.parse(body) as { value?: unknown } | null)?.value;
    return typeof value === 'string' && value !== '' ? value : undefined;
  } catch {
    return undefined;
  }
}
