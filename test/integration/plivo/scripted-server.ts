import { EventEmitter, once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

import type { Identity } from './certificates';

/** What a server does with a request it has read whole; the socket is its own to break. */
export type Script = (socket: Socket, request: string, nth: number) => void;

export interface ScriptedServer {
  readonly port: number;
  /** Every whole request that arrived, as text. */
  readonly requests: string[];
  /** TCP connections that were opened, TLS handshakes that were completed. */
  readonly connections: () => number;
  readonly handshakes: () => number;
  readonly sockets: Set<Socket>;
  /** Emits `request`, `handshake` and `closed`. */
  readonly events: EventEmitter;
  close(): Promise<void>;
}

function bodyLength(head: string): number {
  const match = /^content-length: (\d+)$/im.exec(head);
  return match ? Number(match[1]) : 0;
}

/**
 * A server below HTTP: it reads whole requests, counts them, and does with the connection what the
 * script says.
 * @param identity Null: plain TCP.
 */
export async function scriptedServer(
  script: Script,
  identity: Identity | null,
): Promise<ScriptedServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const events = new EventEmitter();
  let connections = 0;
  let handshakes = 0;

  const serve = (socket: Socket) => {
    handshakes += 1;
    let pending = '';
    sockets.add(socket);
    // Otherwise what it writes into an idle connection waits for the client's delayed ACK.
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      events.emit('closed');
    });
    socket.on('data', (bytes) => {
      pending += bytes.toString('utf8');
      for (;;) {
        const end = pending.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = end + 4 + bodyLength(pending.slice(0, end));
        if (pending.length < length) return;
        const request = pending.slice(0, length);
        pending = pending.slice(length);
        requests.push(request);
        script(socket, request, requests.length);
        events.emit('request');
      }
    });
    events.emit('handshake');
  };

  const server: Server = identity
    ? createTlsServer({ key: identity.key, cert: identity.cert }, serve)
    : createServer(serve);
  server.on('connection', () => {
    connections += 1;
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    requests,
    connections: () => connections,
    handshakes: () => handshakes,
    sockets,
    events,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Writes a whole answer and keeps the connection. */
export function answer(socket: Socket, status: string, body: string, headers: string[] = []): void {
  const head = [`HTTP/1.1 ${status}`, `Content-Length: ${Buffer.byteLength(body)}`, ...headers];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
}

export const acceptedBody = '{"api_id":"8c77b816-d621-4028-afc8-1aeab1d497a8","error":""}';

export const accept: Script = (socket) => answer(socket, '201 Created', acceptedBody);
