import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { UpstreamError } from '@leasehold/core';
import { afterEach, expect, test } from 'vitest';
import { nodeHttp } from './node-http.ts';

const open: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
  delete process.env.http_proxy;
  delete process.env.no_proxy;
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server: Server = createServer(answer);
  open.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const http = nodeHttp({});
const get = (url: string, timeoutMs = 5_000): ReturnType<typeof http> => http({ method: 'GET', url, headers: {}, timeoutMs });

test('a request arrives as it was written, and the answer comes back as data', async () => {
  const url = await serve((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      response.writeHead(403, {
        'X-Echo': `${request.method} ${request.url} ${request.headers['x-given']}`,
        'content-type': 'text/plain',
      });
      response.end(body);
    });
  });
  const answer = await http({
    method: 'POST',
    url: `${url}/a?b=c`,
    headers: { 'x-given': 'yes' },
    body: 'grüße',
    timeoutMs: 5_000,
  });
  expect(answer).toMatchObject({
    status: 403,
    body: 'grüße',
    headers: { 'x-echo': 'POST /a?b=c yes', 'content-type': 'text/plain' },
  });
});

test('a redirect is an answer, and is not followed', async () => {
  const url = await serve((_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
  expect((await get(url)).status).toBe(302);
});

const failures: [string, (request: IncomingMessage, response: ServerResponse) => void, string][] = [
  ['a server that never answers', () => undefined, 'ERR_UPSTREAM_TIMEOUT'],
  [
    'an answer that drips for ever',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '100000' });
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    },
    'ERR_UPSTREAM_TIMEOUT',
  ],
  ['a connection that is reset', (request) => request.socket.resetAndDestroy(), 'ERR_UPSTREAM_UNREACHABLE'],
  [
    'an answer that is cut off',
    (request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => setTimeout(() => request.socket.destroy(), 20));
    },
    'ERR_UPSTREAM_TRUNCATED',
  ],
];

test.each(failures)('%s is a failure that may be tried again', async (_what, answer, code) => {
  const url = await serve(answer);
  await expect(get(url, 400)).rejects.toMatchObject({ name: 'UpstreamError', code, retryable: true });
});

test('an answer beyond any reason is refused', async () => {
  const url = await serve((_request, response) => response.end('x'.repeat(3 * 1024 * 1024)));
  await expect(get(url)).rejects.toBeInstanceOf(UpstreamError);
});

test('nobody listening is said with the host, and never with what was sent', async () => {
  const failure = await http({
    method: 'POST',
    url: 'http://127.0.0.1:1/',
    headers: {},
    body: 'the-secret',
    timeoutMs: 2_000,
  }).catch((e) => e);
  expect(failure).toMatchObject({
    code: 'ERR_UPSTREAM_UNREACHABLE',
    message: '`127.0.0.1:1` could not be reached: ECONNREFUSED',
  });
  expect(JSON.stringify(failure)).not.toContain('the-secret');
});

test('a proxy is used for hosts that are not exempt, and a host behind `no_proxy` is reached directly', async () => {
  const target = await serve((_request, response) => response.end('through'));
  const tunnels: string[] = [];
  const proxy = createServer().on('connect', (request, socket) => {
    tunnels.push(request.url ?? '');
    const upstream = connect(Number(new URL(target).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  open.push(proxy);
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  process.env.http_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  expect((await get('http://sts.example.invalid/')).body).toBe('through');
  expect(tunnels).toEqual(['sts.example.invalid:80']);

  process.env.no_proxy = 'example.invalid';
  await expect(get('http://sts.example.invalid/')).rejects.toMatchObject({ code: 'ERR_UPSTREAM_UNREACHABLE' });
  expect(tunnels).toHaveLength(1);
});

test('a server without TLS behind an https address is said to be unreachable, not retried as a certificate', async () => {
  const server = createTcpServer((socket) => socket.end('not tls at all\r\n'));
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await expect(get(`https://127.0.0.1:${(server.address() as AddressInfo).port}`)).rejects.toMatchObject({
    name: 'UpstreamError',
  });
});
