import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { CountingServer } from './counting-server';
import type { Death } from './plan';
import { readAnnouncement, type AttemptStep } from './steps';

const nodeModules = fileURLToPath(new URL('../../node_modules', import.meta.url));

export interface LifeParts {
  readonly program: string;
  readonly file: string;
  readonly url: string;
  readonly server: CountingServer;
  /** Name of this life, from which the ids of its attempts are made. */
  readonly name: string;
  readonly death: Death;
  /** Called when the journal is open and before any attempt. */
  readonly opened: () => void;
}

/** What a life told before it was killed: the last step of each of its attempts, in their order. */
export interface Life {
  readonly reached: ReadonlyMap<string, AttemptStep>;
  /** Null, or how it ended otherwise than by our hand. */
  readonly complaint: string | null;
}

/** Starts the program and kills it, with SIGKILL, at the place that was planned. */
export async function live(parts: LifeParts): Promise<Life> {
  const { program, file, url, server, name, death, opened } = parts;
  const pace = death.kind === 'random' ? 'free' : 'held';
  const child = spawn(process.execPath, [program, file, url, name, pace], {
    env: { ...process.env, NODE_PATH: nodeModules },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close');

  const reached = new Map<string, AttemptStep>();
  let killed = false;
  let lines = 0;
  const kill = () => {
    killed = true;
    child.kill('SIGKILL');
  };
  const goOn = () => {
    if (!killed) child.stdin.write('.');
  };

  server.answer(death.kind === 'request-arrived' ? death.nth - 1 : Number.POSITIVE_INFINITY);
  let requests = 0;
  const stopListening = server.onRequest(() => {
    requests += 1;
    if (death.kind === 'request-arrived' && requests === death.nth) kill();
  });
  const alarm = death.kind === 'starting' ? setTimeout(kill, death.afterMs) : null;

  createInterface({ input: child.stdout }).on('line', (text) => {
    const said = readAnnouncement(text);
    lines += 1;
    if (said.step === 'opened') {
      opened();
      if (death.kind === 'opened') kill();
    } else {
      reached.set(said.attemptId, said.step);
      const isPlace = death.kind === 'step' && said.step === death.step;
      if (isPlace && reached.size === death.nth) kill();
    }
    if (death.kind === 'random' && lines === death.lines) setTimeout(kill, death.afterMs);
    // A life that is to end while it starts makes no attempts when it was too quick.
    if (death.kind !== 'starting') goOn();
  });

  await closed;
  if (alarm !== null) clearTimeout(alarm);
  stopListening();
  await server.quiet();
  return { reached, complaint: child.signalCode === 'SIGKILL' ? null : `ended: ${complaint}` };
}
