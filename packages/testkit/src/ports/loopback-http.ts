/** Http as the shells have it, for requests to loopback servers only. */

import { request as open } from 'node:http';
import { type Http, type HttpResponse, UpstreamError } from '@leasehold/core';

/**
 * Sends one request to a server on this machine.
 *
 * @throws Error when the address is not on loopback: a test makes no call to the outside
 * @throws UpstreamError as the port says
 */
export const loopbackHttp: Http = (request) => {
  const { hostname } = new URL(request.url);
  if (hostname !== '127.0.0.1' && hostname !== 'localhost')
    return Promise.reject(new Error(`a test may not call \`${hostname}\``));
  return new Promise<HttpResponse>((resolve, reject) => {
    const fail = (code: string, message: string): void => reject(new UpstreamError(message, { code, retryable: true }));
    const signal = AbortSignal.timeout(request.timeoutMs);
    const outgoing = open(request.url, { method: request.method, headers: request.headers, signal, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', () =>
        signal.aborted
          ? fail('ERR_UPSTREAM_TIMEOUT', `\`${hostname}\` did not answer in time`)
          : fail('ERR_UPSTREAM_TRUNCATED', `\`${hostname}\` broke off in the middle of its answer`),
      );
      answer.on('end', () => {
        const headers = Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
        );
        resolve({ status: answer.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString() });
      });
    });
    outgoing.on('error', () =>
      signal.aborted
        ? fail('ERR_UPSTREAM_TIMEOUT', `\`${hostname}\` did not answer in time`)
        : fail('ERR_UPSTREAM_UNREACHABLE', `\`${hostname}\` could not be reached`),
    );
    outgoing.end(request.body);
  });
};
