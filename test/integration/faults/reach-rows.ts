import { acceptedAnswer, replied } from './answers';
import {
  accepted,
  notSent,
  proxied,
  rows,
  unknown,
  type Expected,
  type Fault,
  type Row,
  type Way,
} from './row';

const direct: readonly Way[] = ['http', 'https', 'http ahead', 'https ahead'];
const secure: readonly Way[] = ['https', 'https ahead'];
const good = replied(acceptedAnswer);
/** A socket that could not be opened ahead is not spoken of: the request opens its own. */
const fresh = { socket: 'fresh' } as const;
const connectLimit = notSent('connect-timeout', { endedBy: 'connect', socket: 'fresh' });
const totalLimit = notSent('connect-timeout', { endedBy: 'total first', socket: 'fresh' });

const name = (what: string, fault: Fault, expected: Expected) =>
  rows(what, ['http', 'https', 'https ahead'], { ...good, ...fault }, expected);

const handshake = (what: string, fault: Fault, expected: Expected, ways = secure) =>
  rows(what, ways, { ...good, ...fault }, expected);

const certificate = (what: string, fault: Fault, expected: Expected) =>
  rows(what, ['https', 'https ahead', 'proxied'], { ...good, ...fault }, expected);

const lost = notSent('connection-lost', fresh);
const noTls = notSent('tls', fresh);

/** The alert `handshake_failure` of a TLS server, before it says anything else. */
const handshakeFailure = '\u0015\u0003\u0003\u0000\u0002\u0002\u0028';

