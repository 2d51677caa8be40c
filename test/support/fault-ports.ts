import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { Worker } from 'node:worker_threads';

import { openSockets, portOf } from './fault-sockets';

/** A port of this machine where nobody answers in the usual way. */
export interface FaultPort {
  readonly port: number;
  /** Bytes that arrived. */
  received(): number;
  close(): Promise<void>;
}

/** Nothing listens on it any more: connections are refused. */
export async function refusingPort(): Promise<FaultPort> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return { port, received: () => 0, close: () => Promise.resolve() };
}

/** Says these bytes to whoever connects, if any, and never anything else. */
export async function speakingPort(greeting: string | null): Promise<FaultPort> {
  const sockets = openSockets();
  let received = 0;
  const server = createServer((socket) => {
    sockets.hold(socket);
    if (greeting !== null) socket.write(greeting);
    socket.on('data', (bytes) => {
      received += bytes.length;
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    received: () => received,
    async close() {
      sockets.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Connections stand, and nothing is ever read or said. */
export const blackHole = (): Promise<FaultPort> => speakingPort(null);

/** What connects gets this said to it, whatever it says itself. */
export const greeter = (greeting: string): Promise<FaultPort> => speakingPort(greeting);

/** Listens, and its thread sleeps from then on: nobody takes a connection out of the queue. */
const sleepingListener = `
  const { parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
`;

/** Its queue of connections is full: a further one is neither taken nor refused. */
export async function fullBacklog(): Promise<FaultPort> {
  const worker = new Worker(sleepingListener, { eval: true });
  const [port] = await once(worker, 'message');
  const sockets = openSockets();
  // Linux lets one more wait than the backlog says; the others knock in vain.
  const queued = [0, 1].map(() => {
    const socket = connect(port, '127.0.0.1');
    sockets.hold(socket);
    return once(socket, 'connect');
  });
  await Promise.all(queued);
  return {
    port,
    received: () => 0,
    async close() {
      sockets.destroy();
      await worker.terminate();
    },
  };
}
