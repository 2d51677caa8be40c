import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { CheckId, Finding } from '../../../electron/contract/doctor';
import { checkNetwork, type NetworkPorts } from '../../../electron/doctor/checks/network';
import { connectionTestOf } from '../../../electron/plivo/connection-test';
import { createTrust } from '../../../electron/plivo/trust';
import { closedPort } from '../../support/closed-port';
import { makeCertificates, type Certificates, type Identity } from '../plivo/certificates';
import { connectionWith, limits, readNodeAt } from '../plivo/connection-fixture';
import { answer, scriptedServer, type Script, type ScriptedServer } from '../plivo/scripted-server';
import { startProxy, type TestProxy } from '../plivo/test-proxy';

const node = '{"api_id":"1","node_id":"node","phlo_id":"phlo"}';
const dated = (aheadMs: number) => `Date: ${new Date(Date.now() - aheadMs).toUTCString()}`;
const works: Script = (socket) => answer(socket, '200 OK', node, [dated(0)]);

let certificates: Certificates;
const open: { close(): Promise<void> | void }[] = [];

beforeAll(() => {
  certificates = makeCertificates();
});
afterAll(() => certificates.remove());
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function serve(script: Script, identity: Identity | null): Promise<ScriptedServer> {
  const server = await scriptedServer(script, identity);
  open.push(server);
  return server;
}

async function proxyWith(status: number): Promise<TestProxy> {
  const proxy = await startProxy(status);
  open.push(proxy);
  return proxy;
}

interface Way {
  readonly proxy?: string | null;
  readonly caFile?: string | null;
  readonly connectTimeoutMs?: number;
  readonly resolveProxy?: NetworkPorts['resolveProxy'];
}

/** Checks the way to an address as Baton would go it; the findings by their checks. */
async function check(
  apiBaseUrl: string | null,
  { proxy = null, caFile = certificates.caFile, ...way }: Way = {},
): Promise<Map<CheckId, Finding>> {
  const resolveProxy =
    way.resolveProxy === undefined ? () => Promise.resolve(proxy) : way.resolveProxy;
  const connection = connectionWith({
    caFile: () => caFile,
    resolveProxy: resolveProxy ?? (() => Promise.resolve(null)),
  });
  open.push(connection);
  const network = { proxy: 'system', caFile, ...limits, ...way };
  const found = new Map<CheckId, Finding>();
  const turn = {
    signal: new AbortController().signal,
    asks: () => undefined,
    found: (id: CheckId, finding: Finding) => {
      if (!found.has(id)) found.set(id, finding);
    },
  };
  await checkNetwork(turn, {
    apiBaseUrl,
    network,
    resolveProxy,
    trust: createTrust(),
    now: Date.now,
    readNode: async () => {
      const evidence = await connection.send(readNodeAt(apiBaseUrl ?? ''), network);
      const test = { ...connectionTestOf(evidence, Date.now()), lineName: 'Support line', at: 0 };
      return { test, date: evidence.answer?.date ?? null };
    },
  });
  return found;
}

const codes = (found: ReadonlyMap<CheckId, Finding>) =>
  Object.fromEntries([...found].map(([id, { code }]) => [id, code]));

