import { Agent, type ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * A socket that must not carry a request: ended, or holding bytes that nobody asked for (servers
 * send a 408 into an idle connection before they close it).
 */
export function isDead(socket: Duplex): boolean {
  return socket.destroyed || !socket.writable || socket.readableEnded || socket.readableLength > 0;
}

/**
 * The keep-alive agent of one origin. It never opens a socket by itself: a request is given one
 * that is already open and secured (`offer`), or the one kept from the last answer. So a request
 * object comes into being only when it can be sent at once, and Node has nothing to try again.
 * It serves plain and TLS sockets alike, as the socket comes ready.
 */
export class ReadyAgent extends Agent {
  readonly #idleMs: number;
  /** What ends the watch over an idle socket. */
  readonly #idling = new WeakMap<Duplex, () => void>();
  #offered: Socket | null = null;

  /** @param idleMs A kept socket is dropped after this time: an idle one dies unnoticed. */
  constructor(idleMs: number) {
    super({ keepAlive: true, maxFreeSockets: 1 });
    this.#idleMs = idleMs;
  }

  #kept(): Socket[] {
    return Object.values(this.freeSockets).flatMap((sockets) => sockets ?? []);
  }

  /** Whether a living socket is kept; dead ones are destroyed, so that Node passes them over. */
  hasKept(): boolean {
    for (const socket of this.#kept()) {
      if (isDead(socket)) socket.destroy();
    }
    return this.#kept().some((socket) => !socket.destroyed);
  }

  dropKept(): void {
    for (const socket of this.#kept()) socket.destroy();
  }

  /** The socket for the request that is made in this same tick. */
  offer(socket: Socket): void {
    this.#offered = socket;
  }

  override createConnection(
    _options: unknown,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null {
    const socket = this.#offered;
    this.#offered = null;
    if (socket === null) throw new Error('A request was made without a ready socket');
    if (callback) {
      callback(null, socket);
      return null;
    }
    return socket;
  }

  /** Called by Node when an answer is complete; false: the socket is closed. */
  override keepSocketAlive(socket: Duplex): boolean {
    if (isDead(socket)) return false;
    const drop = () => socket.destroy();
    const timer = setTimeout(drop, this.#idleMs);
    timer.unref();
    // An idle socket flows: what nobody asked for would be lost unseen, or be taken for the answer
    // to the next request.
    socket.once('data', drop);
    const endIdling = () => {
      clearTimeout(timer);
      socket.off('data', drop);
      socket.off('close', endIdling);
    };
    socket.once('close', endIdling);
    this.#idling.set(socket, endIdling);
    return true;
  }

  /** Called by Node when a kept socket is taken for a request. */
  override reuseSocket(socket: Duplex, request: ClientRequest): void {
    this.#idling.get(socket)?.();
    request.reusedSocket = true;
  }
}
