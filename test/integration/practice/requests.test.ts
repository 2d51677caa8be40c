import { networkInterfaces } from 'node:os';
import { createConnection } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { maxBodyBytes } from '../../../electron/practice/body-reader';
import { startPracticeLine } from '../../../electron/practice/server';
import { avery, practiceLine, send, somebody, type PracticeClient } from './client';

let client: PracticeClient;
beforeAll(async () => {
  // Nobody picks up here, so that "ringing" stays to be seen.
  client = await practiceLine({ ringMs: 600_000 });
});
beforeEach(() => {
  client.line.restartCall();
  client.exchanges.length = 0;
});
afterAll(() => client.line.close());

const transferBody = (changes: object = {}): string =>
  JSON.stringify({
    action: 'cold_transfer',
    to: avery,
    role: 'agent',
    trigger_source: client.line.triggerSource,
    ...changes,
  });

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('the transfer request', () => {
  it('is answered as Plivo answers it', async () => {
    const reply = await send(client.nodeUrl, { method: 'POST', auth: client.auth }, transferBody());
    expect(reply.status).toBe(201);
    expect(reply.headers['content-type']).toBe('application/json');
    const answer: unknown = JSON.parse(reply.body);
    expect(answer).toEqual({ api_id: expect.stringMatching(uuid), error: '' });
  });

  it('is taken with a trailing slash', async () => {
    const reply = await client.post(`${client.nodeUrl}/`, JSON.parse(transferBody()));
    expect(reply.status).toBe(201);
    expect(client.legs()).toMatchObject({ [avery]: 'ringing' });
  });

  it.each([
    [{ 'Content-Type': 'application/json' }],
    [{ 'Content-Type': 'application/json; charset=utf-8' }],
    [{ 'Content-Type': 'application/x-www-form-urlencoded' }],
    [{ 'Content-Type': 'text/nonsense' }],
    [{}],
  ])('is taken with the headers %o', async (headers) => {
    const reply = await send(
      client.nodeUrl,
      { method: 'POST', auth: client.auth, headers },
      transferBody(),
    );
    expect(reply.status).toBe(201);
  });

  it('has the role agent by default, and takes numbers without their plus', async () => {
    const fields = { to: '14155550101', role: undefined, trigger_source: '14155550100' };
    const reply = await send(
      client.nodeUrl,
      { method: 'POST', auth: client.auth },
      transferBody(fields),
    );
    expect(reply.status).toBe(201);
    expect(client.legs()).toMatchObject({ '+14155550100': 'left', [avery]: 'ringing' });
  });

  it('takes a SIP address', async () => {
    const reply = await client.transfer('sip:ann123456789012@phone.plivo.com');
    expect(reply.status).toBe(201);
  });

  it.each([
    [{ action: undefined }, 'action is a mandatory param.'],
    [{ to: undefined }, 'to is a mandatory param.'],
    [{ to: '' }, 'to is a mandatory param.'],
    [{ trigger_source: null }, 'trigger_source is a mandatory param.'],
    [{ to: 14155550101 }, 'Invalid value provided for to. to expects a/an string.'],
    [
      { to: 'not a number!!' },
      'Invalid value provided for to. to expects a/an phone number or SIP address.',
    ],
    [
      { to: `${avery}<${somebody}` },
      'Invalid value provided for to. to expects a/an phone number or SIP address.',
    ],
    [
      { role: 'boss' },
      'Invalid value provided for role. role expects a/an value of agent, customer.',
    ],
    [
      { action: 'explode' },
      'Invalid value provided for action. action expects a/an value of cold_transfer, warm_transfer, call.',
    ],
  ])('with %o is a 400 that says why, and moves nothing', async (changes, reason) => {
    const reply = await send(
      client.nodeUrl,
      { method: 'POST', auth: client.auth },
      transferBody(changes),
    );
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.body)).toMatchObject({ error: reason });
    expect(client.legs()).toMatchObject({ [client.line.triggerSource]: 'live' });
  });

  it.each(['', '{"action":', 'action=cold_transfer&to=1', '[]', '"text"', 'null'])(
    'with the body %j is a 400',
    async (body) => {
      const reply = await send(client.nodeUrl, { method: 'POST', auth: client.auth }, body);
      expect(reply.status).toBe(400);
    },
  );

  it('that is too large is a 413, and the largest one is read', async () => {
    const padded = (bytes: number): string => transferBody().padEnd(bytes, ' ');
    const options = { method: 'POST', auth: client.auth };
    const tooLarge = await send(client.nodeUrl, options, padded(maxBodyBytes + 1));
    expect(tooLarge.status).toBe(413);
    expect(client.legs()).toMatchObject({ [client.line.triggerSource]: 'live' });
    const largest = await send(client.nodeUrl, options, padded(maxBodyBytes));
    expect(largest.status).toBe(201);
  });

  it('without end is cut off', async () => {
    const endless = send(
      client.nodeUrl,
      { method: 'POST', auth: client.auth },
      ' '.repeat(8 * 1024 * 1024),
    );
    await expect(endless).rejects.toThrow(/ECONNRESET|EPIPE|socket hang up/);
    expect(client.exchanges).toEqual([]);
  });
});

