import { createConnection } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { practiceCallSchema } from '../../../electron/contract/popup';
import { reasonShapes } from '../../../electron/practice/answers';
import { defaultScenarioSettings, type Scenario } from '../../../electron/practice/scenarios';
import { avery, bo, casey, practiceLine, somebody, untilLeg, type PracticeClient } from './client';

let client: PracticeClient;
beforeAll(async () => {
  client = await practiceLine();
});
beforeEach(() => {
  client.line.restartCall();
  client.line.setScenario('accepted', defaultScenarioSettings);
  client.exchanges.length = 0;
});
afterAll(() => client.line.close());

const unmoved = { '+14155550142': 'live', '+14155550100': 'live' };
const transferred = { '+14155550142': 'live', '+14155550100': 'left' };
const hungUp = /ECONNRESET|socket hang up/;

describe('a scenario that refuses', () => {
  it.each<[Scenario, number, RegExp]>([
    ['400', 400, /json/],
    ['401-json', 401, /json/],
    ['401-text', 401, /text\/plain/],
    ['403', 403, /json/],
    ['404', 404, /json/],
    ['429', 429, /json/],
    ['429-retry-after', 429, /json/],
    ['500', 500, /json/],
    ['502', 502, /text\/html/],
    ['503', 503, /text\/plain/],
  ])('%s answers %i and leaves the call alone', async (scenario, status, type) => {
    client.line.setScenario(scenario);
    const reply = await client.transfer(avery);
    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toMatch(type);
    expect(reply.body).not.toBe('');
    expect(reply.headers['retry-after']).toBe(scenario === '429-retry-after' ? '5' : undefined);
    expect(client.legs()).toEqual(unmoved);
  });

  it('with a 2xx carries an error and an api_id, and leaves the call alone', async () => {
    client.line.setScenario('error-in-2xx');
    const reply = await client.transfer(avery);
    expect(reply.status).toBe(201);
    const answer: unknown = JSON.parse(reply.body);
    expect(answer).toEqual({ api_id: expect.any(String), error: expect.stringMatching(/\w/) });
    expect(client.legs()).toEqual(unmoved);
  });

  it('also refuses the actions of members', async () => {
    client.line.setScenario('403');
    const reply = await client.memberAction(client.line.triggerSource, 'hold');
    expect(reply.status).toBe(403);
    expect(client.legs()).toEqual(unmoved);
  });
});

describe('a reason', () => {
  const said = 'PHLO is not enabled for this account.';
  it.each([
    ['error', { error: said }],
    ['error-message', { error: { message: said } }],
    ['error-error', { error: { error: said } }],
    ['message', { message: said }],
    ['data-error', { data: { error: said } }],
    ['data-message', { data: { message: said } }],
    ['errors', { errors: [said] }],
  ] as const)('can stand in JSON as %s', async (reasonShape, body) => {
    client.line.setScenario('403', { reasonShape });
    const reply = await client.transfer(avery);
    const answer: unknown = JSON.parse(reply.body);
    expect(answer).toEqual({ api_id: expect.any(String), ...body });
  });

  it('can stand in text, in HTML, or nowhere', async () => {
    client.line.setScenario('403', { reasonShape: 'text' });
    expect((await client.transfer(avery)).body).toBe(said);
    client.line.setScenario('403', { reasonShape: 'html' });
    expect((await client.transfer(avery)).body).toContain(`<h1>${said}</h1>`);
    client.line.setScenario('403', { reasonShape: 'none' });
    expect(await client.transfer(avery)).toMatchObject({ status: 403, body: '' });
  });

  it.each(reasonShapes)('of a 2xx stands in error even where %s was asked for', async (shape) => {
    client.line.setScenario('error-in-2xx', { reasonShape: shape });
    const answer: unknown = JSON.parse((await client.transfer(avery)).body);
    expect(answer).toHaveProperty('error', expect.anything());
    expect(answer).not.toHaveProperty('error', '');
  });
});

