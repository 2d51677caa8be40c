import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { PracticeCall } from '../contract/popup';
import { err, ok, type Result } from '../contract/result';
import { serve } from './connection';
import { makeCredentials } from './credentials';
import { practiceAgent } from './destinations';
import type { Line } from './dispatch';
import type { Exchange } from './exchange';
import { holdLiveCall } from './live-call';
import { defaultScenarioSettings, type Scenario, type ScenarioSettings } from './scenarios';

export interface PracticeLineOptions {
  /** TCP port on 127.0.0.1; 0 or absent: any free one. */
  readonly port?: number;
  readonly scenario?: Scenario;
  readonly settings?: Partial<ScenarioSettings>;
  /** Epoch milliseconds; the system's clock where absent. */
  readonly clock?: () => number;
  /** Milliseconds for which somebody who was called rings; 2000 where absent. */
  readonly ringMs?: number;
  /** Writes an address as a person reads it; it stays as it is where absent. */
  readonly formatAddress?: (address: string) => string;
  /** Told of every request that was read whole, before its answer leaves. */
  readonly onExchange?: (exchange: Exchange) => void;
}

export interface PracticeLine {
  /** Base URL, without a slash at its end. */
  readonly url: string;
  readonly authId: string;
  readonly authToken: string;
  readonly phloId: string;
  readonly nodeId: string;
  readonly triggerSource: string;
  call(): PracticeCall;
  /** Returns the function that stops listening. */
  onCallChanged(listener: (call: PracticeCall) => void): () => void;
  restartCall(): void;
  /** Holds for the requests that come from now on; settings that are not given stay. */
  setScenario(scenario: Scenario, settings?: Partial<ScenarioSettings>): void;
  /** Ends every connection, the unanswered ones too. */
  close(): Promise<void>;
}

interface PracticeLineError {
  readonly code: 'port-taken' | 'listen-failed';
  readonly cause: string;
}

const loopback = '127.0.0.1';

/**
 * Starts a server that speaks Plivo's PHLO multi-party-call API, on loopback only, with ids and
 * credentials of its own that are good for this run (docs/behaviour.md, "Practice line").
 */
export async function startPracticeLine(
  options: PracticeLineOptions = {},
): Promise<Result<PracticeLine, PracticeLineError>> {
  const clock = options.clock ?? Date.now;
  const credentials = makeCredentials();
  const phloId = randomUUID();
  const nodeId = randomUUID();
  const liveCall = holdLiveCall({
    clock,
    ringMs: options.ringMs ?? 2000,
    formatAddress: options.formatAddress ?? ((address) => address),
  });
  let scenario = options.scenario ?? 'accepted';
  let settings = { ...defaultScenarioSettings, ...options.settings };
  const createdOn = new Date(clock()).toISOString();

  const server = createServer((request, response) => {
    const line = (): Line => ({
      credentials,
      phloId,
      nodeId,
      createdOn,
      apply: liveCall.apply,
      scenario,
      settings,
    });
    void serve(request, response, line, (exchange) => options.onExchange?.(exchange), clock);
  });
  // A client may open its connection long before it sends, and keep it long afterwards. Closing it
  // then would race with the request that comes at last, and lose it.
  server.headersTimeout = 0;
  server.requestTimeout = 0;
  server.keepAliveTimeout = 0;

  const listening = await listen(server, options.port ?? 0);
  if (!listening.ok) return listening;
  return ok({
    url: `http://${loopback}:${listening.value.port}`,
    ...credentials,
    phloId,
    nodeId,
    triggerSource: practiceAgent,
    call: liveCall.view,
    onCallChanged: liveCall.onChanged,
    restartCall: liveCall.restart,
    setScenario(next, changed) {
      scenario = next;
      settings = { ...settings, ...changed };
    },
    close() {
      liveCall.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  });
}

function listen(server: Server, port: number): Promise<Result<AddressInfo, PracticeLineError>> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      const code = error.code === 'EADDRINUSE' ? 'port-taken' : 'listen-failed';
      resolve(err({ code, cause: error.message }));
    };
    server.once('error', fail);
    try {
      server.listen({ host: loopback, port }, () => {
        server.off('error', fail);
        const address = server.address();
        resolve(
          address !== null && typeof address === 'object'
            ? ok(address)
            : err({ code: 'listen-failed', cause: 'no TCP address' }),
        );
      });
    } catch (error) {
      // `listen` throws for a port that is no port.
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
}
