/** A forge on loopback: `git http-backend` behind a server that wants to know who asks, and that can fail as forges fail. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How it answers: well, with a status that is not 200, or never. */
export type Mood = 'well' | 401 | 403 | 404 | 429 | 500 | 'never';

/** A forge. */
export interface GitServer extends AsyncDisposable {
  /** Of the folder with the repositories, with a slash at the end. */
  readonly url: string;
  mood: Mood;
  /** Whether it speaks the second version of the protocol, in which any object can be asked for. */
  modern: boolean;
  /** How many requests came since the last look. */
  asked(): number;
}

/**
 * Serves the repositories of a folder.
 *
 * @param authorization - the header that is demanded, such as `basic …`
 */
export async function startGitServer(folder: string, authorization: string): Promise<GitServer> {
  let asked = 0;
  const server = createServer((request, response) => {
    const { mood } = forge;
    asked++;
    if (mood === 'never') return;
    const allowed = request.headers.authorization === authorization;
    if (mood !== 'well' || !allowed) {
      refuse(response, mood === 'well' ? 401 : mood);
      return;
    }
    backend(request, response, folder, forge.modern);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const forge: GitServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    mood: 'well',
    modern: true,
    asked() {
      const before = asked;
      asked = 0;
      return before;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return forge;
}

function refuse(response: ServerResponse, status: number): void {
  const challenge = status === 401 ? { 'WWW-Authenticate': 'Basic realm="forge"' } : {};
  response.writeHead(status, { 'Content-Type': 'text/plain', ...(status === 429 ? { 'Retry-After': '60' } : {}), ...challenge });
  response.end('no\n');
}

/** One request as CGI (RFC 3875) hands it over. */
function backend(request: IncomingMessage, response: ServerResponse, folder: string, modern: boolean): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://forge');
  const { headers } = request;
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: request.method ?? 'GET',
      PATH_INFO: decodeURIComponent(pathname),
      QUERY_STRING: search.slice(1),
      CONTENT_TYPE: headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      REMOTE_USER: 'x-access-token',
      ...(headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: headers['content-length'] }),
      ...(modern ? { GIT_PROTOCOL: String(headers['git-protocol'] ?? '') } : {}),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  request.pipe(child.stdin.on('error', () => {}));
  let head = Buffer.alloc(0);
  let begun = false;
  child.stdout.on('data', (part: Buffer) => {
    if (begun) {
      response.write(part);
      return;
    }
    head = Buffer.concat([head, part]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    begun = true;
    let status = 200;
    for (const line of head.toString('latin1', 0, end).split('\r\n')) {
      const [name = '', value = ''] = line.split(/: (.*)/s);
      if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
      else response.setHeader(name, value);
    }
    response.writeHead(status);
    response.write(head.subarray(end + 4));
  });
  child.on('close', () => response.end());
}
