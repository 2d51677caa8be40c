import { once } from 'node:events';
import { connect } from 'node:net';

import { describe, expect, it } from 'vitest';

import { evidenceOf, openNotebook } from '../../../electron/plivo/evidence';
import { exchange } from '../../../electron/plivo/exchange';
import { outcomeOf } from '../../../electron/plivo/outcome';
import { ReadyAgent } from '../../../electron/plivo/ready-agent';
import { transferTo } from './connection-fixture';
import { accept, scriptedServer } from './scripted-server';

describe('a socket that dies at the moment of handing the request to it', () => {
  it('has carried nothing, and the outcome says so', async () => {
    const server = await scriptedServer(accept, null);
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    const agent = new ReadyAgent(1_000);
    const notebook = openNotebook(Date.now(), () => performance.now());
    const request = transferTo(`http://127.0.0.1:${server.port}`);
    const closed = once(server.events, 'closed');
    const done = exchange(agent, socket, request, notebook, () => undefined);
    socket.destroy();
    await done;
    await closed;
    expect(outcomeOf(evidenceOf(notebook), Date.now())).toMatchObject({
      outcome: 'not-sent',
      reason: { code: 'connection-lost' },
    });
    expect(server.requests).toEqual([]);
    agent.destroy();
    await server.close();
  });
});
