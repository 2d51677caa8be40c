import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';

import type { TlsIdentity } from './fault-origin';
import { openSockets, portOf, reset } from './fault-sockets';

/** What a company's proxy does with a CONNECT. */
export interface GatewayPlan {
  /** The bytes that it answers with, where it is not the usual 200. */
  readonly answer?: string;
  /** After its answer; `tunnel` passes on what is said. */
  readonly next: 'tunnel' | 'hang' | 'close' | 'reset';
  /** Not null: the gateway itself is spoken to by TLS. */
  readonly identity?: TlsIdentity;
}

export interface FaultGateway {
  readonly port: number;
  connects(): number;
  /** Breaks every tunnel that stands, at once. */
  breakAll(fault: 'reset' | 'close'): void;
  close(): Promise<void>;
}

const established = 'HTTP/1.1 200 Connection established\r\n\r\n';

/** A proxy on loopback that is asked for a tunnel by CONNECT, and fails as it is told. */
export async function startFaultGateway(plan: GatewayPlan): Promise<FaultGateway> {
  const sockets = openSockets();
  const clients = new Set<Socket>();
  let connects = 0;
  const { identity } = plan;
  const secureContext = identity && createSecureContext({ key: identity.key, cert: identity.cert });

  const tunnel = (raw: Socket, client: Socket, port: number) => {
    const upstream = connect({ port, host: '127.0.0.1', noDelay: true });
    sockets.hold(upstream);
    upstream.once('connect', () => {
      client.write(plan.answer ?? established);
      client.pipe(upstream).pipe(client);
    });
    upstream.once('error', () => reset(raw));
    client.once('close', () => upstream.destroy());
  };

  const answer = (raw: Socket, client: Socket, port: number) => {
    connects += 1;
    if (plan.next === 'tunnel') {
      tunnel(raw, client, port);
      return;
    }
    client.write(plan.answer ?? established, () => {
      if (plan.next === 'close') client.end();
      if (plan.next === 'reset') reset(raw);
    });
    client.resume();
  };

  const listener = createServer({ noDelay: true }, (raw) => {
    sockets.hold(raw);
    clients.add(raw);
    raw.once('close', () => clients.delete(raw));
    const client = secureContext ? new TLSSocket(raw, { isServer: true, secureContext }) : raw;
    if (client !== raw) sockets.hold(client);
    let head = '';
    const read = (bytes: Buffer) => {
      head += bytes.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      client.off('data', read);
      client.pause();
      answer(raw, client, Number(/^CONNECT \S+:(\d+) /.exec(head)?.[1] ?? 0));
    };
    client.on('data', read);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');

  return {
    port: portOf(listener),
    connects: () => connects,
    breakAll(fault) {
      for (const client of clients) {
        if (fault === 'reset') reset(client);
        else client.destroy();
      }
    },
    async close() {
      sockets.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}
