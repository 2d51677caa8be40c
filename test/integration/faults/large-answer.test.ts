import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { expect, it } from 'vitest';

import { outcomeOf } from '../../../electron/plivo/outcome';
import { startFaultOrigin } from '../../support/fault-origin';
import { connectionWith, limits, transferTo } from '../plivo/connection-fixture';

const mebibyte = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

/** Bytes that the program holds, after what it no longer holds was collected. */
function bytesHeld(): number {
  if (typeof collectGarbage === 'function') collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

it('an answer of 50 MiB is read to its bound only, and held no longer than that', async () => {
  const head = `HTTP/1.1 201 Created\r\nContent-Length: ${50 * mebibyte}\r\n\r\n`;
  // The same bytes again and again: what the server holds of them stays small.
  const bytes = Buffer.concat([Buffer.from(head), Buffer.alloc(64 * 1024, 'x')]);
  const origin = await startFaultOrigin({ bytes, pace: 'endless' }, null);
  const connection = connectionWith();
  const before = bytesHeld();
  const closed = once(origin.events, 'closed');
  const evidence = await connection.send(transferTo(`http://127.0.0.1:${origin.port}`), limits);
  await closed;
  expect(outcomeOf(evidence, Date.now())).toMatchObject({
    outcome: 'unknown',
    reason: { code: 'answer-unreadable', cause: 'ANSWER_TOO_LONG' },
    status: 201,
  });
  expect(evidence.answer?.text).toHaveLength(64 * 1024);
  // What the kernel's buffers of both sides take is on its way before anybody can stop it.
  expect(origin.written()).toBeLessThan(20 * mebibyte);
  expect(bytesHeld() - before).toBeLessThan(5 * mebibyte);
  expect(origin.posts()).toBe(1);
  connection.close();
  await origin.close();
});