describe('the credentials', () => {
  it('have the form of Plivo, and differ with every run', async () => {
    const other = await practiceLine();
    await other.line.close();
    expect(client.line.authId).toMatch(/^MA[A-Z0-9]{18}$/);
    expect(client.line.authToken).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(client.line.phloId).toMatch(uuid);
    expect(client.line.nodeId).toMatch(uuid);
    for (const key of ['authId', 'authToken', 'phloId', 'nodeId'] as const) {
      expect(other.line[key]).not.toBe(client.line[key]);
    }
  });

  it.each([
    ['none', {}],
    ['a wrong token', { auth: 'MAFAKE0EXAMPLE0BATON:fake-token-for-tests-1' }],
    ['another scheme', { headers: { Authorization: 'Bearer fake-token-for-tests-1' } }],
    ['nonsense', { headers: { Authorization: 'Basic !!!' } }],
  ])('are refused: %s', async (_, options) => {
    for (const [method, url] of [
      ['POST', client.nodeUrl],
      ['GET', client.nodeUrl],
      ['GET', client.phloUrl],
      ['POST', `${client.nodeUrl}/members/${client.line.triggerSource}`],
    ] as const) {
      const reply = await send(
        url,
        { method, ...options },
        method === 'POST' ? transferBody() : '',
      );
      expect(reply.status).toBe(401);
      expect(reply.headers['www-authenticate']).toMatch(/^Basic /);
      expect(JSON.parse(reply.body)).toHaveProperty('error');
    }
    expect(client.legs()).toMatchObject({ [client.line.triggerSource]: 'live' });
  });

  it('are refused in plain text in the scenario for it', async () => {
    client.line.setScenario('401-text');
    const reply = await send(client.nodeUrl, { method: 'GET' });
    client.line.setScenario('accepted');
    expect(reply.status).toBe(401);
    expect(reply.headers['content-type']).toMatch(/^text\/plain/);
  });

  it('are masked in what is told of an exchange; the other headers are as sent', async () => {
    const headers = { 'User-Agent': 'Baton/0', 'X-ODD-Case': 'Yes' };
    await send(client.nodeUrl, { method: 'POST', auth: client.auth, headers }, transferBody());
    const [exchange] = client.exchanges;
    expect(exchange?.request).toMatchObject({
      method: 'POST',
      path: new URL(client.nodeUrl).pathname,
      httpVersion: '1.1',
      body: transferBody(),
      headers: { 'User-Agent': 'Baton/0', 'X-ODD-Case': 'Yes', Authorization: 'Basic ********' },
    });
    expect(exchange?.answer).toMatchObject({ status: 201 });
    const told = JSON.stringify(exchange);
    expect(told).not.toContain(client.line.authToken);
    expect(told).not.toContain(Buffer.from(client.auth).toString('base64'));
  });
});

