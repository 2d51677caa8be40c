import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Connection, ConnectionPorts, Limits } from '../../../electron/plivo/connection';
import { outcomeOf } from '../../../electron/plivo/outcome';
import { makeCertificates, type Certificates, type Identity } from './certificates';
import { connectionWith, limits, transferTo } from './connection-fixture';
import { startProxy, type TestProxy } from './test-proxy';
import { accept, scriptedServer, type ScriptedServer } from './scripted-server';

let certificates: Certificates;
beforeAll(() => {
  certificates = makeCertificates();
});
afterAll(() => certificates.remove());

const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close();
});

async function serve(identity: Identity | null): Promise<ScriptedServer> {
  const server = await scriptedServer(accept, identity);
  toClose.push(() => server.close());
  return server;
}

async function post(base: string, ports: Partial<ConnectionPorts> = {}, within: Limits = limits) {
  const connection: Connection = connectionWith({ caFile: () => certificates.caFile, ...ports });
  toClose.push(() => connection.close());
  const evidence = await connection.send(transferTo(base), within);
  const { outcome, reason } = outcomeOf(evidence, Date.now());
  return { evidence, outcome, code: reason.code, cause: reason.cause };
}

/** A port on which nothing listens any more. */
async function refusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Takes connections and never says a word. */
async function silentPort(): Promise<number> {
  const held: { destroy(): void }[] = [];
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    held.push(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  toClose.push(() => {
    for (const socket of held) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

describe('before the first byte could leave, nothing is sent', () => {
  it('when nobody listens', async () => {
    const port = await refusedPort();
    for (const scheme of ['http', 'https']) {
      expect(await post(`${scheme}://localhost:${port}`)).toMatchObject({
        outcome: 'not-sent',
        code: 'connection-refused',
        evidence: { steps: { connected: null, handed: null } },
      });
    }
  });

  it('when the name does not exist', async () => {
    const result = await post('https://no-such-host.invalid');
    expect(result).toMatchObject({ outcome: 'not-sent', code: 'dns' });
    expect(result.evidence.steps.resolved).toBeNull();
  });

  it('when the TLS handshake is never answered, after the connect limit', async () => {
    const port = await silentPort();
    const result = await post(
      `https://localhost:${port}`,
      {},
      { connectTimeoutMs: 200, totalTimeoutMs: 60_000 },
    );
    expect(result).toMatchObject({ outcome: 'not-sent', code: 'connect-timeout' });
    expect(result.evidence.steps.connected).not.toBeNull();
    expect(result.evidence.steps.secured).toBeNull();
    expect(result.evidence.tookMs).toBeGreaterThanOrEqual(190);
  });

  it('when the total limit comes before the connect limit', async () => {
    const port = await silentPort();
    const within = { connectTimeoutMs: 60_000, totalTimeoutMs: 200 };
    const result = await post(`https://localhost:${port}`, {}, within);
    expect(result).toMatchObject({ outcome: 'not-sent', code: 'connect-timeout' });
  });

  it('when the other side is no TLS server', async () => {
    const plain = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('HTTP/1.1 400 Bad Request\r\n\r\n');
    }).listen(0, '127.0.0.1');
    await once(plain, 'listening');
    toClose.push(() => plain.close());
    const address = plain.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const result = await post(`https://localhost:${address.port}`);
    expect(result).toMatchObject({ outcome: 'not-sent', code: 'tls' });
  });

  it('when the connection is cut in the handshake', async () => {
    const cut = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.destroy());
    }).listen(0, '127.0.0.1');
    await once(cut, 'listening');
    toClose.push(() => cut.close());
    const address = cut.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const result = await post(`https://localhost:${address.port}`);
    expect(result).toMatchObject({ outcome: 'not-sent', code: 'connection-lost' });
  });
});

describe('a certificate that does not prove the host', () => {
  it.each([
    ['expired', 'tls-expired', (all: Certificates) => all.expired],
    ['for another name', 'tls-name', (all: Certificates) => all.otherName],
    ['self-signed', 'tls-untrusted', (all: Certificates) => all.selfSigned],
  ] as const)('%s: nothing is sent', async (_, code, identity) => {
    const server = await serve(identity(certificates));
    const result = await post(`https://localhost:${server.port}`);
    expect(result).toMatchObject({ outcome: 'not-sent', code });
    expect(server.requests).toEqual([]);
  });

  it('of an unknown authority: nothing is sent, not even with the check switched off outside', async () => {
    const server = await serve(certificates.localhost);
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const result = await post(`https://localhost:${server.port}`, { caFile: () => null });
      expect(result).toMatchObject({ outcome: 'not-sent', code: 'tls-untrusted' });
      expect(server.requests).toEqual([]);
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
  });

  it('of an authority in the CA file is trusted, by name and by number', async () => {
    const server = await serve(certificates.localhost);
    expect((await post(`https://localhost:${server.port}`)).outcome).toBe('accepted');
    expect((await post(`https://127.0.0.1:${server.port}`)).outcome).toBe('accepted');
  });
});

