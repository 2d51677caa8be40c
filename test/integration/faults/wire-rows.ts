import { acceptedAnswer, acceptedBody, answer, replied } from './answers';
import {
  accepted,
  everyWay,
  notSent,
  plain,
  reused,
  rows,
  unknown,
  type Row,
  type Way,
} from './row';

const keptSecure: readonly Way[] = ['https kept', 'proxied kept'];
const direct: readonly Way[] = [...plain, 'https kept'];
const good = replied(acceptedAnswer);
const lost = unknown('lost-after-sending');
const lostHalfway = unknown('lost-after-sending', { posts: 0 });
const late = unknown('answer-timeout', { endedBy: 'total' });
const lateHalfway = unknown('answer-timeout', { endedBy: 'total', posts: 0 });

/** The request breaks off after so many bytes. */
const requestCut = (where: string, after: number, ways: readonly Way[] = plain) => [
  ...(['reset', 'close', 'half-close'] as const).flatMap((fault) =>
    rows(
      `the request cut ${where} (${fault})`,
      ways,
      { ...good, wire: { toServer: { after, fault } } },
      lostHalfway,
    ),
  ),
  ...rows(
    `the request stalls ${where}`,
    ways,
    { ...good, wire: { toServer: { after, fault: 'stall' } } },
    lateHalfway,
  ),
];

const answerCut = (where: string, after: number, ways: readonly Way[]) => [
  ...(['reset', 'close', 'half-close'] as const).flatMap((fault) =>
    rows(
      `the wire cut ${where} of the answer (${fault})`,
      ways,
      { ...good, wire: { toClient: { after, fault } } },
      lost,
    ),
  ),
  ...rows(
    `the wire stalls ${where} of the answer`,
    ways,
    { ...good, wire: { toClient: { after, fault: 'stall' } } },
    late,
  ),
];

const unasked = (name: string, text: string) =>
  rows(name, reused, { ...good, unasked: text }, accepted({ socket: 'fresh' }));

/** What the network does to the bytes of the exchange, and to sockets that wait for one. */
export const wireRows: readonly Row[] = [
  ...requestCut('before its first byte', 0, ['http kept', 'http ahead', ...keptSecure]),
  ...requestCut('in the request line', 1),
  ...requestCut('in the headers', 120),
  ...requestCut('in the body', 400),
  ...requestCut('in a TLS record', 200, ['https kept']),
  ...rows(
    'the request byte by byte',
    ['http', 'http ahead', 'https kept'],
    { ...good, wire: { toServer: { after: 0, fault: 'trickle' } } },
    accepted(),
  ),
  ...rows(
    'everything byte by byte',
    ['http', 'http kept', 'https kept'],
    {
      ...good,
      wire: { toServer: { after: 0, fault: 'trickle' }, toClient: { after: 0, fault: 'trickle' } },
    },
    accepted(),
  ),
  ...rows(
    'flipped bits in the request',
    ['https kept', 'proxied kept'],
    { ...good, wire: { toServer: { after: 5, fault: 'garble' } } },
    lostHalfway,
  ),
  ...answerCut('at the first byte', 0, direct),
  ...answerCut('in the status line', 9, plain),
  ...answerCut('in the headers', 40, plain),
  ...answerCut('in the body', acceptedAnswer.length - 30, plain),
  ...answerCut('in the first TLS record', 30, keptSecure),
  ...rows(
    'flipped bits in the answer',
    ['http'],
    { ...good, wire: { toClient: { after: 0, fault: 'garble' } } },
    unknown('answer-unreadable'),
  ),
  ...rows(
    'flipped bits in the answer',
    keptSecure,
    { ...good, wire: { toClient: { after: 5, fault: 'garble' } } },
    lost,
  ),
  ...rows(
    'a socket closed while it idled',
    reused,
    { ...good, idle: 'closed' },
    accepted({ socket: 'fresh' }),
  ),
  ...rows(
    'a socket reset while it idled',
    reused,
    { ...good, idle: 'reset' },
    accepted({ socket: 'fresh' }),
  ),
  ...rows(
    'a socket half-closed while it idled',
    reused,
    { ...good, idle: 'half-closed' },
    accepted({ socket: 'fresh' }),
  ),
  ...rows(
    'a socket closed while it idled, and nobody there any more',
    ['http ahead', 'http kept', 'https ahead', 'https kept'],
    { ...good, idle: 'server gone' },
    notSent('connection-refused', { socket: 'fresh' }),
  ),
  ...rows(
    'a socket that the network has forgotten',
    ['http ahead', 'http kept', 'https kept', 'proxied kept'],
    {
      ...good,
      wire: { toServer: { after: 0, fault: 'stall' }, toClient: { after: 0, fault: 'stall' } },
    },
    lateHalfway,
  ),
  ...unasked(
    'a 408 on an idle socket',
    'HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n',
  ),
  ...unasked('a 201 on an idle socket', acceptedAnswer.toString()),
  ...unasked('one byte on an idle socket', 'H'),
  ...rows(
    'a server that keeps no connection',
    everyWay,
    replied(answer('201 Created', acceptedBody, ['Connection: close']), { ending: 'end' }),
    accepted(),
  ),
  ...rows('Baton quits while it waits', everyWay, { quits: 'sent', ...replied('') }, lost),
];
