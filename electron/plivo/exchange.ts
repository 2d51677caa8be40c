import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

import { withoutSecrets } from './echoed-secrets';
import { errorCode } from './error-code';
import { failureCodes, type Answer, type Notebook } from './evidence';
import { isDead, type ReadyAgent } from './ready-agent';
import type { PlivoRequest } from './request';

/** Bytes of an answer's body that are read; every answer of the API is far below. */
export const maxBodyBytes = 64 * 1024;

/** What ends an exchange from outside. */
export type Stop = (code: string) => void;

function bodyText(parts: readonly Buffer[], encoding: string | undefined): string | null {
  const coding = encoding?.trim().toLowerCase() ?? '';
  if (coding !== '' && coding !== 'identity') return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    return null;
  }
}

function readAnswer(
  answer: IncomingMessage,
  parts: readonly Buffer[],
  truncated: boolean,
  message: PlivoRequest,
): Answer {
  const text = bodyText(parts, answer.headers['content-encoding']);
  return {
    status: answer.statusCode ?? 0,
    retryAfter: answer.headers['retry-after'] ?? null,
    contentType: answer.headers['content-type'] ?? null,
    date: answer.headers.date ?? null,
    text: text === null ? null : withoutSecrets(text, message.headers['Authorization'] ?? ''),
    truncated,
  };
}

/**
 * Sends one request over a ready socket, once, and writes down what happens. The notebook gets
 * `handed` when Node gives the request its socket, which is before the first byte is written.
 * Redirects are not followed, nothing is sent again, and what is not a complete answer is left
 * as a failure of stage `exchange`.
 * @param socket The socket to use, or null for the one that the agent has kept.
 * @param onStop Receives the function that ends the exchange from outside.
 */
export function exchange(
  agent: ReadyAgent,
  socket: Socket | null,
  message: PlivoRequest,
  notebook: Notebook,
  onStop: (stop: Stop) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const { hostname, port, host } = new URL(message.origin);
    if (socket) agent.offer(socket);
    const request = httpRequest({
      agent,
      method: message.method,
      host: hostname,
      port,
      path: message.path,
      headers: { Host: host, ...message.headers },
      insecureHTTPParser: false,
    });

    let settled = false;
    let read: () => Answer | null = () => null;
    let isWhole = () => false;
    const settle = () => {
      if (settled) return false;
      settled = true;
      notebook.answer = read();
      resolve();
      return true;
    };
    const fail = (code: string, stage: 'hand' | 'exchange' = 'exchange') => {
      if (!settle()) return;
      notebook.failure = { stage, code, proxyStatus: null };
      request.destroy();
    };
    /** What breaks behind a whole answer, in the same packet or a later one, is not part of it. */
    const failUnlessWhole = (code: string) => {
      if (!isWhole()) fail(code);
    };

    request.once('socket', (used) => {
      if (isDead(used)) {
        // Nothing was written: Node writes only after this event, and not to a destroyed socket.
        fail(failureCodes.cut, 'hand');
        return;
      }
      notebook.steps.handed = notebook.sinceStart();
      used.once('data', () => {
        notebook.steps.firstByte ??= notebook.sinceStart();
      });
    });
    request.on('error', (error) => failUnlessWhole(errorCode(error)));
    request.once('close', () => failUnlessWhole(failureCodes.cut));
    request.once('upgrade', (answer, upgraded) => {
      read = () => readAnswer(answer, [], false, message);
      upgraded.destroy();
      fail(failureCodes.upgraded);
    });
    request.once('response', (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      let truncated = false;
      read = () => readAnswer(answer, parts, truncated, message);
      isWhole = () => answer.complete;
      answer.on('data', (part: Buffer) => {
        const room = maxBodyBytes - size;
        parts.push(part.subarray(0, room));
        size += part.length;
        truncated = size > maxBodyBytes;
        if (truncated) fail(failureCodes.tooLong);
      });
      answer.on('error', (error) => fail(errorCode(error)));
      answer.once('close', () => fail(failureCodes.cut));
      answer.once('end', () => {
        if (!answer.complete) return fail(failureCodes.cut);
        if (settle()) notebook.steps.complete = notebook.sinceStart();
      });
    });
    onStop(fail);
    request.end(message.body ?? undefined);
  });
}
