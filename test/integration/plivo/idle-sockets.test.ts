import { once } from 'node:events';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Connection, ConnectionPorts } from '../../../electron/plivo/connection';
import { outcomeOf } from '../../../electron/plivo/outcome';
import { makeCertificates, type Certificates } from './certificates';
import { connectionWith, limits, readNodeAt, transferTo } from './connection-fixture';
import { accept, scriptedServer, type ScriptedServer } from './scripted-server';

let certificates: Certificates;
beforeAll(() => {
  certificates = makeCertificates();
});
afterAll(() => certificates.remove());

for (const scheme of ['http', 'https'] as const) {
  describe(`sockets over ${scheme}`, () => {
    let server: ScriptedServer;
    let connection: Connection;
    let base: string;
    const connect = (ports: Partial<ConnectionPorts> = {}) => {
      connection = connectionWith({ caFile: () => certificates.caFile, ...ports });
    };
    beforeEach(async () => {
      server = await scriptedServer(accept, scheme === 'https' ? certificates.localhost : null);
      base = `${scheme}://localhost:${server.port}`;
      connect();
    });
    afterEach(async () => {
      connection.close();
      await server.close();
    });
    const post = async () => {
      const evidence = await connection.send(transferTo(base), limits);
      return { socket: evidence.socket, outcome: outcomeOf(evidence, Date.now()).outcome };
    };
    const opened = async () => {
      connection.warm(base, limits);
      await once(server.events, 'handshake');
    };

    it('opened ahead and the request that follows share one handshake', async () => {
      await opened();
      expect(await post()).toEqual({ socket: 'opened-ahead', outcome: 'accepted' });
      expect([server.connections(), server.handshakes()]).toEqual([1, 1]);
    });

    it('still opening when the request comes are waited for', async () => {
      connection.warm(base, limits);
      expect(await post()).toEqual({ socket: 'opened-ahead', outcome: 'accepted' });
      expect(server.connections()).toBe(1);
    });

    it('are opened ahead one at a time', async () => {
      await opened();
      connection.warm(base, limits);
      expect(await post()).toEqual({ socket: 'opened-ahead', outcome: 'accepted' });
      expect(server.connections()).toBe(1);
    });

    it('carry nothing when they are opened ahead', async () => {
      await opened();
      const closed = once(server.events, 'closed');
      connection.close();
      await closed;
      expect(server.requests).toEqual([]);
    });

    it('are kept for the next request', async () => {
      await connection.send(readNodeAt(base), limits);
      expect(await post()).toEqual({ socket: 'kept', outcome: 'accepted' });
      expect(server.connections()).toBe(1);
    });

    it('opened ahead go before kept ones, which are older', async () => {
      await connection.send(readNodeAt(base), limits);
      await opened();
      expect(await post()).toEqual({ socket: 'opened-ahead', outcome: 'accepted' });
    });

    it.each(['destroy', 'end'] as const)(
      'that the server closed while they idled (%s) are not used',
      async (how) => {
        await connection.send(readNodeAt(base), limits);
        const closed = once(server.events, 'closed');
        for (const socket of server.sockets) socket[how]();
        await closed;
        expect(await post()).toEqual({ socket: 'fresh', outcome: 'accepted' });
        await opened();
        // The kept one was dropped; the one that is left was opened ahead.
        const closedAgain = once(server.events, 'closed');
        for (const socket of server.sockets) socket[how]();
        await closedAgain;
        expect(await post()).toMatchObject({ outcome: 'accepted' });
      },
    );

    it('on which the server said something unasked are not used', async () => {
      await connection.send(readNodeAt(base), limits);
      for (const socket of server.sockets) {
        await new Promise((done) => {
          socket.write('HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n', done);
        });
      }
      expect(await post()).toEqual({ socket: 'fresh', outcome: 'accepted' });
    });

    it('are dropped when they have idled too long', async () => {
      connection.close();
      connect({ idle: { keptMs: 50, aheadMs: 50 } });
      await connection.send(readNodeAt(base), limits);
      await once(server.events, 'closed');
      await opened();
      await once(server.events, 'closed');
      expect(await post()).toEqual({ socket: 'fresh', outcome: 'accepted' });
    });

    it('that could not be opened ahead are not spoken of', async () => {
      connection.warm(`${scheme}://localhost:1`, limits);
      connection.warm(base, limits);
      expect(await post()).toMatchObject({ outcome: 'accepted' });
      connection.warm(`${scheme}://localhost:1`, limits);
      const evidence = await connection.send(transferTo(`${scheme}://localhost:1`), limits);
      expect(outcomeOf(evidence, Date.now())).toMatchObject({
        outcome: 'not-sent',
        reason: { code: 'connection-refused' },
      });
    });

    it('serve several requests at once, each its own', async () => {
      await opened();
      const sent = await Promise.all([post(), post(), post()]);
      expect(sent.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
      expect(server.requests).toHaveLength(3);
      expect(server.connections()).toBe(3);
    });
  });
}
