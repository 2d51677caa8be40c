import type { Outcome, ReasonCode } from '../../../electron/contract/transfer';
import type { Limits } from '../../../electron/plivo/connection';
import type { FaultyLookup } from '../../support/fault-names';
import type { Reply } from '../../support/fault-origin';
import type { GatewayPlan } from '../../support/fault-gateway';
import type { WirePlan } from '../../support/fault-proxy';
import type { Certificates } from '../plivo/certificates';

/** Scheme, whether through a company's proxy, and the socket that the POST finds. */
export type Way =
  | 'http'
  | 'http ahead'
  | 'http kept'
  | 'https'
  | 'https ahead'
  | 'https kept'
  | 'proxied'
  | 'proxied ahead'
  | 'proxied kept';

export type IdentityName = Exclude<keyof Certificates, 'folder' | 'caFile' | 'remove'>;

/** How a server that speaks TLS presents itself. */
export interface ServerTls {
  readonly identity?: IdentityName | 'none';
  readonly wantsClientCertificate?: boolean;
  readonly newestVersion?: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
}

export type GatewayFault =
  | (Omit<GatewayPlan, 'identity'> & { readonly identity?: IdentityName })
  | 'refuses'
  | 'full-backlog'
  | 'silent'
  | 'cannot be found out'
  | 'is never found out'
  | 'has a nonsense address'
  | 'has no address';

/** What goes wrong in a row; what is not named goes well. */
export interface Fault {
  /** The server's answer to the POST. `{elsewhere}` becomes the URL of another server. */
  readonly reply?: Reply;
  /** What the network does to the bytes, counted from just before the POST. */
  readonly wire?: WirePlan;
  /** What happens to the socket that is there before the POST. */
  readonly idle?:
    | 'closed'
    | 'reset'
    | 'half-closed'
    | 'server gone'
    | 'tunnel closed'
    | 'tunnel reset';
  /** What the server says on it, unasked. */
  readonly unasked?: string;
  /** What is at the address, in place of the server. */
  readonly port?: 'refuses' | 'full-backlog' | 'silent' | { readonly says: string };
  readonly host?: string;
  readonly lookup?: FaultyLookup;
  readonly tls?: ServerTls;
  readonly gateway?: GatewayFault;
  /** `nobody`: no CA file, so that the tests' authority is a stranger. */
  readonly trust?: 'nobody' | 'missing file' | 'no certificate' | 'file that is never read';
  /** The wall clock jumps hours back and forth at each look. */
  readonly clockJumps?: boolean;
  /** Baton quits at this point. */
  readonly quits?: 'connecting' | 'sent';
}

/** Which limit ended it; `total first`: while connecting, because it is the shorter one. */
export type EndedBy = 'connect' | 'total' | 'total first';

export interface Expected {
  readonly outcome: Outcome;
  readonly reason: ReasonCode;
  /** POSTs that arrive whole. */
  readonly posts: 0 | 1;
  readonly endedBy: EndedBy | null;
  /** The socket used, where it is not the one that the way prepares. */
  readonly socket?: 'fresh' | null;
  /** Seconds to wait; null: nothing is said of it. */
  readonly wait?: number | null;
}

export interface Row {
  readonly name: string;
  readonly way: Way;
  readonly fault: Fault;
  readonly expected: Expected;
}

type More = Partial<Pick<Expected, 'posts' | 'endedBy' | 'socket' | 'wait'>>;

export const accepted = (more: More = {}): Expected => ({
  outcome: 'accepted',
  reason: 'accepted',
  posts: 1,
  endedBy: null,
  ...more,
});

export const refused = (reason: ReasonCode, more: More = {}): Expected => ({
  outcome: 'refused',
  reason,
  posts: 1,
  endedBy: null,
  ...more,
});

export const unknown = (reason: ReasonCode, more: More = {}): Expected => ({
  outcome: 'unknown',
  reason,
  posts: 1,
  endedBy: null,
  ...more,
});

export const notSent = (reason: ReasonCode, more: More = {}): Expected => ({
  outcome: 'not-sent',
  reason,
  posts: 0,
  endedBy: null,
  ...more,
});

/** One row for each way. */
export const rows = (
  name: string,
  ways: readonly Way[],
  fault: Fault,
  expected: Expected,
): readonly Row[] => ways.map((way) => ({ name, way, fault, expected }));

export const plain: readonly Way[] = ['http', 'http ahead', 'http kept'];
export const secure: readonly Way[] = ['https', 'https ahead', 'https kept'];
export const proxied: readonly Way[] = ['proxied', 'proxied ahead', 'proxied kept'];
export const everyWay: readonly Way[] = [...plain, ...secure, ...proxied];
export const reused: readonly Way[] = everyWay.filter((way) => /ahead|kept/.test(way));

/** Long enough that no row reaches it, busy machine or not. */
const never = 60_000;

/** Milliseconds: the limit that a row is about is short, and nothing but it can end the row. */
export const limitsOf = (endedBy: EndedBy | null): Limits => {
  switch (endedBy) {
    case 'connect':
      return { connectTimeoutMs: 250, totalTimeoutMs: never };
    case 'total first':
      return { connectTimeoutMs: never, totalTimeoutMs: 250 };
    case 'total':
      // The connection has to stand by then, on a busy machine too.
      return { connectTimeoutMs: never, totalTimeoutMs: 1_500 };
    case null:
      return { connectTimeoutMs: never, totalTimeoutMs: never };
  }
};
