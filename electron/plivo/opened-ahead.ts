import type { Socket } from 'node:net';

import type { Result } from '../contract/result';
import type { Failure } from './evidence';
import { isDead } from './ready-agent';

export interface OpenedAheadPorts {
  readonly open: (
    origin: string,
    signal: AbortSignal,
    connectTimeoutMs: number,
  ) => Promise<Result<Socket, Failure>>;
  /** How long an unused socket lives, in milliseconds. */
  readonly idleMs: number;
  readonly monotonic: () => number;
}

interface Slot {
  readonly origin: string;
  readonly socket: Promise<Socket | null>;
  readonly cancel: AbortController;
  /** Monotonic milliseconds at which it became ready; null while it opens. */
  readyAt: number | null;
  timer: NodeJS.Timeout;
}

/**
 * The one socket that is opened before it is needed, while the agent still types: then a transfer
 * costs one round trip. It is used at most once, and dropped when nobody uses it.
 */
export function createOpenedAhead(ports: OpenedAheadPorts) {
  let slot: Slot | null = null;

  const drop = () => {
    if (slot === null) return;
    const dropped = slot;
    slot = null;
    clearTimeout(dropped.timer);
    dropped.cancel.abort();
    void dropped.socket.then((socket) => socket?.destroy());
  };

  const dropAfter = (ms: number, cancel: AbortController) => {
    const timer = setTimeout(() => {
      if (slot?.cancel === cancel) drop();
    }, ms);
    timer.unref();
    return timer;
  };

  const begin = async (
    origin: string,
    cancel: AbortController,
    connectTimeoutMs: number,
  ): Promise<Socket | null> => {
    const opened = await ports.open(origin, cancel.signal, connectTimeoutMs);
    if (slot?.cancel === cancel) {
      clearTimeout(slot.timer);
      if (opened.ok) {
        slot.readyAt = ports.monotonic();
        slot.timer = dropAfter(ports.idleMs, cancel);
        opened.value.once('close', () => {
          if (slot?.cancel === cancel) drop();
        });
      } else {
        slot = null;
      }
    }
    return opened.ok ? opened.value : null;
  };

  return {
    /** Opens one for this origin, unless one is being opened or is still young. */
    warm(origin: string, connectTimeoutMs: number): void {
      if (slot?.origin === origin) {
        const age = slot.readyAt === null ? 0 : ports.monotonic() - slot.readyAt;
        if (age < ports.idleMs / 2) return;
      }
      drop();
      const cancel = new AbortController();
      const timer = dropAfter(connectTimeoutMs, cancel);
      // `begin` runs on the next turn, when the slot that it looks at stands.
      const socket = Promise.resolve().then(() => begin(origin, cancel, connectTimeoutMs));
      slot = { origin, socket, cancel, readyAt: null, timer };
    },

    /**
     * Takes the socket out, waiting for it where it is still being opened. Null: there is none,
     * it failed or it has died; the caller opens its own.
     * @param signal Ends the waiting, and the opening with it.
     */
    async take(origin: string, signal: AbortSignal): Promise<Socket | null> {
      if (slot === null || slot.origin !== origin || signal.aborted) return null;
      const taken = slot;
      slot = null;
      const abort = () => taken.cancel.abort();
      signal.addEventListener('abort', abort, { once: true });
      const socket = await taken.socket;
      signal.removeEventListener('abort', abort);
      clearTimeout(taken.timer);
      if (socket === null) return null;
      if (!isDead(socket) && !signal.aborted) return socket;
      socket.destroy();
      return null;
    },

    drop,
  };
}
