import { once } from 'node:events';
import type { Socket } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import type { Connection } from '../../../electron/plivo/connection';
import { outcomeOf } from '../../../electron/plivo/outcome';
import { connectionWith, limits, transferTo } from './connection-fixture';
import {
  accept,
  acceptedBody,
  answer,
  scriptedServer,
  type Script,
  type ScriptedServer,
} from './scripted-server';

let server: ScriptedServer;
let connection: Connection;
afterEach(async () => {
  connection.close();
  await server.close();
});

async function post(script: Script, within = limits) {
  server = await scriptedServer(script, null);
  connection = connectionWith();
  const evidence = await connection.send(transferTo(`http://127.0.0.1:${server.port}`), within);
  return { evidence, ...outcomeOf(evidence, Date.now()) };
}

const raw =
  (text: string): Script =>
  (socket) =>
    socket.end(text);

describe('the bytes of a transfer', () => {
  it('are the request of the documents, sent once', async () => {
    const { outcome, apiId, status } = await post(accept);
    expect({ outcome, apiId, status }).toEqual({
      outcome: 'accepted',
      apiId: '8c77b816-d621-4028-afc8-1aeab1d497a8',
      status: 201,
    });
    expect(server.requests).toHaveLength(1);
    const [head, body] = (server.requests[0] ?? '').split('\r\n\r\n');
    const [requestLine, ...headers] = (head ?? '').split('\r\n');
    expect(requestLine).toBe('POST /v1/phlo/phlo/multi_party_call/node HTTP/1.1');
    const basic = Buffer.from('MAFAKE0EXAMPLE0BATON:fake-token-for-tests-1').toString('base64');
    expect(headers.sort()).toEqual([
      'Accept-Encoding: identity',
      'Accept: application/json',
      `Authorization: Basic ${basic}`,
      'Connection: keep-alive',
      'Content-Length: 93',
      'Content-Type: application/json',
      `Host: 127.0.0.1:${server.port}`,
      'User-Agent: Baton/0.1.0',
    ]);
    expect(body).toBe(
      '{"action":"cold_transfer","to":"+14152225555","role":"agent","trigger_source":"+14152223333"}',
    );
  });

  it('leave a trail of every step', async () => {
    const { evidence } = await post(accept);
    const { connected, secured, handed, firstByte, complete } = evidence.steps;
    expect(secured).toBeNull();
    const order = [connected, handed, firstByte, complete];
    expect(order).not.toContain(null);
    expect(order).toEqual(order.toSorted((a, b) => Number(a) - Number(b)));
    expect(evidence).toMatchObject({ socket: 'fresh', failure: null });
    expect(evidence.tookMs).toBeGreaterThanOrEqual(complete ?? Infinity);
  });
});

describe('answers that are whole', () => {
  it('may follow interim ones', async () => {
    const interim = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n';
    const { outcome } = await post((socket) => {
      socket.write(interim.repeat(20));
      answer(socket, '201 Created', acceptedBody);
    });
    expect(outcome).toBe('accepted');
  });

  it('may come in chunks, byte by byte, or end with the connection', async () => {
    const chunked = acceptedBody.replace(/./g, (c) => `1\r\n${c}\r\n`);
    const head = 'HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect((await post(raw(`${head}${chunked}0\r\n\r\n`))).outcome).toBe('accepted');
    connection.close();
    await server.close();
    const old = raw(`HTTP/1.0 201 Created\r\n\r\n${acceptedBody}`);
    expect((await post(old)).outcome).toBe('accepted');
  });

  it("refuse with Plivo's words and the time to wait", async () => {
    const { outcome, reason } = await post((socket) =>
      answer(socket, '429 Too Many Requests', 'slow down', ['Retry-After: 5']),
    );
    expect(outcome).toBe('refused');
    expect(reason).toEqual({
      code: 'http-429',
      status: 429,
      plivoReason: 'slow down',
      retryAfterSeconds: 5,
    });
  });

  it('are not followed when they redirect', async () => {
    const { outcome, reason, status } = await post((socket) =>
      answer(socket, '307 Temporary Redirect', '', [`Location: http://127.0.0.1:${server.port}/x`]),
    );
    expect({ outcome, code: reason.code, status }).toEqual({
      outcome: 'unknown',
      code: 'http-unexpected',
      status: 307,
    });
    expect(server.requests).toHaveLength(1);
    expect(server.connections()).toBe(1);
  });

  it('say nothing when compressed unasked or not UTF-8', async () => {
    const { outcome, reason } = await post((socket) =>
      answer(socket, '201 Created', acceptedBody, ['Content-Encoding: gzip']),
    );
    expect([outcome, reason.code]).toEqual(['unknown', 'answer-unreadable']);
    connection.close();
    await server.close();
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
    const invalid = await post((socket) => {
      socket.write(`HTTP/1.1 201 Created\r\nContent-Length: ${bytes.length}\r\n\r\n`);
      socket.write(bytes);
    });
    expect([invalid.outcome, invalid.reason.code]).toEqual(['unknown', 'answer-unreadable']);
  });
});

