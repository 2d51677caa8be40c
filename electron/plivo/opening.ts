import { isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, type PeerCertificate, type SecureContext } from 'node:tls';

import { err, ok, type Result } from '../contract/result';
import { untilAborted } from './abortable';
import { errorCode } from './error-code';
import { failureCodes, type Failure, type FailureStage } from './evidence';
import { openTunnel } from './proxy-tunnel';
import { openTcp } from './tcp';
import type { Trust } from './trust';

export interface Opening {
  readonly origin: URL;
  /** PEM file with certificates to trust beside the built-in ones; null: none. */
  readonly caFile: string | null;
  readonly trust: Trust;
  /** URL of the proxy for an address, or null. Not asked for plain-text (loopback) lines. */
  readonly resolveProxy: (url: string) => Promise<string | null>;
  /** Ends the opening; a socket that would come later is destroyed. */
  readonly signal: AbortSignal;
  /** How long one of several addresses of a host is tried before the next one is, in ms. */
  readonly attemptTimeoutMs: number;
  /** Told of each step as it is reached. */
  readonly reached: (step: 'resolved' | 'connected' | 'secured') => void;
  /** Told of the certificate that the origin shows, before it is judged. */
  readonly shown?: (certificate: PeerCertificate) => void;
}

const failed = (stage: FailureStage, code: string): Result<never, Failure> =>
  err({ stage, code, proxyStatus: null });

const bareHost = (url: URL) => url.hostname.replace(/^\[|\]$/g, '');

async function proxyFor(opening: Opening): Promise<Result<URL | null, Failure>> {
  try {
    const proxy = await opening.resolveProxy(opening.origin.href);
    return ok(proxy === null ? null : new URL(proxy));
  } catch {
    return failed('proxy', failureCodes.proxyUnknown);
  }
}

function secure(
  transport: Duplex,
  host: string,
  trust: SecureContext,
  signal: AbortSignal,
  shown: Opening['shown'],
): Promise<Result<Socket, Failure>> {
  return new Promise((resolve) => {
    const socket = connectTls({
      socket: transport,
      host,
      // An address in numbers is no server name.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      secureContext: trust,
      ALPNProtocols: ['http/1.1'],
      // Said aloud, so that NODE_TLS_REJECT_UNAUTHORIZED cannot switch the check off.
      rejectUnauthorized: true,
    });
    if (shown !== undefined) {
      // Node emits it when the handshake has ended, and judges the certificate after that: one that
      // it refuses cannot be asked for later.
      socket.prependOnceListener('secure', () => shown(socket.getPeerCertificate()));
    }
    const abort = () => socket.destroy();
    signal.addEventListener('abort', abort, { once: true });
    const settle = (result: Result<Socket, Failure>) => {
      signal.removeEventListener('abort', abort);
      if (!result.ok) transport.destroy();
      resolve(result);
    };
    socket.once('secureConnect', () => settle(ok(socket)));
    // Stays for the socket's life: an error of an idle socket must not end the program.
    socket.on('error', (error) => settle(failed('secure', errorCode(error))));
    socket.once('close', () => settle(failed('secure', failureCodes.cut)));
  });
}

/** A connection to the proxy itself; whatever fails, it is the proxy that is not reached. */
async function reachProxy(
  opening: Opening,
  proxy: URL,
  trust: SecureContext,
): Promise<Result<Socket, Failure>> {
  const { signal, attemptTimeoutMs } = opening;
  const isSecure = proxy.protocol === 'https:';
  const host = bareHost(proxy);
  const port = Number(proxy.port || (isSecure ? 443 : 80));
  const reached = () => undefined;
  const tcp = await openTcp({ host, port, signal, attemptTimeoutMs, reached });
  const opened = tcp.ok && isSecure ? await secure(tcp.value, host, trust, signal, undefined) : tcp;
  return opened.ok ? opened : failed('proxy', opened.error.code);
}

async function throughProxy(
  opening: Opening,
  proxy: URL,
  trust: SecureContext,
  target: { readonly host: string; readonly port: number },
): Promise<Result<Duplex, Failure>> {
  const { signal } = opening;
  const socket = await reachProxy(opening, proxy, trust);
  if (!socket.ok) return socket;
  const tunnel = await openTunnel({ ...target, socket: socket.value, proxy, signal });
  if (tunnel.ok) opening.reached('connected');
  return tunnel;
}

async function openSecure(opening: Opening): Promise<Result<Socket, Failure>> {
  const { signal, origin, attemptTimeoutMs, reached } = opening;
  const trust = await untilAborted(opening.trust(opening.caFile), signal, 'ca-file');
  if (!trust.ok) return trust;
  const proxy = await untilAborted(proxyFor(opening), signal, 'proxy');
  if (!proxy.ok) return proxy;
  const host = bareHost(origin);
  const port = Number(origin.port || 443);
  const transport = proxy.value
    ? await throughProxy(opening, proxy.value, trust.value, { host, port })
    : await openTcp({ host, port, signal, attemptTimeoutMs, reached });
  if (!transport.ok) return transport;
  const secured = await secure(transport.value, host, trust.value, signal, opening.shown);
  if (secured.ok) reached('secured');
  return secured;
}

function openPlain(opening: Opening): Promise<Result<Socket, Failure>> {
  const { signal, origin, attemptTimeoutMs, reached } = opening;
  const port = Number(origin.port || 80);
  return openTcp({ host: bareHost(origin), port, signal, attemptTimeoutMs, reached });
}

/**
 * Opens a socket that is ready to carry a request: connected, and for https through the proxy and
 * the whole TLS handshake. Until it returns one, no byte of a request exists anywhere, which is
 * what lets a failure here be called "not sent". Never rejects.
 */
export async function openSocket(opening: Opening): Promise<Result<Socket, Failure>> {
  const isSecure = opening.origin.protocol === 'https:';
  const opened = await (isSecure ? openSecure(opening) : openPlain(opening));
  if (opened.ok && opening.signal.aborted) {
    opened.value.destroy();
    return failed('connect', failureCodes.cut);
  }
  return opened;
}
