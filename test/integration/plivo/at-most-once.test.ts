import { once } from 'node:events';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Connection } from '../../../electron/plivo/connection';
import { outcomeOf } from '../../../electron/plivo/outcome';
import { makeCertificates, type Certificates } from './certificates';
import { connectionWith, limits, readNodeAt, transferTo } from './connection-fixture';
import { accept, scriptedServer, type Script, type ScriptedServer } from './scripted-server';

let certificates: Certificates;
beforeAll(() => {
  certificates = makeCertificates();
});
afterAll(() => certificates.remove());

/** Reads the POST whole, then drops the connection without a word. */
const dropAfterBody: Script = (socket) => socket.destroy();
const resetAfterBody: Script = (socket) => {
  if ('resetAndDestroy' in socket) socket.resetAndDestroy();
};
/** Answers the first request and breaks the connection at the second. */
const answerThen =
  (broken: Script): Script =>
  (socket, request, nth) =>
    (nth === 1 ? accept : broken)(socket, request, nth);

for (const scheme of ['http', 'https'] as const) {
  describe(`when the server reads the POST and drops the connection, over ${scheme}`, () => {
    let server: ScriptedServer;
    let connection: Connection;
    const start = async (script: Script) => {
      server = await scriptedServer(script, scheme === 'https' ? certificates.localhost : null);
      connection = connectionWith({ caFile: () => certificates.caFile });
      return `${scheme}://localhost:${server.port}`;
    };
    afterEach(async () => {
      connection.close();
      await server.close();
    });
    const posts = () => server.requests.filter((request) => request.startsWith('POST'));

    /** A second POST would come at once, on a connection of its own. */
    const expectOnePostAndUnknown = async (base: string) => {
      const evidence = await connection.send(transferTo(base), limits);
      const verdict = outcomeOf(evidence, Date.now());
      expect(verdict).toMatchObject({ outcome: 'unknown', reason: { code: 'lost-after-sending' } });
      const later = connectionWith({ caFile: () => certificates.caFile });
      await later.send(readNodeAt(base), { connectTimeoutMs: 3_000, totalTimeoutMs: 3_000 });
      later.close();
      expect(posts()).toHaveLength(1);
      return evidence;
    };

    for (const [how, drop] of [
      ['closes', dropAfterBody],
      ['resets', resetAfterBody],
    ] as const) {
      if (scheme === 'https' && how === 'resets') continue;

      it(`one POST arrives on a cold connection that it ${how}`, async () => {
        const base = await start(drop);
        expect((await expectOnePostAndUnknown(base)).socket).toBe('fresh');
      });

      it(`one POST arrives on a connection kept from an earlier answer that it ${how}`, async () => {
        const base = await start(answerThen(drop));
        await connection.send(readNodeAt(base), limits);
        expect((await expectOnePostAndUnknown(base)).socket).toBe('kept');
      });

      it(`one POST arrives on a connection opened ahead that it ${how}`, async () => {
        const base = await start(drop);
        connection.warm(base, limits);
        await once(server.events, 'handshake');
        expect((await expectOnePostAndUnknown(base)).socket).toBe('opened-ahead');
      });
    }
  });
}
