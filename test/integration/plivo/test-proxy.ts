import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type Socket } from 'node:net';

import type { Identity } from './certificates';

export interface TestProxy {
  readonly port: number;
  readonly connects: { readonly authority: string; readonly authorization: string | null }[];
  /** Every byte that went from the client into the tunnels, as Latin-1. */
  readonly seen: () => string;
  close(): Promise<void>;
}

/**
 * A proxy that answers every CONNECT with this status; a tunnel follows 200.
 * @param identity Not null: the proxy itself is spoken to by TLS.
 */
export async function startProxy(
  status: number,
  identity: Identity | null = null,
): Promise<TestProxy> {
  const connects: TestProxy['connects'][number][] = [];
  const sockets = new Set<Socket>();
  let seen = '';
  const server = identity
    ? createTlsServer({ key: identity.key, cert: identity.cert })
    : createServer();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.on('connect', (request, client) => {
    const authority = request.url ?? '';
    connects.push({ authority, authorization: request.headers['proxy-authorization'] ?? null });
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const upstream = connect(Number(authority.split(':')[1]), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.on('data', (bytes: Buffer) => {
        seen += bytes.toString('latin1');
      });
      client.pipe(upstream).pipe(client);
    });
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    connects,
    seen: () => seen,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
