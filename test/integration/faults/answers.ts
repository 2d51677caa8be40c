import type { Reply } from '../../support/fault-origin';

export const apiId = '8c77b816-d621-4028-afc8-1aeab1d497a8';
export const acceptedBody = JSON.stringify({ api_id: apiId, error: '' });

/** A whole answer with its length; the status with its phrase, such as `201 Created`. */
export function answer(
  status: string,
  body: string | Buffer = '',
  headers: readonly string[] = [],
): Buffer {
  const bytes = Buffer.from(body);
  const lines = [`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${bytes.length}`];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes]);
}

/** An answer whose framing headers are the caller's own. */
export const rawAnswer = (
  headers: readonly string[],
  body: string | Buffer,
  statusLine = 'HTTP/1.1 201 Created',
): Buffer =>
  Buffer.concat([
    Buffer.from(`${[statusLine, ...headers].join('\r\n')}\r\n\r\n`, 'latin1'),
    Buffer.from(body),
  ]);

export const chunked = (body: string, size = 7): string => {
  const parts = body.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
  return `${parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join('')}0\r\n`;
};

export const replied = (bytes: Buffer | string, more: Omit<Reply, 'bytes'> = {}) => ({
  reply: { bytes, ...more },
});

/** 201 with this body. */
export const created = (body: string | Buffer, headers: readonly string[] = []) =>
  replied(answer('201 Created', body, headers));

export const acceptedAnswer = answer('201 Created', acceptedBody);