describe('an answer that does not come', () => {
  it('is late when slow, and the call has moved before', async () => {
    client.line.setScenario('slow', { slowMs: 200 });
    const asked = process.hrtime.bigint();
    const reply = client.transfer(avery);
    await untilLeg(client.line, '+14155550100', 'left');
    expect(client.exchanges).toEqual([]);
    expect((await reply).status).toBe(201);
    expect(Number(process.hrtime.bigint() - asked) / 1e6).toBeGreaterThanOrEqual(195);
  });

  it('is not sent to a client that has left', async () => {
    client.line.setScenario('slow', { slowMs: 60_000 });
    const { port } = new URL(client.line.url);
    const socket = createConnection({ host: '127.0.0.1', port: Number(port) });
    const body = JSON.stringify({
      action: 'cold_transfer',
      to: avery,
      trigger_source: '+14155550100',
    });
    const credentials = Buffer.from(client.auth).toString('base64');
    socket.write(
      `POST ${new URL(client.nodeUrl).pathname} HTTP/1.1\r\nHost: x\r\n` +
        `Authorization: Basic ${credentials}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    await untilLeg(client.line, '+14155550100', 'left');
    socket.destroy();
    expect((await client.firstExchange()).answer).toEqual({ abandoned: true });
  });

  it('never comes, with the connection left open, and the call has not moved', async () => {
    const own = await practiceLine({ scenario: 'never' });
    let ended = false;
    const reply = own.transfer(avery).finally(() => (ended = true));
    const failed = expect(reply).rejects.toThrow(hungUp);
    expect(await own.firstExchange()).toMatchObject({
      request: { method: 'POST' },
      answer: { never: true },
    });
    // The line still answers others meanwhile.
    own.line.setScenario('403');
    expect((await own.transfer(avery)).status).toBe(403);
    expect(ended).toBe(false);
    expect(own.legs()).toEqual(unmoved);
    await own.line.close();
    await failed;
  });

  it('is dropped after the whole body was read, with not one byte sent', async () => {
    client.line.setScenario('drop');
    const body = JSON.stringify({
      action: 'cold_transfer',
      to: avery,
      role: 'agent',
      trigger_source: '+14155550100',
    });
    const { port } = new URL(client.line.url);
    const socket = createConnection({ host: '127.0.0.1', port: Number(port) });
    let received = 0;
    socket.on('data', (chunk) => (received += chunk.length));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const credentials = Buffer.from(client.auth).toString('base64');
    const head =
      `POST ${new URL(client.nodeUrl).pathname} HTTP/1.1\r\nHost: x\r\n` +
      `Authorization: Basic ${credentials}\r\nContent-Length: ${body.length}\r\n\r\n`;
    await new Promise((resolve) => socket.write(head + body.slice(0, 20), resolve));
    // Other requests are served meanwhile, so the half body has been seen, and not been acted on.
    await expect(client.transfer(avery)).rejects.toThrow(hungUp);
    expect(client.exchanges).toHaveLength(1);
    expect(socket.destroyed).toBe(false);
    socket.write(body.slice(20));
    await closed;
    expect(received).toBe(0);
    expect(client.exchanges[1]).toMatchObject({ request: { body }, answer: { dropped: true } });
    expect(client.legs()).toEqual(unmoved);
  });

  it.each<Scenario>(['500', '502', '503'])(
    'after %s moves the call if asked to',
    async (scenario) => {
      client.line.setScenario(scenario, { lostMovesCall: true });
      expect((await client.transfer(avery)).status).toBe(Number(scenario));
      expect(client.legs()).toMatchObject(transferred);
    },
  );

  it('for a dropped connection moves the call if asked to', async () => {
    client.line.setScenario('drop', { lostMovesCall: true });
    await expect(client.transfer(avery)).rejects.toThrow(hungUp);
    expect(client.legs()).toMatchObject(transferred);
  });
});

describe('a practice destination', () => {
  it('Avery Stone rings and picks up', async () => {
    const reply = await client.transfer(avery);
    expect(reply.status).toBe(201);
    await untilLeg(client.line, avery, 'live');
    expect(client.legs()).toEqual({ ...transferred, [avery]: 'live' });
    expect(client.line.call().members.at(-1)).toMatchObject({
      part: 'colleague',
      name: 'Avery Stone',
    });
  });

  it('Bo Nilsen is refused, and the agent stays', async () => {
    const reply = await client.transfer(bo);
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.body)).toMatchObject({ error: expect.stringContaining('to') });
    expect(client.legs()).toEqual(unmoved);
  });

  it('Casey Vance times out, and the agent stays', async () => {
    const own = await practiceLine();
    const failed = expect(own.transfer(casey)).rejects.toThrow(hungUp);
    expect((await own.firstExchange()).answer).toEqual({ never: true });
    expect(own.legs()).toEqual(unmoved);
    await own.line.close();
    await failed;
  });

  it('that is nobody in particular picks up', async () => {
    expect((await client.transfer(somebody)).status).toBe(201);
    await untilLeg(client.line, somebody, 'live');
  });
});

describe('the call', () => {
  it('is of the form that the popup takes, with numbers written by the given formatter', async () => {
    const own = await practiceLine({ formatAddress: (address) => `<${address}>`, clock: () => 7 });
    await own.line.close();
    expect(practiceCallSchema.parse(own.line.call())).toEqual({
      members: [
        {
          part: 'caller',
          address: '+14155550142',
          display: '<+14155550142>',
          name: null,
          state: 'live',
          since: 7,
        },
        {
          part: 'agent',
          address: '+14155550100',
          display: '<+14155550100>',
          name: null,
          state: 'live',
          since: 7,
        },
      ],
    });
    expect(client.line.call().members[0]?.display).toBe('+14155550142');
  });

  it('tells its listeners of every change, until they stop listening', async () => {
    const seen: (string | undefined)[] = [];
    const stop = client.line.onCallChanged((call) => seen.push(call.members.at(-1)?.state));
    await client.transfer(avery);
    await untilLeg(client.line, avery, 'live');
    stop();
    client.line.restartCall();
    expect(seen).toEqual(['ringing', 'live']);
    expect(client.legs()).toEqual(unmoved);
  });
});
