import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';

import { z } from 'zod';

import { addressOf } from './steps';

const bodySchema = z.object({ to: z.string() });

/** Plivo's part: it counts every POST by its address, and accepts. */
export class CountingServer {
  readonly #posts = new Map<string, number>();
  readonly #events = new EventEmitter();
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((request, response) => {
    void text(request).then(
      (body) => {
        const { to } = bodySchema.parse(JSON.parse(body));
        this.#posts.set(to, (this.#posts.get(to) ?? 0) + 1);
        this.#events.emit('request', to);
        const answer = '{"api_id":"8c77b816-d621-4028-afc8-1aeab1d497a8","error":""}';
        this.#toAnswer -= 1;
        if (this.#toAnswer >= 0) response.writeHead(201).end(answer);
      },
      () => undefined,
    );
  });
  #toAnswer = 0;

  async start(): Promise<string> {
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        this.#events.emit('closed');
      });
    });
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Takes requests as ever, and answers only so many of them. */
  answer(count: number): void {
    this.#toAnswer = count;
  }

  /** POSTs that came for an attempt. */
  posts(attemptId: string): number {
    return this.#posts.get(addressOf(attemptId)) ?? 0;
  }

  allPosts(): number {
    return [...this.#posts.values()].reduce((sum, count) => sum + count, 0);
  }

  onRequest(listener: () => void): () => void {
    this.#events.on('request', listener);
    return () => this.#events.off('request', listener);
  }

  /** Resolves when every connection is closed, so that nothing of a dead program is still to come. */
  async quiet(): Promise<void> {
    while (this.#sockets.size > 0) await once(this.#events, 'closed');
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