describe('reading', () => {
  it.each(['', '/'])('the node gives its fields, with "%s" behind its URL', async (end) => {
    const reply = await send(`${client.nodeUrl}${end}`, { auth: client.auth });
    expect(reply.status).toBe(200);
    const answer: unknown = JSON.parse(reply.body);
    expect(answer).toEqual({
      api_id: expect.stringMatching(uuid),
      node_id: client.line.nodeId,
      phlo_id: client.line.phloId,
      name: expect.any(String),
      node_type: 'multi_party_call',
      created_on: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  it.each(['', '/'])('the PHLO gives its fields, with "%s" behind its URL', async (end) => {
    const reply = await send(`${client.phloUrl}${end}`, { auth: client.auth });
    expect(reply.status).toBe(200);
    const answer: unknown = JSON.parse(reply.body);
    expect(answer).toEqual({
      api_id: expect.stringMatching(uuid),
      phlo_id: client.line.phloId,
      name: expect.any(String),
      created_on: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  it('leaves the call alone, and no scenario changes it', async () => {
    client.line.setScenario('drop');
    const reply = await send(client.nodeUrl, { auth: client.auth });
    client.line.setScenario('accepted');
    expect(reply.status).toBe(200);
    expect(client.legs()).toMatchObject({ [client.line.triggerSource]: 'live' });
  });
});

describe('a request to nowhere', () => {
  it('is a 404 for an unknown path, a wrong PHLO and a wrong node', async () => {
    const { url, phloId } = client.line;
    for (const path of [
      '/',
      '/v1/phlo/wrong/multi_party_call/wrong',
      `/v1/phlo/${phloId}/multi_party_call/wrong`,
    ]) {
      const reply = await send(
        `${url}${path}`,
        { method: 'POST', auth: client.auth },
        transferBody(),
      );
      expect(reply.status).toBe(404);
    }
    expect(client.legs()).toMatchObject({ [client.line.triggerSource]: 'live' });
  });

  it('is a 405 for a wrong method, and names the right ones', async () => {
    const reply = await send(client.nodeUrl, { method: 'PUT', auth: client.auth }, '{}');
    expect(reply.status).toBe(405);
    expect(reply.headers.allow).toBe('GET, POST');
  });
});

describe('listening', () => {
  it('is on 127.0.0.1 and on no other address of this computer', async () => {
    const { hostname, port } = new URL(client.line.url);
    expect(hostname).toBe('127.0.0.1');
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => address.family === 'IPv4' && address.address !== '127.0.0.1')
      .map((address) => address.address);
    // 127.0.0.2 is loopback too where the system has it: a server on every address answers there.
    for (const host of [...others, '::1', ...(process.platform === 'linux' ? ['127.0.0.2'] : [])]) {
      const connected = await new Promise<boolean>((resolve) => {
        const socket = createConnection({ host, port: Number(port) });
        socket.on('connect', () => {
          socket.destroy();
          resolve(true);
        });
        socket.on('error', () => resolve(false));
      });
      expect(connected, host).toBe(false);
    }
  });

  it('on a taken port, or on no port at all, is an error and not an exception', async () => {
    const taken = await startPracticeLine({ port: Number(new URL(client.line.url).port) });
    expect(taken).toMatchObject({ ok: false, error: { code: 'port-taken' } });
    const none = await startPracticeLine({ port: 99_999 });
    expect(none).toMatchObject({ ok: false, error: { code: 'listen-failed' } });
  });

  it('ends with every connection: unused, kept alive and unanswered ones', async () => {
    const other = await practiceLine({ scenario: 'never' });
    const port = Number(new URL(other.line.url).port);
    const idle = createConnection({ host: '127.0.0.1', port });
    await new Promise((resolve) => idle.once('connect', resolve));
    const idleClosed = new Promise((resolve) => idle.once('close', resolve));
    idle.on('error', () => {});
    const unanswered = other.transfer(avery);
    const failed = expect(unanswered).rejects.toThrow(/ECONNRESET|socket hang up/);
    await other.firstExchange();
    const keptAlive = await send(other.nodeUrl, { auth: other.auth, agent: undefined });
    expect(keptAlive.status).toBe(200);
    await other.line.close();
    await Promise.all([idleClosed, failed]);
  });
});
