/** A bystander between a job and the real server: passes every request on as it is, and remembers which sessions were issued. */

import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Credential } from './ceph.ts';

/** A session that the server issued, whether or not its answer ever reached the job. */
export interface Session {
  readonly role: string;
  readonly name: string;
  readonly credential: Credential;
}

/** A running bystander. */
export interface Witness {
  /** What the job takes for the server. */
  readonly url: string;
  readonly sessions: readonly Session[];
  /** From now on a call with this action is neither passed on nor answered; resolves when the first one is there. */
  hold(action: string): Promise<void>;
  /** Forgets the sessions so far, and holds nothing any more. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts a bystander before a server. */
export async function startWitness(target: string): Promise<Witness> {
  let sessions: Session[] = [];
  let held: { action: string; arrived: () => void } | undefined;
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const body = Buffer.concat(parts);
      if (held && new URLSearchParams(body.toString()).get('Action') === held.action) return held.arrived();
      // The Host header goes on untouched, since it was signed; who expects a go-ahead before the body has had it from us.
      const { expect: _, ...headers } = incoming.headers;
      const onward = send(target + incoming.url, { method: incoming.method, headers, agent: false }, (answer) => {
        const read: Buffer[] = [];
        answer.on('data', (part: Buffer) => read.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(read);
          const session = issued(body.toString(), text.toString());
          if (session) sessions.push(session);
          outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders).end(text);
        });
      });
      onward.on('error', () => outgoing.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get sessions() {
      return sessions;
    },
    hold: (action) =>
      new Promise((resolve) => {
        held = { action, arrived: resolve };
      }),
    reset: () => {
      sessions = [];
      held = undefined;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function issued(request: string, answer: string): Session | undefined {
  const asked = new URLSearchParams(request);
  const accessKeyId = element(answer, 'AccessKeyId');
  if (asked.get('Action') !== 'AssumeRoleWithWebIdentity' || !accessKeyId) return undefined;
  return {
    role: asked.get('RoleArn')?.split('/').at(-1) ?? '',
    name: asked.get('RoleSessionName') ?? '',
    credential: {
      accessKeyId,
      secretAccessKey: element(answer, 'SecretAccessKey'),
      sessionToken: element(answer, 'SessionToken'),
    },
  };
}

function element(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
}
