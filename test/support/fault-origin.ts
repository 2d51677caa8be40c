import { EventEmitter, once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';

import { openSockets, portOf, reset, turns } from './fault-sockets';

/** What comes after an answer's bytes. TLS: `end` says goodbye, `close` and `reset` do not. */
export type Ending = 'keep' | 'end' | 'close' | 'reset';

/** What a server does with a POST. */
export interface Reply {
  /** `{authorization}` becomes the value of the request's header. */
  readonly bytes: Buffer | string;
  /** `head`: as soon as the headers are there, before the body is looked at. */
  readonly when?: 'request' | 'head';
  /** `endless`: the bytes again and again, as fast as the other side takes them. */
  readonly pace?: 'at-once' | 'byte-by-byte' | 'endless';
  readonly ending?: Ending;
}

/** How a server proves who it is by TLS. */
export interface TlsIdentity {
  readonly key: string;
  readonly cert: string;
  /** Asks for a certificate of the client, and hangs up where none comes. */
  readonly wantsClientCertificate?: boolean;
  readonly newestVersion?: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
}

export interface FaultOrigin {
  readonly port: number;
  /** POSTs that arrived whole. */
  posts(): number;
  connections(): number;
  /** Bytes of answers that it handed to the network. */
  written(): number;
  /** Emits `ready` when a connection can carry a request, `post`, and `closed` when one has ended. */
  readonly events: EventEmitter;
  /** Says something on every idle connection that stands. */
  sayUnasked(bytes: string): void;
  close(): Promise<void>;
}

const nodeBody = '{"api_id":"a","node_id":"node","phlo_id":"phlo","name":"MPC"}';
const nodeAnswer = `HTTP/1.1 200 OK\r\nContent-Length: ${nodeBody.length}\r\n\r\n${nodeBody}`;

/** A whole request at the beginning of what has arrived: its length, or null. */
function wholeRequest(pending: string): number | null {
  const head = pending.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const length = Number(/^content-length: *(\d+)/im.exec(pending.slice(0, head))?.[1] ?? 0);
  return pending.length >= head + 4 + length ? head + 4 + length : null;
}

/** What some servers do that are made for tests: they tell what they were sent. */
function repeating(bytes: Buffer, request: string): Buffer {
  if (!bytes.includes('{authorization}')) return bytes;
  const authorization = /^authorization: *(.+)$/im.exec(request)?.[1] ?? '';
  return Buffer.from(bytes.toString().replaceAll('{authorization}', authorization.trim()));
}

class Conversation {
  readonly #raw: Socket;
  readonly #socket: Socket;
  readonly #wrote: (bytes: number) => void;

  constructor(raw: Socket, socket: Socket, wrote: (bytes: number) => void) {
    this.#raw = raw;
    this.#socket = socket;
    this.#wrote = wrote;
  }

  say(reply: Reply, request: string): void {
    const bytes = repeating(Buffer.from(reply.bytes), request);
    const ending = reply.ending ?? 'keep';
    if (reply.pace === 'byte-by-byte') this.#byteByByte(bytes, ending);
    else if (reply.pace === 'endless') this.#endlessly(bytes);
    else if (bytes.length === 0) this.#finish(ending);
    else this.#write(bytes, () => this.#finish(ending));
  }

  #write(bytes: Buffer, then: () => void): void {
    if (this.#socket.destroyed) return;
    this.#wrote(bytes.length);
    this.#socket.write(bytes, () => setImmediate(then));
  }

  #byteByByte(bytes: Buffer, ending: Ending): void {
    if (bytes.length === 0) this.#finish(ending);
    else this.#write(bytes.subarray(0, 1), () => this.#byteByByte(bytes.subarray(1), ending));
  }

  #endlessly(bytes: Buffer): void {
    this.#write(bytes, () => this.#endlessly(bytes));
  }

  #finish(ending: Ending): void {
    switch (ending) {
      case 'keep':
        return;
      case 'end':
        this.#socket.end();
        return;
      case 'close':
        this.#raw.destroy();
        return;
      case 'reset':
        // Bytes and RST that are found together look like a proper end to Node (libuv's POLLHUP).
        void turns(20).then(() => reset(this.#raw));
    }
  }
}

/**
 * A server in Plivo's place, below HTTP: it answers a GET as the node does, counts the POSTs that
 * arrive whole and answers them with the bytes that it was given.
 * @param identity Null: plain TCP.
 */
export async function startFaultOrigin(
  reply: Reply,
  identity: TlsIdentity | null,
): Promise<FaultOrigin> {
  const events = new EventEmitter();
  const sockets = openSockets();
  const talking = new Set<Socket>();
  let posts = 0;
  let connections = 0;
  let written = 0;
  const context = identity && {
    secureContext: createSecureContext({
      key: identity.key,
      cert: identity.cert,
      minVersion: 'TLSv1.1',
      ...(identity.newestVersion ? { maxVersion: identity.newestVersion } : {}),
    }),
    requestCert: identity.wantsClientCertificate === true,
    rejectUnauthorized: identity.wantsClientCertificate === true,
  };

  const converse = (raw: Socket, socket: Socket) => {
    const conversation = new Conversation(raw, socket, (bytes) => {
      written += bytes;
    });
    let pending = '';
    let answered = false;
    talking.add(socket);
    socket.on('close', () => {
      talking.delete(socket);
      events.emit('closed');
    });
    socket.on('data', (bytes: Buffer) => {
      pending += bytes.toString('latin1');
      const isPost = pending.startsWith('POST ');
      if (isPost && reply.when === 'head' && !answered && pending.includes('\r\n\r\n')) {
        answered = true;
        conversation.say(reply, pending);
      }
      for (let length = wholeRequest(pending); length !== null; length = wholeRequest(pending)) {
        const wasPost = pending.startsWith('POST ');
        const request = pending.slice(0, length);
        pending = pending.slice(length);
        if (wasPost) {
          posts += 1;
          events.emit('post');
        }
        if (!wasPost) conversation.say({ bytes: nodeAnswer }, request);
        else if (!answered) conversation.say(reply, request);
        answered = false;
      }
    });
    events.emit('ready');
  };

  const listener = createServer({ noDelay: true }, (raw) => {
    connections += 1;
    sockets.hold(raw);
    if (context === null) {
      converse(raw, raw);
      return;
    }
    const secured = new TLSSocket(raw, { isServer: true, ...context });
    sockets.hold(secured);
    secured.once('secure', () => {
      if (context.requestCert && secured.getPeerCertificate().raw === undefined) {
        secured.destroy();
        return;
      }
      converse(raw, secured);
    });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');

  return {
    port: portOf(listener),
    posts: () => posts,
    connections: () => connections,
    written: () => written,
    events,
    sayUnasked(bytes) {
      for (const socket of talking) socket.write(bytes);
    },
    async close() {
      sockets.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}
