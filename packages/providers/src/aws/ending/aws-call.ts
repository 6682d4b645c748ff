/** Signed calls that are retried by class and that a wrong clock of this machine does not break. */

import { type HttpResponse, type Ports, retryAfter, UpstreamError, withRetries } from '@leasehold/core';
import type { AwsCredential } from '../handle.ts';
import { signedRequest, type UnsignedRequest } from '../signed.ts';
import { readFault } from '../xml.ts';

/** One call as data; who signs it, and when, is the caller's. */
export type AwsCall = Omit<UnsignedRequest, 'credential' | 'timeoutMs'>;

/** Sends calls signed with one credential. */
export interface AwsCaller {
  /**
   * Sends a call until it is answered.
   *
   * @param judge - makes the answer a value; a retryable UpstreamError that it throws is retried too
   * @throws UpstreamError when no answer came within the deadline, and whatever `judge` throws
   */
  send<T>(call: AwsCall, judge: (response: HttpResponse) => T): Promise<T>;
  /** Milliseconds since the epoch by the clock of the server that answered last; this machine's before the first answer. */
  now(): number;
}

const TIMEOUT_MS = 5_000;
const ATTEMPTS = 6;
const FIRST_WAIT_MS = 250;

/** AWS answers some of these with 400, so that the status alone does not tell. */
const TRANSIENT = new Set([
  'ConcurrentModification',
  'EntityTemporarilyUnmodifiable',
  'IDPCommunicationError',
  'InternalError',
  'InternalFailure',
  'OperationAborted',
  'RequestLimitExceeded',
  'RequestTimeout',
  'ServiceFailure',
  'ServiceUnavailable',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
]);

/**
 * Makes a caller.
 *
 * @param deadline - milliseconds since the epoch by this machine's clock, after which nothing is sent
 */
export function awsCaller(credential: AwsCredential, deadline: number, ports: Ports, attempts: number = ATTEMPTS): AwsCaller {
  const { clock } = ports;
  let offset = 0;

  const once = async (call: AwsCall): Promise<HttpResponse> => {
    const left = deadline - clock.now();
    if (left <= 0) throw outOfTime(call.service);
    const request = await signedRequest(
      { ...call, credential, timeoutMs: Math.min(TIMEOUT_MS, left) },
      new Date(clock.now() + offset),
    );
    const response = await ports.http(request);
    const ahead = Date.parse(response.headers.date ?? '') - clock.now();
    // `Date` has whole seconds and took some time to come: below two of them the difference is noise.
    if (!Number.isNaN(ahead)) offset = Math.abs(ahead) > 2_000 ? ahead : 0;
    return response;
  };

  return {
    now: () => clock.now() + offset,
    send: (call, judge) =>
      withRetries(
        `aws ${call.service}`,
        async () => {
          let response = await once(call);
          if (isSkewed(response)) response = await once(call);
          throwIfTransient(call.service, response, clock.now());
          return judge(response);
        },
        { totalMs: Math.max(0, deadline - clock.now()), attempts, firstWaitMs: FIRST_WAIT_MS },
        ports,
      ),
  };
}

/**
 * Throws when asking again may help.
 *
 * @throws UpstreamError `ERR_AWS_UNAVAILABLE`, retryable
 */
function throwIfTransient(service: string, response: HttpResponse, now: number): void {
  const { status, headers, body } = response;
  const code = status >= 400 ? readFault(body)?.code : undefined;
  if (status !== 429 && status < 500 && !(code !== undefined && TRANSIENT.has(code))) return;
  const wait = retryAfter(headers['retry-after'], now);
  throw new UpstreamError(`aws ${service} answered ${status}${code === undefined ? '' : ` \`${code}\``}`, {
    code: 'ERR_AWS_UNAVAILABLE',
    help: 'try again later; the AWS Health Dashboard tells of outages',
    retryable: true,
    status,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

/** An answer that is neither what was asked for nor an error of AWS: a proxy's page, or a body that was cut off. */
export function unreadable(service: string, response: HttpResponse): UpstreamError {
  return new UpstreamError(`aws ${service} answered ${response.status} with something that is not its XML`, {
    code: 'ERR_AWS_ANSWER',
    help: 'look for a proxy or a captive portal between the runner and AWS',
    retryable: true,
    status: response.status,
  });
}

function isSkewed(response: HttpResponse): boolean {
  if (response.status !== 403 && response.status !== 400) return false;
  const fault = readFault(response.body);
  if (fault === undefined) return false;
  return (
    fault.code === 'RequestTimeTooSkewed' ||
    fault.code === 'RequestExpired' ||
    /signature (?:expired|not yet current)/i.test(fault.message)
  );
}

function outOfTime(service: string): UpstreamError {
  return new UpstreamError(`aws ${service} was not asked: the time for ending the lease is over`, {
    code: 'ERR_AWS_DEADLINE',
    help: 'give the post step more time, or look for what made the calls before it slow',
    retryable: false,
  });
}
