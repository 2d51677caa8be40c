import { isIP } from 'node:net';
import type { PeerCertificate } from 'node:tls';

import type { CheckId, Facts, Finding, FindingCode } from '../../contract/doctor';
import type { ConnectionTest } from '../../contract/manager';
import type { Result } from '../../contract/result';
import type { Network } from '../../contract/settings';
import { parseUrl } from '../../contract/url';
import { failureCodes, type Failure } from '../../plivo/evidence';
import { notSentReason } from '../../plivo/failure-reason';
import { openSocket } from '../../plivo/opening';
import type { Trust } from '../../plivo/trust';
import { finding, type Turn } from '../check-up';
import { certificateFacts, endsSoon } from './certificate';
import { clockFinding, nodeFinding } from './node';

export const networkChecks = ['proxy', 'dns', 'tls', 'clock', 'plivo'] as const satisfies CheckId[];

export interface NetworkPorts {
  /** The API's address of the line in use; null: that is the practice line, or there is none. */
  readonly apiBaseUrl: string | null;
  readonly network: Network;
  /** The proxy for an address; null where the system's can be asked for only on a desktop. */
  readonly resolveProxy: ((address: string) => Promise<string | null>) | null;
  readonly trust: Trust;
  /** The GET of the line's node, which dials nobody. */
  readonly readNode: () => Promise<{ readonly test: ConnectionTest; readonly date: string | null }>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

type Found = Pick<Turn, 'found'>;

/** The way to the origin, as far as it went. */
interface Way {
  readonly origin: URL;
  readonly proxy: string | null;
  readonly resolved: boolean;
  readonly certificate: PeerCertificate | null;
  readonly failure: Failure | null;
}

/** Scheme, host and port: what else an address may hold is nobody's business. */
function bareAddress(address: string): string {
  const url = parseUrl(address);
  return url === null ? '' : `${url.protocol}//${url.host}`;
}

async function tryWay(
  origin: URL,
  proxy: string | null,
  { network, trust }: NetworkPorts,
  signal: AbortSignal,
): Promise<Way> {
  let resolved = false;
  let certificate: PeerCertificate | null = null;
  let isLate = false;
  const stop = new AbortController();
  const timer = setTimeout(() => {
    isLate = true;
    stop.abort();
  }, network.connectTimeoutMs);
  const abort = () => stop.abort();
  signal.addEventListener('abort', abort, { once: true });
  const opened = await openSocket({
    origin,
    caFile: network.caFile,
    trust,
    resolveProxy: () => Promise.resolve(proxy),
    signal: stop.signal,
    attemptTimeoutMs: Math.max(50, Math.floor(network.connectTimeoutMs / 3)),
    reached: () => {
      resolved = true;
    },
    shown: (shown) => {
      certificate = shown;
    },
  });
  clearTimeout(timer);
  signal.removeEventListener('abort', abort);
  if (opened.ok) opened.value.destroy();
  return { origin, proxy, resolved, certificate, failure: failureOf(opened, isLate) };
}

function failureOf(opened: Result<unknown, Failure>, isLate: boolean): Failure | null {
  if (opened.ok) return null;
  return isLate ? { ...opened.error, code: failureCodes.connectTimeout } : opened.error;
}

function proxyFinding({ proxy, failure }: Way): Finding {
  if (proxy === null) return finding('proxy-none');
  const facts: Facts = { proxy: bareAddress(proxy) };
  if (failure?.stage !== 'proxy') return finding('proxy-used', facts);
  const { proxyStatus, code } = failure;
  if (proxyStatus !== null) return finding('proxy-refused', { ...facts, status: proxyStatus });
  return finding('proxy-unreachable', { ...facts, cause: code });
}

function dnsFinding({ origin, proxy, resolved, failure }: Way): Finding {
  const host = origin.hostname;
  const isEarlier = failure?.stage === 'ca-file' || failure?.stage === 'proxy';
  if (isEarlier) return finding('skipped-earlier');
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return finding('dns-number', { host });
  if (proxy !== null) return finding('dns-by-proxy', { host });
  if (resolved) return finding('dns-found', { host });
  return finding('dns-not-found', { host, ...(failure === null ? {} : { cause: failure.code }) });
}

function tlsFailure(failure: Failure): FindingCode {
  switch (notSentReason(failure).code) {
    case 'tls-expired':
      return 'tls-dates';
    case 'tls-untrusted':
      return 'tls-untrusted';
    case 'tls-name':
      return 'tls-name';
    default:
      return 'tls-failed';
  }
}

function tlsFinding(
  { origin, certificate, failure }: Way,
  caFile: string | null,
  now: number,
): Finding {
  const named: Facts = caFile === null ? {} : { caFile };
  if (failure?.stage === 'ca-file')
    return finding('tls-ca-file', { ...named, cause: failure.code });
  if (failure !== null && failure.stage !== 'secure') return finding('skipped-earlier');
  if (origin.protocol !== 'https:') return finding('tls-plain');
  const facts = { host: origin.host, ...named, ...certificateFacts(certificate) };
  if (failure !== null) return finding(tlsFailure(failure), { ...facts, cause: failure.code });
  return finding(endsSoon(facts, now) ? 'tls-soon' : 'tls-good', facts);
}

async function checkNode(turn: Found, { readNode, now }: NetworkPorts): Promise<void> {
  const { test, date } = await readNode();
  const isUnanswered = test.kind === 'unreachable' && test.reason.status === undefined;
  const noClock = test.kind === 'no-credentials' || (isUnanswered && date === null);
  turn.found('clock', noClock ? finding('skipped-earlier') : clockFinding(date, now()));
  turn.found('plivo', nodeFinding(test));
}

/**
 * The way to Plivo, step by step, as a transfer would go it: proxy, name look-up, secure connection,
 * and the GET of the line's node, by whose answer the clock is compared. Nothing is ever posted.
 */
export async function checkNetwork(turn: Turn, ports: NetworkPorts): Promise<void> {
  const { apiBaseUrl, network, resolveProxy } = ports;
  if (apiBaseUrl === null) {
    for (const id of networkChecks) turn.found(id, finding('skipped-practice'));
    return;
  }
  const origin = new URL(apiBaseUrl);
  const isPlain = origin.protocol !== 'https:';
  let proxy: string | null = null;
  try {
    // Plain text is for this computer alone, and goes through no proxy.
    if (!isPlain && resolveProxy !== null) proxy = await resolveProxy(origin.href);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    turn.found('proxy', finding('proxy-unresolved', { cause: cause.slice(0, 300) }));
    for (const id of networkChecks) turn.found(id, finding('skipped-earlier'));
    return;
  }
  if (!isPlain && resolveProxy === null) turn.found('proxy', finding('proxy-desktop'));
  const way = await tryWay(origin, proxy, ports, turn.signal);
  const { failure } = way;
  const isCaFile = failure?.stage === 'ca-file';
  turn.found('proxy', isCaFile ? finding('skipped-earlier') : proxyFinding(way));
  turn.found('dns', dnsFinding(way));
  turn.found('tls', tlsFinding(way, network.caFile, ports.now()));
  if (failure === null) {
    await checkNode(turn, ports);
    return;
  }
  turn.found('clock', finding('skipped-earlier'));
  const isReached = failure.stage !== 'connect';
  turn.found(
    'plivo',
    isReached
      ? finding('skipped-earlier')
      : finding('plivo-unreachable', { host: origin.host, cause: failure.code }),
  );
}
