import { createServer, type Socket } from 'node:net';

/** What to do once a whole request has arrived: an answer's bytes, silence, or a dropped connection. */
export type Reply = HttpAnswer | 'silence' | 'drop';

/** The raw bytes of an answer. */
export type HttpAnswer = `HTTP/${string}`;

export interface RecordingServer {
  readonly url: string;
  /** The raw bytes of every request that arrived whole, in order. */
  readonly requests: readonly string[];
  /** Resolves with the n-th request (from 1) once it has arrived. */
  arrived(n: number): Promise<string>;
  reply(reply: Reply): void;
  /** Answers the requests that were met with silence. */
  answerLate(answer: string): void;
  /** How many connections were opened. */
  connections(): number;
  close(): Promise<void>;
}

/** A complete HTTP answer with a JSON body. */
export function jsonAnswer(
  status: string,
  body: unknown,
  headers: readonly string[] = [],
): HttpAnswer {
  const text = JSON.stringify(body);
  const fields = [
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...headers,
  ];
  return `HTTP/1.1 ${status}\r\n${fields.join('\r\n')}\r\n\r\n${text}`;
}

export const accepted = jsonAnswer('201 Created', {
  api_id: '8c77b816-d621-4028-afc8-1aeab1d497a8',
  error: '',
});

function isWhole(request: string): boolean {
  const end = request.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = Number(/^content-length: *(\d+)/im.exec(request.slice(0, end))?.[1] ?? 0);
  return Buffer.byteLength(request.slice(end + 4)) >= length;
}

/** A bare TCP server on loopback in Plivo's place: what it has received is what left Baton. */
export async function startRecordingServer(): Promise<RecordingServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const unanswered = new Set<Socket>();
  const waiting = new Set<() => void>();
  let reply: Reply = accepted;
  let connections = 0;

  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    let pending = '';
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      pending += chunk.toString('utf8');
      if (!isWhole(pending)) return;
      requests.push(pending);
      pending = '';
      for (const look of waiting) look();
      if (reply === 'drop') socket.destroy();
      else if (reply === 'silence') unanswered.add(socket);
      else socket.write(reply);
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    arrived: async (n) =>
      await new Promise((done) => {
        const look = () => {
          const request = requests[n - 1];
          if (request === undefined) return;
          waiting.delete(look);
          done(request);
        };
        waiting.add(look);
        look();
      }),
    reply: (next) => {
      reply = next;
    },
    answerLate: (answer) => {
      for (const socket of unanswered) socket.write(answer);
      unanswered.clear();
    },
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => {
        server.close(done);
      });
    },
  };
}
