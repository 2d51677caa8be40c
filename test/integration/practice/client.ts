import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http';

import type { Exchange } from '../../../electron/practice/exchange';
import {
  startPracticeLine,
  type PracticeLine,
  type PracticeLineOptions,
} from '../../../electron/practice/server';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends one request over a socket of its own. Rejects where the connection ends without answer. */
export function send(url: string, options: RequestOptions, body = ''): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { agent: false, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A running practice line, the exchanges that it saw, and what a client of it can do. */
export async function practiceLine(options: PracticeLineOptions = {}) {
  const exchanges: Exchange[] = [];
  const reports = new EventTarget();
  const started = await startPracticeLine({
    ringMs: 1,
    onExchange: (exchange) => {
      exchanges.push(exchange);
      reports.dispatchEvent(new Event('exchange'));
    },
    ...options,
  });
  if (!started.ok) throw new Error(started.error.cause);
  const line: PracticeLine = started.value;
  const phloUrl = `${line.url}/v1/phlo/${line.phloId}`;
  const nodeUrl = `${phloUrl}/multi_party_call/${line.nodeId}`;
  const auth = `${line.authId}:${line.authToken}`;
  const post = (url: string, fields: object): Promise<Reply> =>
    send(
      url,
      { method: 'POST', auth, headers: { 'Content-Type': 'application/json' } },
      JSON.stringify(fields),
    );
  const nodeAction = (action: string, to: string, by = line.triggerSource): Promise<Reply> =>
    post(nodeUrl, { action, to, role: 'agent', trigger_source: by });
  return {
    line,
    exchanges,
    phloUrl,
    nodeUrl,
    auth,
    post,
    nodeAction,
    transfer: (to: string, by?: string) => nodeAction('cold_transfer', to, by),
    memberAction: (member: string, action: string) =>
      post(`${nodeUrl}/members/${member}`, { action }),
    /** Resolves with the first exchange that the line tells of. */
    async firstExchange(): Promise<Exchange> {
      for (;;) {
        const [exchange] = exchanges;
        if (exchange !== undefined) return exchange;
        await once(reports, 'exchange');
      }
    },
    /** State of every leg by address. */
    legs: (): Record<string, string> =>
      Object.fromEntries(line.call().members.map((member) => [member.address, member.state])),
  };
}

export type PracticeClient = Awaited<ReturnType<typeof practiceLine>>;

/** Resolves when the call has this leg in this state. */
export async function untilLeg(line: PracticeLine, address: string, state: string): Promise<void> {
  const reached = (): boolean =>
    line.call().members.some((member) => member.address === address && member.state === state);
  const changes = new EventTarget();
  const stop = line.onCallChanged(() => changes.dispatchEvent(new Event('change')));
  while (!reached()) await once(changes, 'change');
  stop();
}

export const avery = '+14155550101';
export const bo = '+14155550102';
export const casey = '+14155550103';
export const somebody = '+14152225555';
