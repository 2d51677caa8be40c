import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

import { openSockets, portOf, reset, turns } from './fault-sockets';

/**
 * What becomes of one direction of a connection once its chosen byte has passed. `close` and
 * `reset` end both directions, `half-close` this one alone; `stall` lets nothing more through and
 * leaves all open; `trickle` lets the rest through byte by byte; `garble` flips a bit of each
 * further byte.
 */
export type WireFault = 'reset' | 'close' | 'half-close' | 'stall' | 'trickle' | 'garble';

/** A fault, and how many bytes pass before it, counted from the moment of arming. */
export interface Cut {
  readonly after: number;
  readonly fault: WireFault;
}

export interface WirePlan {
  readonly toServer?: Cut;
  readonly toClient?: Cut;
}

export interface FaultProxy {
  readonly port: number;
  /** TCP connections that were opened to it. */
  connections(): number;
  /** What happens from now on, to connections that stand and to new ones. */
  arm(plan: WirePlan): void;
  /** Breaks every connection that stands, at once. */
  breakAll(fault: 'reset' | 'close' | 'half-close'): void;
  close(): Promise<void>;
}

type Direction = keyof WirePlan;

interface Wire {
  readonly client: Socket;
  readonly server: Socket;
  readonly passed: Record<Direction, number>;
}

function end(wire: Wire, fault: 'reset' | 'close'): void {
  if (fault === 'reset') reset(wire.client);
  else wire.client.destroy();
  wire.server.destroy();
}

/** One write a turn, so that each byte travels in a packet of its own; what follows waits. */
function trickle(bytes: Buffer, from: Socket, to: Socket): void {
  const [first, rest] = [bytes.subarray(0, 1), bytes.subarray(1)];
  if (first.length === 0 || to.destroyed) {
    from.resume();
    return;
  }
  from.pause();
  to.write(first, () => setImmediate(trickle, rest, from, to));
}

/** What is left of the bytes has passed the chosen one. */
function applyFault(wire: Wire, direction: Direction, fault: WireFault, rest: Buffer): void {
  const [from, to] =
    direction === 'toServer' ? [wire.client, wire.server] : [wire.server, wire.client];
  switch (fault) {
    case 'reset':
      // Bytes and RST that are found together look like a proper end to Node (libuv's POLLHUP).
      void turns(20).then(() => end(wire, fault));
      return;
    case 'close':
      end(wire, fault);
      return;
    case 'half-close':
      to.end();
      return;
    case 'stall':
      return;
    case 'trickle':
      trickle(rest, from, to);
      return;
    case 'garble':
      to.write(rest.map((byte) => byte ^ 1));
  }
}

function pass(wire: Wire, direction: Direction, bytes: Buffer, cut: Cut | undefined): void {
  const to = direction === 'toServer' ? wire.server : wire.client;
  if (to.destroyed || to.writableEnded) return;
  const before = wire.passed[direction];
  wire.passed[direction] += bytes.length;
  if (!cut || wire.passed[direction] < cut.after) {
    to.write(bytes);
    return;
  }
  const room = Math.max(0, cut.after - before);
  if (room > 0) to.write(bytes.subarray(0, room));
  applyFault(wire, direction, cut.fault, bytes.subarray(room));
}

/**
 * Stands on loopback between Baton and a server, passes what both say and breaks it at a chosen
 * byte. It knows nothing of TLS and HTTP, as the network does not.
 * @param serverPort Port on 127.0.0.1 that it passes connections on to.
 */
export async function startFaultProxy(serverPort: number): Promise<FaultProxy> {
  const wires = new Set<Wire>();
  const sockets = openSockets();
  let connections = 0;
  let plan: WirePlan = {};

  const listener = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    connections += 1;
    const server = connect({
      port: serverPort,
      host: '127.0.0.1',
      allowHalfOpen: true,
      noDelay: true,
    });
    sockets.hold(client);
    sockets.hold(server);
    const wire: Wire = { client, server, passed: { toServer: 0, toClient: 0 } };
    wires.add(wire);
    if (plan.toServer?.after === 0 && plan.toServer.fault === 'reset') end(wire, 'reset');
    client.on('data', (bytes) => pass(wire, 'toServer', bytes, plan.toServer));
    server.on('data', (bytes) => pass(wire, 'toClient', bytes, plan.toClient));
    client.on('end', () => {
      if (plan.toServer?.fault !== 'stall') server.end();
    });
    server.on('end', () => {
      if (plan.toClient?.fault !== 'stall') client.end();
    });
    client.on('close', (hadError) => {
      wires.delete(wire);
      if (hadError) reset(server);
      else server.destroy();
    });
    server.on('close', (hadError) => {
      if (hadError) reset(client);
      else client.destroySoon();
    });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');

  return {
    port: portOf(listener),
    connections: () => connections,
    arm(next) {
      plan = next;
      for (const wire of wires) {
        wire.passed.toServer = 0;
        wire.passed.toClient = 0;
      }
    },
    breakAll(fault) {
      for (const wire of wires) {
        if (fault === 'half-close') wire.client.end();
        else end(wire, fault);
      }
    },
    async close() {
      sockets.destroy();
      if (!listener.listening) return;
      listener.close();
      await once(listener, 'close');
    },
  };
}
