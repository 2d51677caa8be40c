import { execFile } from 'node:child_process';

import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { AttemptTrace } from '../../../electron/contract/history';
import { transferRequest, type PlivoRequest } from '../../../electron/plivo/request';
import { curlCommand } from '../../../electron/transfer/handover-curl';
import {
  jsonAnswer,
  startRecordingServer,
  type RecordingServer,
} from '../../support/recording-server';
import { accepted, running, trace } from '../../unit/transfer/examples';
import { practiceLine, somebody, type PracticeClient } from '../practice/client';
import { JournalFolder, now, valueOf } from './journal-fixture';

const authId = 'MAFAKE0EXAMPLE0BATON';
const authToken = 'fake-token-for-tests-$`"\'';

interface Run {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command as somebody would who pasted it into a shell of their own. */
async function run(command: string, secrets: Record<string, string>): Promise<Run> {
  const env = { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', ...secrets };
  return await new Promise((done) => {
    execFile('/bin/sh', ['-c', command], { env }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : (error.code ?? 'signal'), stdout, stderr });
    });
  });
}

const withToken = { PLIVO_AUTH_ID: authId, PLIVO_AUTH_TOKEN: authToken };

/** The trace of a request as the journal gives it back. */
function storedTrace(request: PlivoRequest): AttemptTrace {
  const place = new JournalFolder();
  try {
    const { journal } = place.open();
    const { method, origin, path, headers, body } = request;
    valueOf(journal.begin(running()));
    const sent = { method, url: origin + path, headers, body };
    valueOf(journal.end('attempt-1', { ...accepted, endedAt: now }, { ...trace, request: sent }));
    const kept = valueOf(journal.detail('attempt-1'))?.trace ?? null;
    if (kept === null) throw new Error('No trace was kept');
    return kept;
  } finally {
    place.remove();
  }
}

describe('the curl command of an attempt, on the practice line', () => {
  let client: PracticeClient;
  beforeEach(async () => {
    client = await practiceLine();
  });
  afterEach(async () => {
    await client.line.close();
  });

  const requestTo = (to: string) => {
    const { url, phloId, nodeId, triggerSource } = client.line;
    const line = { apiBaseUrl: url, phloId, nodeId, triggerSource, numberFormat: 'e164' } as const;
    return transferRequest(line, client.line, { to, role: 'agent' }, '0.1.0');
  };

  it('sends the same request, and the line accepts it', async () => {
    const request = requestTo(somebody);
    const command = curlCommand(storedTrace(request));
    expect(command).not.toContain(client.line.authToken);
    const { authId: id, authToken: token } = client.line;
    const ran = await run(command, { PLIVO_AUTH_ID: id, PLIVO_AUTH_TOKEN: token });
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('api_id') });

    const [exchange] = client.exchanges;
    expect(exchange?.answer).toMatchObject({ status: 201 });
    const received = exchange?.request;
    expect(received).toMatchObject({ method: 'POST', path: request.path });
    expect(Buffer.from(received?.body ?? '')).toEqual(Buffer.from(request.body ?? ''));
    const { Authorization: _, ...headers } = request.headers;
    expect(received?.headers).toMatchObject(headers);
    expect(client.legs()[somebody]).toBeDefined();
  });

  it('sends nothing, and names what is missing, until the token is filled in', async () => {
    const command = curlCommand(storedTrace(requestTo(somebody)));
    const ran = await run(command, { PLIVO_AUTH_ID: authId });
    expect(ran.code).not.toBe(0);
    expect(ran.stderr).toContain('PLIVO_AUTH_TOKEN');
    expect((await run(command, { PLIVO_AUTH_TOKEN: authToken })).stderr).toContain('PLIVO_AUTH_ID');
    expect(client.exchanges).toEqual([]);
  });
});

describe('the curl command of an attempt', () => {
  let server: RecordingServer;
  beforeAll(async () => {
    server = await startRecordingServer();
  });
  afterAll(async () => {
    await server.close();
  });

  /** What arrives when the command of a request is run. */
  const arrival = async (request: AttemptTrace['request']) => {
    const before = server.requests.length;
    const ran = await run(curlCommand({ ...trace, request }), withToken);
    expect(ran.stderr).not.toMatch(/curl:|sh:/);
    expect(server.requests).toHaveLength(before + 1);
    const [head = '', ...body] = (server.requests.at(-1) ?? '').split('\r\n\r\n');
    return { head: head.split('\r\n'), body: body.join('\r\n\r\n') };
  };

  const sent = (body: string, path = '/v1/phlo/p/multi_party_call/n') => ({
    method: 'POST',
    url: server.url + path,
    headers: { 'Content-Type': 'application/json', 'X-Name': `O'Brien "$HOME" \`id\` \\ é` },
    body,
  });

  const nasty = [
    `it's "O'Brien" '' '\\''`,
    '$HOME $(id) `id` ${PATH} !! !$ %s \\n \\0 ~ * ? [a] {b,c} ; & | < > #',
    '@/etc/hostname',
    'line\nline\r\nline\n',
    'tab\tbell\u0007escape\u001b[31m delete\u007f \u0001\u0002\u001f',
    'é ñ 日本語 ‮ rtl 😀 \u2028',
    '\\',
    "'",
    '-d x --location',
  ];
  it.each(nasty)('brings %j over unchanged', async (body) => {
    const { head, body: received } = await arrival(sent(body));
    expect(Buffer.from(received)).toEqual(Buffer.from(body));
    expect(head).toContain(`X-Name: O'Brien "$HOME" \`id\` \\ é`);
    const basic = Buffer.from(`${authId}:${authToken}`).toString('base64');
    expect(head).toContain(`Authorization: Basic ${basic}`);
  });

  it('brings whatever bodies over unchanged that a line and an address can make', async () => {
    const shell = fc.constantFrom("'", '"', '\\', '$', '`', '!', '\n', '@', '%', '&', '\u0001');
    const text = fc.string({ unit: fc.oneof(shell, fc.string({ minLength: 1, maxLength: 1 })) });
    await fc.assert(
      fc.asyncProperty(text, text, async (to, triggerSource) => {
        const line = { phloId: 'p', nodeId: to, triggerSource, numberFormat: 'e164' } as const;
        const { origin, path, method, headers, body } = transferRequest(
          { ...line, apiBaseUrl: server.url },
          { authId, authToken },
          { to, role: 'agent' },
          '0.1.0',
        );
        const { head, body: received } = await arrival({
          method,
          url: origin + path,
          headers,
          body,
        });
        expect(head[0]).toBe(`POST ${path} HTTP/1.1`);
        expect(Buffer.from(received)).toEqual(Buffer.from(body ?? ''));
      }),
      { numRuns: 40 },
    );
  });

  it.each(['/a/../b', '/a/./b', '/x[1-3]/{a,b}', "/it's/%2F%20", '/a/%2e%2e/b'])(
    'goes to the address %s as it is',
    async (path) => {
      const { head } = await arrival(sent('{}', path));
      expect(head[0]).toBe(`POST ${path} HTTP/1.1`);
    },
  );

  it('does not follow a redirect', async () => {
    server.reply(jsonAnswer('307 Temporary Redirect', {}, [`Location: ${server.url}/elsewhere`]));
    const { head } = await arrival(sent('{}'));
    expect(head[0]).toMatch(/^POST \/v1\//);
  });
});
