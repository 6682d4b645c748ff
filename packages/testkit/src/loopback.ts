/** An HTTP server on a free loopback port: what every stand-in is built on. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request with its whole body, and the answer to be given. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
}

/** A running server. */
export interface Loopback {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string;
  /** Closes the server and every open connection. */
  close(): Promise<void>;
}

/**
 * Starts a server on 127.0.0.1; what the handler throws is answered as a bare 500, so that a defect of a stand-in shows.
 *
 * @param port - 0 takes a free one
 */
export async function listen(handle: (exchange: Exchange) => Promise<void>, port = 0): Promise<Loopback> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    // A client that goes away in the middle of its request gets no answer, and must not take the server with it.
    request.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      handle({ request, response, body: Buffer.concat(chunks) }).catch((error: unknown) => {
        if (response.headersSent) response.destroy();
        else
          response
            .writeHead(500, { 'content-type': 'text/plain' })
            .end(`stand-in failed: ${error instanceof Error ? error.message : 'unknown'}`);
      });
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
