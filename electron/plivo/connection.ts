import type { Socket } from 'node:net';

import type { Network } from '../contract/settings';
import { errorCode } from './error-code';
import { exchange, type Stop } from './exchange';
import { evidenceOf, failureCodes, openNotebook, type Evidence, type Notebook } from './evidence';
import { openSocket } from './opening';
import { createOpenedAhead } from './opened-ahead';
import { ReadyAgent } from './ready-agent';
import type { PlivoRequest } from './request';
import { createTrust } from './trust';

/** Milliseconds; both count from the call of `send`. The first covers DNS, TCP, proxy and TLS. */
export type Limits = Pick<Network, 'connectTimeoutMs' | 'totalTimeoutMs'>;

export interface ConnectionPorts {
  /** The CA file of the moment, or null; read at each opening. */
  readonly caFile: () => string | null;
  /** The proxy's URL for an address, or null for a direct way. */
  readonly resolveProxy: (url: string) => Promise<string | null>;
  readonly clock: {
    /** Epoch milliseconds. */
    readonly now: () => number;
    /** Milliseconds that never run backwards. */
    readonly monotonic: () => number;
  };
  /** How long a kept and an opened-ahead socket may idle, in milliseconds. */
  readonly idle?: { readonly keptMs: number; readonly aheadMs: number };
}

export interface Connection {
  /**
   * Opens a socket to a line's host ahead of the request that will use it. Carries no byte of any
   * request, and says nothing when it fails.
   */
  warm(apiBaseUrl: string, limits: Limits): void;
  /** Sends a request once, never again whatever happens, and tells what happened. Never rejects. */
  send(request: PlivoRequest, limits: Limits): Promise<Evidence>;
  /** Drops every idle socket; requests under way end as cut. */
  close(): void;
}

const defaultIdle = { keptMs: 4_000, aheadMs: 10_000 };

/** Lets the loop see what has arrived on idle sockets, a close above all, before one is chosen. */
async function afterPendingEvents(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A socket that was there before the request has its steps behind it. */
function alreadyReached(notebook: Notebook, origin: string): void {
  const at = notebook.sinceStart();
  notebook.steps.resolved = at;
  notebook.steps.connected = at;
  if (origin.startsWith('https:')) notebook.steps.secured = at;
}

/**
 * The one way out to Plivo. Each line's origin has its own keep-alive agent, so that the second
 * request of a minute needs no handshake.
 */
export function createConnection(ports: ConnectionPorts): Connection {
  const idle = ports.idle ?? defaultIdle;
  const agents = new Map<string, ReadyAgent>();
  const stops = new Set<(code: string) => void>();
  const trust = createTrust();

  const open = (
    origin: string,
    signal: AbortSignal,
    connectTimeoutMs: number,
    notebook: Notebook | null,
  ) =>
    openSocket({
      origin: new URL(origin),
      caFile: ports.caFile(),
      trust,
      resolveProxy: ports.resolveProxy,
      signal,
      attemptTimeoutMs: Math.max(50, Math.floor(connectTimeoutMs / 3)),
      reached: (step) => {
        if (notebook) notebook.steps[step] ??= notebook.sinceStart();
      },
    });

  const ahead = createOpenedAhead({
    open: (origin, signal, connectTimeoutMs) => open(origin, signal, connectTimeoutMs, null),
    idleMs: idle.aheadMs,
    monotonic: ports.clock.monotonic,
  });

  const agentFor = (origin: string): ReadyAgent => {
    const known = agents.get(origin);
    if (known) return known;
    const agent = new ReadyAgent(idle.keptMs);
    agents.set(origin, agent);
    return agent;
  };

  /** A socket opened ahead, else a new one; null: it failed, and the notebook says how. */
  const readySocket = async (
    origin: string,
    signal: AbortSignal,
    limits: Limits,
    notebook: Notebook,
  ): Promise<Socket | null> => {
    const taken = await ahead.take(origin, signal);
    if (taken) {
      notebook.socket = 'opened-ahead';
      alreadyReached(notebook, origin);
      return taken;
    }
    notebook.socket = 'fresh';
    const opened = await open(origin, signal, limits.connectTimeoutMs, notebook);
    if (opened.ok) return opened.value;
    notebook.failure ??= opened.error;
    return null;
  };

  const run = async (
    request: PlivoRequest,
    limits: Limits,
    notebook: Notebook,
    connecting: AbortController,
    onStop: (stop: Stop) => void,
  ): Promise<void> => {
    const agent = agentFor(request.origin);
    await afterPendingEvents();
    if (!connecting.signal.aborted && agent.hasKept()) {
      notebook.socket = 'kept';
      alreadyReached(notebook, request.origin);
      return exchange(agent, null, request, notebook, onStop);
    }
    const socket = await readySocket(request.origin, connecting.signal, limits, notebook);
    if (socket === null) return;
    if (connecting.signal.aborted) {
      socket.destroy();
      return;
    }
    // A socket that came back meanwhile would be taken by Node instead of this one.
    agent.dropKept();
    return exchange(agent, socket, request, notebook, onStop);
  };

  return {
    warm(apiBaseUrl, limits) {
      const { origin } = new URL(apiBaseUrl);
      // The kept socket is older, and so more likely to have died unnoticed.
      agentFor(origin).dropKept();
      ahead.warm(origin, limits.connectTimeoutMs);
    },

    async send(request, limits) {
      const notebook = openNotebook(ports.clock.now(), ports.clock.monotonic);
      const connecting = new AbortController();
      let stopExchange: Stop | null = null;
      const giveUp = (code: string) => {
        if (stopExchange) {
          stopExchange(code);
          return;
        }
        notebook.failure ??= { stage: 'connect', code, proxyStatus: null };
        connecting.abort();
      };
      const connectLimit = setTimeout(
        () => giveUp(failureCodes.connectTimeout),
        limits.connectTimeoutMs,
      );
      const totalLimit = setTimeout(() => giveUp(failureCodes.totalTimeout), limits.totalTimeoutMs);
      stops.add(giveUp);
      try {
        await run(request, limits, notebook, connecting, (stop) => {
          clearTimeout(connectLimit);
          stopExchange = stop;
        });
      } catch (error) {
        const stage = notebook.steps.handed === null ? 'hand' : 'exchange';
        notebook.failure ??= { stage, code: errorCode(error), proxyStatus: null };
      } finally {
        clearTimeout(connectLimit);
        clearTimeout(totalLimit);
        stops.delete(giveUp);
      }
      return evidenceOf(notebook);
    },

    close() {
      ahead.drop();
      for (const stop of stops) stop(failureCodes.closed);
      for (const agent of agents.values()) agent.destroy();
      agents.clear();
    },
  };
}