describe('the way to Plivo', () => {
  it('that works is good at every step, and asks the node by one GET alone', async () => {
    const server = await serve(works, certificates.localhost);
    const found = await check(`https://localhost:${server.port}`);
    expect(codes(found)).toEqual({
      proxy: 'proxy-none',
      dns: 'dns-found',
      tls: 'tls-good',
      clock: 'clock-right',
      plivo: 'plivo-works',
    });
    expect(found.get('tls')?.facts).toMatchObject({
      host: `localhost:${server.port}`,
      caFile: certificates.caFile,
      subject: 'localhost',
      issuer: 'Baton test authority',
    });
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatch(/^GET /);
  });

  it('on this computer in plain text needs neither proxy nor certificate', async () => {
    const server = await serve(works, null);
    const resolveProxy = () => Promise.reject(new Error('nobody may ask'));
    const found = await check(`http://127.0.0.1:${server.port}`, { resolveProxy });
    expect(codes(found)).toEqual({
      proxy: 'proxy-none',
      dns: 'dns-number',
      tls: 'tls-plain',
      clock: 'clock-right',
      plivo: 'plivo-works',
    });
  });

  it('of the practice line is not gone', async () => {
    const found = await check(null);
    expect(new Set([...found.values()].map(({ code }) => code))).toEqual(
      new Set(['skipped-practice']),
    );
    expect(found.size).toBe(5);
  });

  it('ends at a name that nobody knows', async () => {
    const found = await check('https://phlorunner.plivo.invalid');
    expect(codes(found)).toEqual({
      proxy: 'proxy-none',
      dns: 'dns-not-found',
      tls: 'skipped-earlier',
      clock: 'skipped-earlier',
      plivo: 'skipped-earlier',
    });
    expect(found.get('dns')?.facts.host).toBe('phlorunner.plivo.invalid');
  });

  it('ends where nobody listens', async () => {
    const found = await check(`https://localhost:${await closedPort()}`);
    expect(codes(found)).toMatchObject({ dns: 'dns-found', tls: 'skipped-earlier' });
    expect(found.get('plivo')).toMatchObject({
      code: 'plivo-unreachable',
      facts: { cause: 'ECONNREFUSED' },
    });
  });

  it.each([
    ['expired', 'tls-dates', 'Baton test authority'],
    ['notYetValid', 'tls-dates', 'Baton test authority'],
    ['otherName', 'tls-name', 'Baton test authority'],
    ['strangerChain', 'tls-untrusted', 'Nobody knows this authority'],
    ['selfSigned', 'tls-untrusted', 'localhost'],
    ['wrongUsage', 'tls-untrusted', 'Baton test authority'],
  ] as const)(
    'ends at a certificate that is %s, and says who issued it',
    async (name, code, issuer) => {
      const identity = certificates[name];
      const server = await serve(works, identity);
      const found = await check(`https://localhost:${server.port}`);
      expect(codes(found)).toEqual({
        proxy: 'proxy-none',
        dns: 'dns-found',
        tls: code,
        clock: 'skipped-earlier',
        plivo: 'skipped-earlier',
      });
      expect(found.get('tls')?.facts).toMatchObject({ issuer });
      expect(found.get('tls')?.facts.validUntil).toEqual(expect.any(Number));
      expect(server.requests).toEqual([]);
    },
  );

  it('does not trust the authority of a proxy that inspects, until its file is named', async () => {
    const server = await serve(works, certificates.localhost);
    const url = `https://localhost:${server.port}`;
    expect((await check(url, { caFile: null })).get('tls')?.code).toBe('tls-untrusted');
    expect((await check(url)).get('tls')?.code).toBe('tls-good');
  });

  it('is not gone with a CA file that cannot be used', async () => {
    const missing = join(certificates.folder, 'missing.pem');
    const server = await serve(works, certificates.localhost);
    const found = await check(`https://localhost:${server.port}`, { caFile: missing });
    expect(codes(found)).toEqual({
      proxy: 'skipped-earlier',
      dns: 'skipped-earlier',
      tls: 'tls-ca-file',
      clock: 'skipped-earlier',
      plivo: 'skipped-earlier',
    });
    expect(found.get('tls')?.facts).toEqual({ caFile: missing, cause: 'ENOENT' });
    expect(readFileSync(certificates.caFile, 'utf8')).toContain('BEGIN CERTIFICATE');
  });

  it('goes through a proxy, which looks up the name, and tells nobody its password', async () => {
    const server = await serve(works, certificates.localhost);
    const proxy = await proxyWith(200);
    const found = await check(`https://localhost:${server.port}`, {
      proxy: `http://agent:fake-proxy-password@127.0.0.1:${proxy.port}`,
    });
    expect(codes(found)).toEqual({
      proxy: 'proxy-used',
      dns: 'dns-by-proxy',
      tls: 'tls-good',
      clock: 'clock-right',
      plivo: 'plivo-works',
    });
    expect(found.get('proxy')?.facts).toEqual({ proxy: `http://127.0.0.1:${proxy.port}` });
    expect(JSON.stringify([...found])).not.toContain('fake-proxy-password');
  });

  it.each([403, 407])('ends at a proxy that answers %i', async (status) => {
    const proxy = await proxyWith(status);
    const found = await check('https://phlorunner.plivo.invalid', {
      proxy: `http://127.0.0.1:${proxy.port}`,
    });
    expect(found.get('proxy')).toEqual({
      code: 'proxy-refused',
      facts: { proxy: `http://127.0.0.1:${proxy.port}`, status },
    });
    expect(codes(found)).toMatchObject({ dns: 'skipped-earlier', plivo: 'skipped-earlier' });
  });

  it('ends at a proxy that is not there, and where the system does not know it', async () => {
    const proxy = `http://127.0.0.1:${await closedPort()}`;
    const gone = await check('https://phlorunner.plivo.invalid', { proxy });
    expect(gone.get('proxy')).toEqual({
      code: 'proxy-unreachable',
      facts: { proxy, cause: 'ECONNREFUSED' },
    });
    const resolveProxy = () => Promise.reject(new Error('no answer'));
    const unknown = await check('https://phlorunner.plivo.invalid', { resolveProxy });
    expect(unknown.get('proxy')?.code).toBe('proxy-unresolved');
    expect(unknown.get('plivo')?.code).toBe('skipped-earlier');
  });

  it('is gone without a proxy where only a desktop knows it, and says so', async () => {
    const server = await serve(works, certificates.localhost);
    const found = await check(`https://localhost:${server.port}`, { resolveProxy: null });
    expect(codes(found)).toMatchObject({ proxy: 'proxy-desktop', plivo: 'plivo-works' });
  });

  it('is given up when the time to connect is over', async () => {
    // It takes the connection and never begins to speak TLS.
    const silent = await serve(() => undefined, null);
    const found = await check(`https://localhost:${silent.port}`, { connectTimeoutMs: 200 });
    expect(found.get('tls')).toMatchObject({
      code: 'tls-failed',
      facts: { cause: 'CONNECT_TIMEOUT' },
    });
  });

  it.each([
    ['401 Unauthorized', 'plivo-sign-in'],
    ['403 Forbidden', 'plivo-disabled'],
    ['404 Not Found', 'plivo-line'],
    ['429 Too Many Requests', 'plivo-busy'],
    ['503 Service Unavailable', 'plivo-unclear'],
  ])('is told apart by the answer %s', async (status, code) => {
    const server = await serve(
      (socket) => answer(socket, status, '{"error":"no"}', [dated(0)]),
      certificates.localhost,
    );
    const found = await check(`https://localhost:${server.port}`);
    expect(codes(found)).toMatchObject({ tls: 'tls-good', clock: 'clock-right', plivo: code });
  });

  it('shows how far the clock is from the server’s', async () => {
    const hourAhead = await serve(
      (socket) => answer(socket, '200 OK', node, [dated(3_600_000)]),
      certificates.localhost,
    );
    const clock = (await check(`https://localhost:${hourAhead.port}`)).get('clock');
    expect(clock?.code).toBe('clock-off');
    expect(Number(clock?.facts.skew)).toBeGreaterThanOrEqual(3600);
    expect(Number(clock?.facts.skew)).toBeLessThan(3640);

    const undated = await serve((socket) => answer(socket, '200 OK', node), certificates.localhost);
    const found = await check(`https://localhost:${undated.port}`);
    expect(codes(found)).toMatchObject({ clock: 'clock-unknown', plivo: 'plivo-works' });
  });
});
