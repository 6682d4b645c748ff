/** A loopback proxy in front of a stand-in or a real server, which spoils answers by a script. */

import { type IncomingHttpHeaders, type IncomingMessage, request as send } from 'node:http';
import type { Socket } from 'node:net';
import { type Exchange, listen } from '../loopback.ts';
import type { Fault } from './fault.ts';

/** One request that came through. */
export interface PassedRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly fault: Fault | undefined;
  /** Status of the target's answer; undefined when it was not asked. */
  readonly status: number | undefined;
}

export interface Faults {
  /** What to talk to instead of the target. */
  readonly url: string;
  /**
   * Spoils requests to come; entries are used in the order in which they were given.
   *
   * @param options.match - only requests whose method, target or body contains it
   * @param options.times - how many, 1 by default
   * @param options.skip - how many of those to let pass before, none by default
   */
  next(fault: Fault, options?: { readonly match?: string; readonly times?: number; readonly skip?: number }): void;
  /** Forgets what was planned. */
  clear(): void;
  readonly log: readonly PassedRequest[];
  close(): Promise<void>;
}

interface Planned {
  readonly fault: Fault;
  readonly match: string;
  left: number;
  skip: number;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

const HTML = '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><h1>Please sign in</h1></body></html>\n';

/**
 * Starts the proxy; without a plan it passes everything on unchanged, `Host` included, so that signatures hold.
 *
 * @param target - URL of the server, without a path
 * @example
 * const faults = await startFaults(aws.url);
 * faults.next({ kind: 'status', status: 503 }, { match: 'AssumeRoleWithWebIdentity', times: 2 });
 */
export async function startFaults(target: string): Promise<Faults & AsyncDisposable> {
  const planned: Planned[] = [];
  const log: PassedRequest[] = [];
  const timers = new Set<NodeJS.Timeout>();

  function take(text: string): Fault | undefined {
    const plan = planned.find(({ match, left }) => left > 0 && text.includes(match));
    if (!plan) return undefined;
    if (plan.skip > 0) {
      plan.skip -= 1;
      return undefined;
    }
    plan.left -= 1;
    return plan.fault;
  }

  const server = await listen(async ({ request, response, body }) => {
    const { method = 'GET', url = '/', headers } = request;
    const fault = take(`${method} ${url}\n${body.toString()}`);
    const pass = !(fault && (fault.kind === 'html' || (isEarly(fault) && fault.after !== true)));
    const answer = pass ? await forward(target, request, body) : undefined;
    log.push({ method, target: url, headers, body: body.toString(), fault, status: answer?.status });
    await spoil({ request, response, body }, fault, answer, (step) => {
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          step();
        },
        fault?.kind === 'drip' ? fault.everyMs : 0,
      );
      timers.add(timer);
    });
  });

  const close = async (): Promise<void> => {
    for (const timer of timers) clearTimeout(timer);
    await server.close();
  };
  return {
    url: server.url,
    next: (fault, { match = '', times = 1, skip = 0 } = {}) => {
      planned.push({ fault, match, left: times, skip });
    },
    clear: () => {
      planned.length = 0;
    },
    log,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function isEarly(fault: Fault): fault is Extract<Fault, { after?: boolean }> {
  return fault.kind === 'status' || fault.kind === 'reset' || fault.kind === 'hang';
}

async function spoil(
  { response }: Exchange,
  fault: Fault | undefined,
  answer: Answer | undefined,
  later: (step: () => void) => void,
): Promise<void> {
  switch (fault?.kind) {
    case 'status': {
      const retry = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
      response.writeHead(fault.status, { 'content-type': 'text/plain', ...retry }).end(`fault ${fault.status}\n`);
      return;
    }
    case 'html':
      response.writeHead(fault.status ?? 200, { 'content-type': 'text/html; charset=utf-8' }).end(HTML);
      return;
    case 'reset':
      (response.socket as Socket).resetAndDestroy();
      return;
    case 'hang':
      return;
    case 'truncated': {
      const { status, headers, body } = answer as Answer;
      // An answer without a body is made to promise one, or there would be nothing to cut.
      response.writeHead(status, { ...headers, 'content-length': String(Math.max(body.length, 64)) });
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
      return;
    }
    case 'drip': {
      const { status, headers, body } = answer as Answer;
      response.writeHead(status, { ...headers, 'content-length': String(body.length) });
      response.flushHeaders();
      drip(body, Math.ceil(body.length / fault.pieces));
      return;
    }
    case 'clock': {
      const { status, headers, body } = answer as Answer;
      const date = Date.parse(String(headers.date)) + fault.offsetMs;
      response.writeHead(status, { ...headers, date: new Date(date).toUTCString() }).end(body);
      return;
    }
    default: {
      const { status, headers, body } = answer as Answer;
      response.writeHead(status, { ...headers }).end(body);
    }
  }

  function drip(rest: Buffer, size: number): void {
    later(() => {
      response.write(rest.subarray(0, size));
      if (rest.length > size) drip(rest.subarray(size), size);
      else response.end();
    });
  }
}

function forward(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = send(`${target}${url}`, { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        // The hop's own headers are not the answer's.
        const { connection: _c, 'keep-alive': _k, 'transfer-encoding': _t, ...rest } = answer.headers;
        resolve({ status: answer.statusCode ?? 502, headers: rest, body: Buffer.concat(chunks) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