/** The way to the server: names, TCP, TLS and certificates. */
export const reachRows: readonly Row[] = [
  ...name('a name that does not exist', { host: 'no-such-host.invalid' }, notSent('dns', fresh)),
  ...name('a name that can be none', { host: `${'a'.repeat(64)}.example` }, notSent('dns', fresh)),
  ...name(
    'a name server that fails',
    { host: 'broken.baton.test', lookup: { code: 'EAI_AGAIN' } },
    notSent('dns', fresh),
  ),
  ...name(
    'a name server that says no',
    { host: 'unknown.baton.test', lookup: { code: 'ENOTFOUND' } },
    notSent('dns', fresh),
  ),
  ...name(
    'a name server out of reach',
    { host: 'offline.baton.test', lookup: { code: 'ENETUNREACH' } },
    notSent('offline', fresh),
  ),
  ...name(
    'a name server that never answers',
    { host: 'never.baton.test', lookup: 'never' },
    connectLimit,
  ),
  ...name(
    'a name server that never answers, total limit',
    { host: 'never.baton.test', lookup: 'never' },
    totalLimit,
  ),
  ...name(
    'a name without addresses',
    { host: 'empty.baton.test', lookup: [] },
    notSent('dns', fresh),
  ),
  ...rows(
    'a name with a dead address before the living one',
    direct,
    { ...good, host: 'two.baton.test', lookup: ['127.0.0.2', '127.0.0.1'] },
    accepted(),
  ),
  ...rows(
    'nobody listens',
    direct,
    { ...good, port: 'refuses' },
    notSent('connection-refused', fresh),
  ),
  ...rows(
    'no way to the network',
    direct,
    { ...good, host: '224.0.0.1' },
    notSent('offline', fresh),
  ),
  ...rows('a connection never taken', direct, { ...good, port: 'full-backlog' }, connectLimit),
  ...rows(
    'a connection never taken, total limit',
    direct,
    { ...good, port: 'full-backlog' },
    totalLimit,
  ),
  ...rows(
    'a black hole',
    ['http', 'http ahead'],
    replied(''),
    unknown('answer-timeout', { endedBy: 'total' }),
  ),
  ...rows(
    'Baton quits while it connects',
    [...direct, 'proxied'],
    { ...good, port: 'full-backlog', quits: 'connecting' },
    lost,
  ),

  ...handshake('a black hole', { port: 'silent' }, connectLimit),
  ...handshake('a black hole, total limit', { port: 'silent' }, totalLimit),
  ...handshake(
    'plain HTTP on the TLS port',
    { port: { says: 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n' } },
    noTls,
  ),
  ...handshake('a server that waits for plain HTTP', { tls: { identity: 'none' } }, connectLimit),
  ...rows(
    'TLS on the plain port',
    ['http'],
    { ...good, tls: { identity: 'localhost' } },
    unknown('lost-after-sending', { posts: 0 }),
  ),
  ...handshake('an SSH server', { port: { says: 'SSH-2.0-OpenSSH_9.2\r\n' } }, noTls),
  ...handshake('a TLS alert', { port: { says: handshakeFailure } }, noTls),
  ...handshake('TLS 1.1 at most', { tls: { newestVersion: 'TLSv1.1' } }, noTls),
  ...handshake('TLS 1.2', { tls: { newestVersion: 'TLSv1.2' } }, accepted()),
  ...handshake(
    'a client certificate wanted, TLS 1.2',
    { tls: { wantsClientCertificate: true, newestVersion: 'TLSv1.2' } },
    noTls,
  ),
  ...handshake(
    'a client certificate wanted, TLS 1.3',
    { tls: { wantsClientCertificate: true } },
    unknown('lost-after-sending', { posts: 0 }),
    ['https'],
  ),
  ...(['toServer', 'toClient'] as const).flatMap((direction) =>
    [0, 1, 100].flatMap((after) => [
      ...(['reset', 'close'] as const).flatMap((fault) =>
        handshake(
          `the handshake cut ${direction} after ${after} bytes (${fault})`,
          { wire: { [direction]: { after, fault } } },
          lost,
        ),
      ),
      ...handshake(
        `the handshake stalls ${direction} after ${after} bytes`,
        { wire: { [direction]: { after, fault: 'stall' } } },
        connectLimit,
        ['https', 'proxied'],
      ),
    ]),
  ),
  ...handshake(
    'the handshake half-closed in the middle',
    { wire: { toClient: { after: 300, fault: 'half-close' } } },
    lost,
  ),
  ...handshake(
    'the handshake stalls in the middle, total limit',
    { wire: { toClient: { after: 300, fault: 'stall' } } },
    totalLimit,
  ),
  ...handshake(
    'flipped bits in the handshake',
    { wire: { toClient: { after: 60, fault: 'garble' } } },
    noTls,
  ),
  ...handshake(
    'a handshake byte by byte',
    {
      wire: { toServer: { after: 0, fault: 'trickle' }, toClient: { after: 0, fault: 'trickle' } },
    },
    accepted(),
    ['https'],
  ),

  ...certificate(
    'a certificate gone by',
    { tls: { identity: 'expired' } },
    notSent('tls-expired', fresh),
  ),
  ...certificate(
    'a certificate of the future',
    { tls: { identity: 'notYetValid' } },
    notSent('tls-expired', fresh),
  ),
  ...certificate(
    'a certificate that signed itself',
    { tls: { identity: 'selfSigned' } },
    notSent('tls-untrusted', fresh),
  ),
  ...certificate(
    'a certificate for another name',
    { tls: { identity: 'otherName' } },
    notSent('tls-name', fresh),
  ),
  ...certificate(
    'a certificate for clients',
    { tls: { identity: 'wrongUsage' } },
    notSent('tls-untrusted', fresh),
  ),
  ...certificate('an unknown authority', { trust: 'nobody' }, notSent('tls-untrusted', fresh)),
  ...certificate(
    'an unknown authority that is sent along',
    { tls: { identity: 'strangerChain' } },
    notSent('tls-untrusted', fresh),
  ),
  ...certificate(
    'a certificate signed by a server',
    { tls: { identity: 'signedByServer' } },
    notSent('tls-untrusted', fresh),
  ),
  ...certificate(
    'a CA file that is not there',
    { trust: 'missing file' },
    notSent('ca-file', fresh),
  ),
  ...certificate(
    'a CA file without certificate',
    { trust: 'no certificate' },
    notSent('ca-file', fresh),
  ),
  ...rows(
    'a CA file that is never read',
    ['https'],
    { ...good, trust: 'file that is never read' },
    connectLimit,
  ),

  ...rows(
    'clock jumps, a good answer',
    ['http', 'https ahead', 'proxied kept'],
    { ...good, clockJumps: true },
    accepted(),
  ),
  ...rows(
    'clock jumps, no answer',
    ['http', 'http ahead', 'https kept', 'proxied kept'],
    { ...replied(''), clockJumps: true },
    unknown('answer-timeout', { endedBy: 'total' }),
  ),
  ...rows(
    'clock jumps, no connection',
    direct,
    { ...good, port: 'full-backlog', clockJumps: true },
    connectLimit,
  ),
  ...rows(
    'clock jumps, a cut answer',
    [...direct, ...proxied],
    { ...replied('HTTP/1.1 201', { ending: 'close' }), clockJumps: true },
    unknown('lost-after-sending'),
  ),
];
