import { lookup, type LookupAddress } from 'node:dns';
import { connect, isIP, type Socket } from 'node:net';

import { err, ok, type Result } from '../contract/result';
import { untilAborted } from './abortable';
import { errorCode } from './error-code';
import { failureCodes, type Failure } from './evidence';

export interface TcpTarget {
  readonly host: string;
  readonly port: number;
  /** Ends the opening. */
  readonly signal: AbortSignal;
  /** How long one of several addresses of a host is tried before the next one is, in ms. */
  readonly attemptTimeoutMs: number;
  /** Told when the name is resolved and when the connection stands. */
  readonly reached: (step: 'resolved' | 'connected') => void;
}

const failed = (stage: 'resolve' | 'connect', code: string): Result<never, Failure> =>
  err({ stage, code, proxyStatus: null });

/** This machine has no way to addresses of that family: says nothing of the host. */
const noWay = new Set(['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']);

function resolveName(target: TcpTarget): Promise<Result<readonly LookupAddress[], Failure>> {
  const family = isIP(target.host);
  if (family !== 0) return Promise.resolve(ok([{ address: target.host, family }]));
  return new Promise((resolve) => {
    lookup(target.host, { all: true }, (error, addresses) => {
      resolve(error ? failed('resolve', errorCode(error)) : ok(addresses));
    });
  });
}

/** The families in turn, as RFC 8305 has it: a network without IPv6 then costs one attempt. */
function alternating(addresses: readonly LookupAddress[]): LookupAddress[] {
  const first = addresses.filter(({ family }) => family === addresses[0]?.family);
  const second = addresses.filter(({ family }) => family !== addresses[0]?.family);
  return addresses.flatMap((_, turn) => [
    ...first.slice(turn, turn + 1),
    ...second.slice(turn, turn + 1),
  ]);
}

function dial(
  target: TcpTarget,
  address: string,
  limitMs: number | null,
): Promise<Result<Socket, Failure>> {
  return new Promise((resolve) => {
    // One address at a time: Node's own choice among several (autoSelectFamily) ends the whole
    // program on Node 18.15 when the socket is destroyed meanwhile.
    const socket = connect({ host: address, port: target.port, noDelay: true });
    const abort = () => socket.destroy();
    const late = () => {
      settle(failed('connect', 'ETIMEDOUT'));
      socket.destroy();
    };
    const timer = limitMs === null ? null : setTimeout(late, limitMs);
    target.signal.addEventListener('abort', abort, { once: true });
    const settle = (result: Result<Socket, Failure>) => {
      if (timer) clearTimeout(timer);
      target.signal.removeEventListener('abort', abort);
      resolve(result);
    };
    socket.once('connect', () => settle(ok(socket)));
    // Stays for the socket's life: an error of an idle socket must not end the program.
    socket.on('error', (error) => settle(failed('connect', errorCode(error))));
    socket.once('close', () => settle(failed('connect', failureCodes.cut)));
  });
}

/** Resolves the host and connects to the first of its addresses that answers. Never rejects. */
export async function openTcp(target: TcpTarget): Promise<Result<Socket, Failure>> {
  const resolved = await untilAborted(resolveName(target), target.signal, 'resolve');
  if (!resolved.ok) return resolved;
  if (isIP(target.host) === 0) target.reached('resolved');
  const addresses = alternating(resolved.value);
  let failure: Failure = { stage: 'resolve', code: 'ENOTFOUND', proxyStatus: null };
  for (const [index, { address }] of addresses.entries()) {
    if (target.signal.aborted) return failed('connect', failureCodes.cut);
    const isLast = index === addresses.length - 1;
    const dialled = await dial(target, address, isLast ? null : target.attemptTimeoutMs);
    if (dialled.ok) {
      target.reached('connected');
      return dialled;
    }
    if (index === 0 || !noWay.has(dialled.error.code)) failure = dialled.error;
  }
  return err(failure);
}