describe('answers that are not whole leave the outcome unknown', () => {
  const whole = `HTTP/1.1 201 Created\r\nContent-Length: ${acceptedBody.length}\r\n\r\n${acceptedBody}`;
  const head = whole.indexOf('\r\n\r\n') + 4;
  it.each([
    ['in the status line', 7],
    ['in the headers', 30],
    ['before the body', head],
    ['in the body', head + 20],
    ['one byte before the end', whole.length - 1],
  ])('cut %s', async (_, length) => {
    const { outcome, reason } = await post(raw(whole.slice(0, length)));
    expect([outcome, reason.code]).toEqual(['unknown', 'lost-after-sending']);
    expect(server.requests).toHaveLength(1);
  });

  it('a refusal cut in its body is none', async () => {
    const cut = 'HTTP/1.1 404 Not Found\r\nContent-Length: 50\r\n\r\n{"error":"';
    const { outcome, status } = await post(raw(cut));
    expect([outcome, status]).toEqual(['unknown', 404]);
  });

  it.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['bad chunks', 'HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
    ['two lengths', 'HTTP/1.1 201 Created\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}'],
    ['endless headers', `HTTP/1.1 201 Created\r\n${'X-A: b\r\n'.repeat(5_000)}\r\n`],
  ])('%s', async (_, text) => {
    const { outcome, reason } = await post(raw(text));
    expect([outcome, reason.code]).toEqual(['unknown', 'answer-unreadable']);
  });

  it('a change of protocol that nobody asked for', async () => {
    const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n';
    const { outcome, reason } = await post((socket) => socket.write(upgrade));
    expect([outcome, reason.code]).toEqual(['unknown', 'http-unexpected']);
  });

  it('no answer within the total limit', async () => {
    const { outcome, reason, evidence } = await post(() => undefined, {
      connectTimeoutMs: 200,
      totalTimeoutMs: 300,
    });
    expect([outcome, reason.code]).toEqual(['unknown', 'answer-timeout']);
    expect(evidence.tookMs).toBeGreaterThanOrEqual(290);
    expect(server.requests).toHaveLength(1);
  });

  it('an answer that stalls in its body', async () => {
    const { outcome, reason, status } = await post((socket) => socket.write(whole.slice(0, -5)), {
      connectTimeoutMs: 200,
      totalTimeoutMs: 300,
    });
    expect([outcome, reason.code, status]).toEqual(['unknown', 'answer-timeout', 201]);
  });

  it('a body without end is not read on', async () => {
    let written = 0;
    const flood = (socket: Socket) => {
      socket.write('HTTP/1.1 201 Created\r\nContent-Length: 52428800\r\n\r\n');
      const more = () => {
        while (!socket.destroyed && written < 52_428_800) {
          written += 65_536;
          if (!socket.write(Buffer.alloc(65_536, 0x61))) {
            socket.once('drain', more);
            return;
          }
        }
      };
      more();
    };
    const { outcome, reason, evidence } = await post(flood);
    expect([outcome, reason.code]).toEqual(['unknown', 'answer-unreadable']);
    expect(evidence.answer?.truncated).toBe(true);
    expect(evidence.answer?.text).toHaveLength(65_536);
    if (server.sockets.size > 0) await once(server.events, 'closed');
    expect(written).toBeLessThan(52_428_800);
  });
});
