import type { Answer } from './answers';
import { maskAuthorization } from './credentials';

/** A request as it was received: header names, order and values raw, Authorization masked. */
interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly httpVersion: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What became of one request that the practice line read whole. */
export interface Exchange {
  readonly request: RecordedRequest;
  /**
   * The answer; or why there is none: the connection was dropped, the answer never comes, or the
   * client went away while a slow answer was due.
   */
  readonly answer:
    | Answer
    | { readonly dropped: true }
    | { readonly never: true }
    | { readonly abandoned: true };
  /** Epoch milliseconds at which the request had been read. */
  readonly at: number;
}

const secretHeaders = new Set(['authorization', 'proxy-authorization']);

/** Node's flat list of raw headers as a record. One that comes twice is joined by a comma. */
export function recordHeaders(rawHeaders: readonly string[]): Record<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    const raw = rawHeaders[at + 1] ?? '';
    const value = secretHeaders.has(name.toLowerCase()) ? maskAuthorization(raw) : raw;
    const earlier = headers.get(name);
    headers.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
  }
  return Object.fromEntries(headers);
}