describe('a CA file that cannot be used', () => {
  it.each([
    ['is missing', 'missing.pem', 'ENOENT'],
    ['holds no certificate', 'localhost.key', 'NO_CERTIFICATE'],
    ['is a folder', '.', 'EISDIR'],
  ])('%s: nothing is sent', async (_, name, cause) => {
    const server = await serve(certificates.localhost);
    const caFile = () => join(certificates.folder, name);
    const result = await post(`https://localhost:${server.port}`, { caFile });
    expect(result).toMatchObject({ outcome: 'not-sent', code: 'ca-file', cause });
    expect(server.connections()).toBe(0);
  });
});

describe('through a proxy', () => {
  const proxied = async (status: number, credentials = '') => {
    const proxy: TestProxy = await startProxy(status);
    toClose.push(() => proxy.close());
    const server = await serve(certificates.localhost);
    const url = `http://${credentials}127.0.0.1:${proxy.port}`;
    const asked: string[] = [];
    const resolveProxy = (target: string) => {
      asked.push(target);
      return Promise.resolve(url);
    };
    const result = await post(`https://localhost:${server.port}`, { resolveProxy });
    return { proxy, server, result, asked };
  };

  it('the request goes inside a tunnel, and the proxy sees nothing of it', async () => {
    const { proxy, server, result, asked } = await proxied(200);
    expect(result.outcome).toBe('accepted');
    expect(asked).toEqual([`https://localhost:${server.port}/`]);
    expect(server.requests).toHaveLength(1);
    expect(proxy.connects).toEqual([
      { authority: `localhost:${server.port}`, authorization: null },
    ]);
    expect(proxy.seen()).not.toContain('cold_transfer');
  });

  it('that is itself reached by TLS, its certificate is checked like any other', async () => {
    const server = await serve(certificates.localhost);
    const throughProxyOf = async (identity: Identity) => {
      const proxy = await startProxy(200, identity);
      toClose.push(() => proxy.close());
      const resolveProxy = () => Promise.resolve(`https://localhost:${proxy.port}`);
      return post(`https://localhost:${server.port}`, { resolveProxy });
    };
    expect((await throughProxyOf(certificates.localhost)).outcome).toBe('accepted');
    expect(await throughProxyOf(certificates.selfSigned)).toMatchObject({
      outcome: 'not-sent',
      code: 'proxy-unreachable',
      cause: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(server.requests).toHaveLength(1);
  });

  it("the user and password of the proxy's URL go to the proxy", async () => {
    const { proxy, result } = await proxied(200, 'user:p%40ss@');
    expect(result.outcome).toBe('accepted');
    const authorization = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
    expect(proxy.connects[0]?.authorization).toBe(authorization);
  });

  it.each([
    [407, 'proxy-auth'],
    [403, 'proxy-refused'],
    [502, 'proxy-refused'],
    [302, 'proxy-refused'],
  ])('its answer %i to CONNECT means that nothing was sent', async (status, code) => {
    const { server, result } = await proxied(status);
    expect(result).toMatchObject({ outcome: 'not-sent', code });
    expect(server.connections()).toBe(0);
  });

  it('one that is not there, or that cannot be found out, means that nothing was sent', async () => {
    const server = await serve(certificates.localhost);
    const base = `https://localhost:${server.port}`;
    const port = await refusedPort();
    const gone = () => Promise.resolve(`http://127.0.0.1:${port}`);
    const broken = () => Promise.reject(new Error('no PAC file'));
    for (const resolveProxy of [gone, broken]) {
      expect(await post(base, { resolveProxy })).toMatchObject({
        outcome: 'not-sent',
        code: 'proxy-unreachable',
      });
    }
    expect(server.connections()).toBe(0);
  });

  it('one that never answers CONNECT ends with the connect limit', async () => {
    const port = await silentPort();
    const resolveProxy = () => Promise.resolve(`http://127.0.0.1:${port}`);
    const within = { connectTimeoutMs: 200, totalTimeoutMs: 60_000 };
    const result = await post('https://localhost:1', { resolveProxy }, within);
    expect(result).toMatchObject({ outcome: 'not-sent', code: 'connect-timeout' });
  });

  it('is not asked for on a loopback line without TLS', async () => {
    const server = await serve(null);
    const resolveProxy = () => Promise.reject(new Error('was asked'));
    expect((await post(`http://127.0.0.1:${server.port}`, { resolveProxy })).outcome).toBe(
      'accepted',
    );
  });
});
