import { request } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import { err, ok, type Result } from '../contract/result';
import { errorCode } from './error-code';
import { failureCodes, type Failure } from './evidence';

export interface TunnelRequest {
  /** A ready connection to the proxy. */
  readonly socket: Socket;
  /** The proxy's URL; may hold user and password. */
  readonly proxy: URL;
  readonly host: string;
  readonly port: number;
  readonly signal: AbortSignal;
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

function proxyHeaders(proxy: URL, authority: string): Record<string, string> {
  const headers: Record<string, string> = { Host: authority };
  if (proxy.username !== '' || proxy.password !== '') {
    const pair = `${decoded(proxy.username)}:${decoded(proxy.password)}`;
    headers['Proxy-Authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`;
  }
  return headers;
}

/**
 * Asks a proxy for a tunnel with CONNECT. Nothing of the transfer's request is in it, so whatever
 * fails here is "not sent". Node's own CONNECT does all that is needed; no agent library.
 */
export function openTunnel(tunnel: TunnelRequest): Promise<Result<Duplex, Failure>> {
  const { proxy, host, port, socket, signal } = tunnel;
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return new Promise((resolve) => {
    const fail = (code: string, proxyStatus: number | null = null) => {
      socket.destroy();
      resolve(err({ stage: 'proxy', code, proxyStatus }));
    };
    const connect = request({
      method: 'CONNECT',
      path: authority,
      headers: proxyHeaders(proxy, authority),
      createConnection: () => socket,
      signal,
    });
    connect.on('error', (error) => fail(errorCode(error)));
    connect.on('connect', (answer, through, head) => {
      if (answer.statusCode !== 200) {
        fail(failureCodes.proxyStatus, answer.statusCode ?? 0);
        return;
      }
      if (head.length > 0) through.unshift(head);
      resolve(ok(through));
    });
    connect.end();
  });
}
