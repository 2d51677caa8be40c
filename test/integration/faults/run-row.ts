import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';

import { createConnection, type Connection } from '../../../electron/plivo/connection';
import type { Evidence } from '../../../electron/plivo/evidence';
import { outcomeOf, type Verdict } from '../../../electron/plivo/outcome';
import { startFaultGateway, type FaultGateway } from '../../support/fault-gateway';
import { startFaultOrigin, type FaultOrigin, type Reply } from '../../support/fault-origin';
import { blackHole, fullBacklog, greeter, refusingPort } from '../../support/fault-ports';
import { startFaultProxy, type FaultProxy } from '../../support/fault-proxy';
import { turns } from '../../support/fault-sockets';
import type { Certificates } from '../plivo/certificates';
import { readNodeAt, transferTo } from '../plivo/connection-fixture';
import { acceptedAnswer } from './answers';
import { limitsOf, type Fault, type GatewayFault, type Row } from './row';

/** What came of a row. */
export interface Observed {
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  /** POSTs that arrived whole anywhere. */
  readonly posts: number;
  /** Requests that went to where a redirect pointed. */
  readonly elsewhere: number;
}

interface Stage {
  /** What the server speaks. */
  readonly scheme: 'http' | 'https';
  readonly origin: FaultOrigin;
  readonly wire: FaultProxy;
  /** Where redirects point. */
  readonly elsewhere: FaultOrigin | null;
  readonly closing: (() => unknown)[];
}

const patient = limitsOf(null);
const hour = 3_600_000;

/** Hours ahead, hours behind, by turns. */
function jumpingClock(): () => number {
  let looks = 0;
  return () => Date.now() + (looks++ % 2 === 0 ? 7 : -9) * hour;
}

const isPlain = (way: Row['way']) => way === 'http' || way.startsWith('http ');

async function setStage(row: Row, certificates: Certificates): Promise<Stage> {
  const { fault } = row;
  const closing: Stage['closing'] = [];
  const given: Reply = fault.reply ?? { bytes: acceptedAnswer };
  const redirects = Buffer.from(given.bytes).includes('{elsewhere}');
  const elsewhere = redirects ? await startFaultOrigin({ bytes: acceptedAnswer }, null) : null;
  if (elsewhere) closing.push(() => elsewhere.close());
  const bytes = elsewhere
    ? given.bytes.toString().replace('{elsewhere}', `http://127.0.0.1:${elsewhere.port}`)
    : given.bytes;
  const name = fault.tls?.identity ?? (isPlain(row.way) ? 'none' : 'localhost');
  const identity = name === 'none' ? null : { ...fault.tls, ...certificates[name] };
  const origin = await startFaultOrigin({ ...given, bytes }, identity);
  closing.push(() => origin.close());
  const wire = await startFaultProxy(origin.port);
  closing.push(() => wire.close());
  return { scheme: identity ? 'https' : 'http', origin, wire, elsewhere, closing };
}

async function otherPort(fault: NonNullable<Fault['port']>, closing: Stage['closing']) {
  const opening =
    fault === 'refuses'
      ? refusingPort()
      : fault === 'full-backlog'
        ? fullBacklog()
        : fault === 'silent'
          ? blackHole()
          : greeter(fault.says);
  const opened = await opening;
  closing.push(() => opened.close());
  return opened.port;
}

async function gatewayOf(
  fault: GatewayFault,
  certificates: Certificates,
  closing: Stage['closing'],
): Promise<{ resolve: () => Promise<string>; gateway: FaultGateway | null }> {
  const at = (url: string) => ({ resolve: () => Promise.resolve(url), gateway: null });
  switch (fault) {
    case 'refuses':
    case 'full-backlog':
    case 'silent':
      return at(`http://127.0.0.1:${await otherPort(fault, closing)}`);
    case 'cannot be found out':
      return { resolve: () => Promise.reject(new Error('The PAC file is broken')), gateway: null };
    case 'is never found out':
      return { resolve: () => new Promise(() => undefined), gateway: null };
    case 'has a nonsense address':
      return at('http://:::/');
    case 'has no address':
      return at('http://proxy.invalid:3128');
    default: {
      const { identity: name, ...plan } = fault;
      const identity = name && certificates[name];
      const gateway = await startFaultGateway({ ...plan, ...(identity ? { identity } : {}) });
      closing.push(() => gateway.close());
      const scheme = identity ? 'https' : 'http';
      const url = `${scheme}://user:fake-proxy-password@localhost:${gateway.port}`;
      return { resolve: () => Promise.resolve(url), gateway };
    }
  }
}

