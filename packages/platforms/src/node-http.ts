/** The HTTP port of a Node process: proxies, a custom CA and one deadline for the whole exchange. */

import type { IncomingMessage } from 'node:http';
import { type Http, type HttpRequest, UpstreamError } from '@leasehold/core';
import { useCaBundle } from './ca-bundle.ts';

/** Larger than any answer of an exchange by two orders of magnitude; more is a mistake or an attack. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;

/**
 * Makes the HTTP port: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` are honoured, `AWS_CA_BUNDLE` is trusted beside Node's own roots and `NODE_EXTRA_CA_CERTS`.
 *
 * The network stack is loaded at the first request, because it doubles the start-up of a process that needs none.
 *
 * @param env - the environment variables of the process
 */
export function nodeHttp(env: Readonly<Record<string, string | undefined>>): Http {
  return async (request) => {
    const { HttpClient } = await import('@actions/http-client');
    if (env.AWS_CA_BUNDLE) await useCaBundle(env.AWS_CA_BUNDLE);
    const signal = AbortSignal.timeout(request.timeoutMs);
    const client = new HttpClient(undefined, [deadline(signal)], { allowRedirects: false, allowRetries: false });
    try {
      const { message } = await client.request(request.method, request.url, request.body ?? '', { ...request.headers });
      return { status: message.statusCode ?? 0, headers: flatten(message), body: await readBody(message) };
    } catch (error) {
      throw failure(request, error, signal.aborted);
    }
  };
}

/** Hands the signal to Node's own request, so that a hanging connect, a hanging answer and a slow drip all end alike. */
function deadline(signal: AbortSignal): import('@actions/http-client/lib/interfaces').RequestHandler {
  return {
    prepareRequest: (options) => {
      options.signal = signal;
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('no authentication is handled here')),
  };
}

function flatten(message: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

/** Reads the body; a connection that closes before the announced end is an error of Node's, so a truncated answer never looks whole. */
async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      message.destroy();
      throw new Error('the answer is too large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function failure(request: HttpRequest, error: unknown, late: boolean): UpstreamError {
  const host = new URL(request.url).host;
  const reason = nodeCode(error);
  if (late) {
    return new UpstreamError(`\`${host}\` did not answer within ${request.timeoutMs / 1000} s`, {
      code: 'ERR_UPSTREAM_TIMEOUT',
      retryable: true,
      help: 'check that the runner may reach this host, and the proxy variables `HTTPS_PROXY` and `NO_PROXY`',
    });
  }
  if (reason === 'aborted') {
    return new UpstreamError(`\`${host}\` closed the connection in the middle of its answer`, {
      code: 'ERR_UPSTREAM_TRUNCATED',
      retryable: true,
      help: 'try again; if it stays so, something between the runner and this host cuts connections',
    });
  }
  const certificate = /CERT|SELF_SIGNED|ISSUER|TLS|SSL/.test(reason);
  return new UpstreamError(`\`${host}\` could not be reached: ${reason}`, {
    code: certificate ? 'ERR_UPSTREAM_CERTIFICATE' : 'ERR_UPSTREAM_UNREACHABLE',
    retryable: !certificate,
    help: certificate
      ? 'set `NODE_EXTRA_CA_CERTS` or `AWS_CA_BUNDLE` to a file with the certificate authority that signed it'
      : 'check the host name, and the proxy variables `HTTPS_PROXY` and `NO_PROXY`',
  });
}

/** Node's code for what went wrong. The message is never used: it may repeat what was sent. */
function nodeCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  const code = (error as NodeJS.ErrnoException).code;
  if (error.message === 'aborted') return 'aborted';
  if (typeof code === 'string') return code;
  const status = /statusCode=(\d{3})/.exec(error.message)?.[1];
  return status ? `the proxy answered ${status}` : error.name;
}
