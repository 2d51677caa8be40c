import { subscribe } from 'node:diagnostics_channel';
import { readSync, writeSync } from 'node:fs';

import { ok } from '../../electron/contract/result';
import { createConnection } from '../../electron/plivo/connection';
import { outcomeOf } from '../../electron/plivo/outcome';
import { transferRequest } from '../../electron/plivo/request';
import { openJournal, type Journal } from '../../electron/transfer/journal';
import { createTransferService } from '../../electron/transfer/transfer-service';
import { addressOf, announcementText, type Announcement, type AttemptStep } from './steps';

/**
 * Makes attempts with the real journal, the real transfer service and the real connection until it
 * is killed. Each step is announced on standard output. Held, it goes on after each only when a
 * byte comes; free, only the open journal is waited with.
 */
const [file = '', url = '', life = '', pace = 'held'] = process.argv.slice(2);

const clock = {
  now: Date.now,
  monotonic: () => performance.now(),
  after: (ms: number, done: () => void) => {
    const timer = setTimeout(done, ms);
    return () => clearTimeout(timer);
  },
};
const limits = { connectTimeoutMs: 20_000, totalTimeoutMs: 30_000 };
const line = {
  apiBaseUrl: url,
  phloId: 'phlo',
  nodeId: 'node',
  triggerSource: '+14152223333',
  numberFormat: 'e164',
} as const;
const credentials = { authId: 'MAFAKE0EXAMPLE0BATON', authToken: 'fake-token-for-tests-crash' };

function announce(said: Announcement): void {
  writeSync(1, announcementText(said));
  if (pace === 'free' && said.step !== 'opened') return;
  const read = readSync(0, Buffer.alloc(1));
  if (read === 0) process.exit(0);
}

let current = '';
const at = (step: AttemptStep) => announce({ step, attemptId: current });

/** The journal, telling before and after each of its two writes. */
function announcing(journal: Journal): Journal {
  return {
    ...journal,
    begin: (intent) => {
      current = intent.id;
      at('before-intent');
      const begun = journal.begin(intent);
      if (!begun.ok) throw new Error(begun.error.cause);
      at('after-intent');
      return begun;
    },
    end: (id, ending, trace) => {
      at('before-outcome');
      const ended = journal.end(id, ending, trace);
      if (!ended.ok) throw new Error(ended.error.cause);
      at('after-outcome');
      return ended;
    },
  };
}

async function main(): Promise<void> {
  const opened = openJournal(file, { now: Date.now });
  if (!opened.ok) throw new Error(opened.error.cause);
  if (opened.value.setAside !== null) throw new Error('the journal was unreadable');
  // Node says so when the last byte of a request was given to its socket.
  subscribe('http.client.request.start', () => at('bytes-handed'));
  const connection = createConnection({
    caFile: () => null,
    resolveProxy: () => Promise.resolve(null),
    clock,
  });
  let ids = 0;
  const transfers = createTransferService<null>({
    journal: announcing(opened.value.journal),
    authorise: () => Promise.resolve(ok(null)),
    post: async (_, destination) => {
      at('before-post');
      const request = transferRequest(line, credentials, destination, '0.1.0');
      const evidence = await connection.send(request, limits);
      at('answer-received');
      return outcomeOf(evidence, Date.now());
    },
    clock,
    newId: () => `${life}-${(ids += 1)}`,
    changed: () => undefined,
    fault: (what, cause) => {
      throw new Error(`${what}: ${cause}`);
    },
  });
  announce({ step: 'opened' });
  for (;;) {
    const question = opened.value.journal.openQuestion('support');
    if (question.ok && question.value !== null) {
      transfers.answer(question.value.id, 'still-on-call');
    }
    const address = addressOf(`${life}-${ids + 1}`);
    const destination = { address, display: address, name: null, note: null, country: null };
    const started = await transfers.start({
      destination: { ...destination, role: null },
      role: 'agent',
      lineId: 'support',
      lineName: 'Support line',
      holdMs: 0,
    });
    await transfers.settled();
    if (!started.ok) throw new Error(started.error.code);
    transfers.dismiss(started.value.attemptId);
  }
}

void main();
