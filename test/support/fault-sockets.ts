import type { Server, Socket } from 'node:net';

/** The sockets that a server holds, so that it can let go of all of them. */
export interface OpenSockets {
  hold(socket: Socket): void;
  count(): number;
  destroy(): void;
}

export function openSockets(): OpenSockets {
  const sockets = new Set<Socket>();
  return {
    hold(socket) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    },
    count: () => sockets.size,
    destroy() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

/**
 * Turns of this process's event loop: where all parties live in it, what one of them said has gone
 * through the others after some of these.
 */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * Ends a connection by RST alone. Node's own `resetAndDestroy` says goodbye with FIN first, which
 * the other side takes for a proper end.
 */
export function reset(socket: Socket): void {
  Object.assign(socket, { resetAndClosing: true });
  socket.destroy();
}
