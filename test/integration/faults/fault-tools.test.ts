import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { fullBacklog } from '../../support/fault-ports';
import { startFaultProxy, type WireFault } from '../../support/fault-proxy';
import { openSockets, portOf, turns } from '../../support/fault-sockets';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A client and a server with the fault proxy between them, and what each of them saw. */
async function wired(fault: WireFault) {
  const sockets = openSockets();
  const server = createServer({ allowHalfOpen: true, noDelay: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy = await startFaultProxy(portOf(server));
  closing.push(
    () => server.close(),
    () => proxy.close(),
    sockets.destroy,
  );
  proxy.arm({ toClient: { after: 5, fault } });
  const accepted = once(server, 'connection');
  const client = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
  const [serverSocket]: Socket[] = await accepted;
  if (serverSocket === undefined) throw new Error('No connection came');
  const seen: string[] = [];
  for (const socket of [client, serverSocket]) sockets.hold(socket);
  client.on('data', (bytes) => seen.push(bytes.toString()));
  client.on('end', () => seen.push('end'));
  client.on('error', (error) => seen.push('code' in error ? String(error.code) : error.message));
  serverSocket.write('12345678');
  return { client, serverSocket, seen };
}

describe('the fault proxy, at its chosen byte,', () => {
  it.each([
    ['reset', /^12345,ECONNRESET$/],
    ['close', /^12345,end$/],
    ['half-close', /^12345,end$/],
    ['stall', /^12345$/],
    ['trickle', /^12345,?6,?7,?8$/],
    ['garble', /^12345,769$|^12345769$/],
  ] as const)('does a %s', async (fault, expected) => {
    const { seen } = await wired(fault);
    await turns(200);
    expect(seen.join(',')).toMatch(expected);
  });

  it('half-closes one direction and leaves the other', async () => {
    const { client, serverSocket } = await wired('half-close');
    await once(client, 'end');
    const heard = once(serverSocket, 'data');
    client.write('still here');
    expect(String((await heard)[0])).toBe('still here');
  });
});

describe('a full queue of connections', () => {
  it('neither takes nor refuses another one', async () => {
    const port = await fullBacklog();
    closing.push(() => port.close());
    const socket = connect(port.port, '127.0.0.1');
    closing.push(() => socket.destroy());
    const events: string[] = [];
    socket.on('connect', () => events.push('connect'));
    socket.on('error', () => events.push('error'));
    await turns(200);
    expect(events).toEqual([]);
    expect(socket.connecting).toBe(true);
  });
});