/** The CA file of a row; a fresh one where reading it never ends. */
function caFileOf(
  fault: Fault,
  certificates: Certificates,
  closing: Stage['closing'],
): string | null {
  switch (fault.trust) {
    case 'nobody':
      return null;
    case 'missing file':
      return join(certificates.folder, 'missing.pem');
    case 'no certificate':
      return join(certificates.folder, 'localhost.key');
    case 'file that is never read': {
      const pipe = join(certificates.folder, `pipe-${performance.now()}`);
      execFileSync('mkfifo', [pipe]);
      // Lets the readers go that wait for somebody to write. Not by a promise: they hold threads
      // that it would need.
      closing.push(() => closeSync(openSync(pipe, 'r+')));
      return pipe;
    }
    default:
      return certificates.caFile;
  }
}

async function breakIdle(fault: Fault, stage: Stage, gateway: FaultGateway | null): Promise<void> {
  switch (fault.idle) {
    case 'closed':
      return stage.wire.breakAll('close');
    case 'reset':
      return stage.wire.breakAll('reset');
    case 'half-closed':
      return stage.wire.breakAll('half-close');
    case 'server gone':
      return stage.wire.close();
    case 'tunnel closed':
      return gateway?.breakAll('close');
    case 'tunnel reset':
      return gateway?.breakAll('reset');
    case undefined:
      return undefined;
  }
}

/** A kept socket is dropped at once; one opened ahead, when it is looked at. */
async function saidOnIdle(text: string, row: Row, origin: FaultOrigin): Promise<void> {
  const dropped = row.way.endsWith('kept') ? once(origin.events, 'closed') : turns(200);
  origin.sayUnasked(text);
  await dropped;
}

/** A second POST would come at once, and before what another connection asks after it. */
async function settle(stage: Stage, other: Connection): Promise<void> {
  const request = readNodeAt(`${stage.scheme}://127.0.0.1:${stage.origin.port}`);
  await other.send(request, { connectTimeoutMs: 5_000, totalTimeoutMs: 5_000 });
}

/**
 * Plays one row on servers and a connection of its own.
 * @param other Asks the server something when the row is over.
 */
export async function runRow(
  row: Row,
  certificates: Certificates,
  other: Connection,
): Promise<Observed> {
  const { fault, way, expected } = row;
  const stage = await setStage(row, certificates);
  const { origin, wire, closing } = stage;
  try {
    const { resolve, gateway } = way.startsWith('proxied')
      ? await gatewayOf(fault.gateway ?? { next: 'tunnel' }, certificates, closing)
      : { resolve: () => Promise.resolve(null), gateway: null };
    const caFile = caFileOf(fault, certificates, closing);
    const connection: Connection = createConnection({
      caFile: () => caFile,
      resolveProxy: resolve,
      clock: {
        now: fault.clockJumps ? jumpingClock() : () => Date.now(),
        monotonic: () => performance.now(),
      },
    });
    closing.push(() => connection.close());
    const scheme = isPlain(way) ? 'http' : 'https';
    const host = fault.host ?? (scheme === 'http' ? '127.0.0.1' : 'localhost');
    const otherPortNumber = fault.port === undefined ? null : await otherPort(fault.port, closing);
    const base = `${scheme}://${host}:${otherPortNumber ?? wire.port}`;
    const opens = expected.outcome !== 'not-sent' || fault.idle !== undefined;

    if (way.endsWith('kept')) await connection.send(readNodeAt(base), patient);
    if (opens && way.endsWith('ahead')) {
      const ready = once(origin.events, 'ready');
      connection.warm(base, patient);
      await ready;
    }
    wire.arm(fault.wire ?? {});
    if (!opens && way.endsWith('ahead')) connection.warm(base, patient);
    await breakIdle(fault, stage, gateway);
    if (fault.idle !== undefined && way.startsWith('proxied')) await turns(50);
    if (fault.unasked !== undefined) await saidOnIdle(fault.unasked, row, origin);

    const sent = connection.send(transferTo(base), limitsOf(expected.endedBy));
    if (fault.quits === 'connecting') setImmediate(() => connection.close());
    if (fault.quits === 'sent') origin.events.once('post', () => connection.close());
    const evidence = await sent;
    const verdict = outcomeOf(evidence, Date.now());
    await settle(stage, other);
    return {
      evidence,
      verdict,
      posts: origin.posts(),
      elsewhere: stage.elsewhere?.connections() ?? 0,
    };
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}
