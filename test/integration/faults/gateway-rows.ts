import { acceptedAnswer, replied } from './answers';
import {
  accepted,
  notSent,
  proxied,
  rows,
  unknown,
  type Expected,
  type GatewayFault,
  type Row,
} from './row';

const good = replied(acceptedAnswer);
const fresh = { socket: 'fresh' } as const;
const refused = notSent('proxy-refused', fresh);
const unreachable = notSent('proxy-unreachable', fresh);
const connectLimit = notSent('connect-timeout', { endedBy: 'connect', socket: 'fresh' });

const gateway = (name: string, fault: GatewayFault, expected: Expected) =>
  rows(`a proxy that ${name}`, ['proxied', 'proxied ahead'], { ...good, gateway: fault }, expected);

const answers = (line: string, expected: Expected, headers = '') =>
  gateway(
    `answers ${line}`,
    { answer: `HTTP/1.1 ${line}\r\n${headers}\r\n`, next: 'close' },
    expected,
  );

const established = 'HTTP/1.1 200 Connection established\r\n\r\n';

/** A company's proxy: until its tunnel and the TLS inside stand, nothing can have been sent. */
export const gatewayRows: readonly Row[] = [
  ...rows('a proxy that lets through', proxied, good, accepted()),
  ...gateway('is not there', 'refuses', unreachable),
  ...gateway('cannot be found out', 'cannot be found out', unreachable),
  ...gateway('has a nonsense address', 'has a nonsense address', unreachable),
  ...gateway('has a name without address', 'has no address', unreachable),
  ...gateway('is never found out', 'is never found out', connectLimit),
  ...gateway('takes no connection', 'full-backlog', connectLimit),
  ...gateway('never answers', 'silent', connectLimit),
  ...answers(
    '407 Proxy Authentication Required',
    notSent('proxy-auth', fresh),
    'Proxy-Authenticate: Basic realm="x"\r\n',
  ),
  ...answers('407 without challenge', notSent('proxy-auth', fresh)),
  ...answers('403 Forbidden', refused),
  ...answers('404 Not Found', refused),
  ...answers('429 Too Many Requests', refused, 'Retry-After: 1\r\n'),
  ...answers('500 Internal Server Error', refused),
  ...answers('502 Bad Gateway', refused),
  ...answers('503 Service Unavailable', refused),
  ...answers('504 Gateway Timeout', refused),
  ...answers('302 Found', refused, 'Location: https://localhost/\r\n'),
  ...answers('204 No Content', refused),
  ...answers('100 Continue', refused),
  ...answers('999 Denied', refused),
  ...gateway(
    'answers 201 with a whole body',
    { answer: acceptedAnswer.toString(), next: 'hang' },
    refused,
  ),
  ...gateway('answers rubbish', { answer: 'SSH-2.0-OpenSSH_9.2\r\n', next: 'close' }, refused),
  ...gateway(
    'answers rubbish and hangs',
    { answer: 'SSH-2.0-OpenSSH_9.2\r\n', next: 'hang' },
    refused,
  ),
  ...gateway(
    'answers with endless headers',
    { answer: `HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(5_000)}`, next: 'hang' },
    refused,
  ),
  ...gateway('hangs up without a word', { answer: '', next: 'close' }, unreachable),
  ...gateway('resets without a word', { answer: '', next: 'reset' }, unreachable),
  ...gateway('hangs up in its answer', { answer: 'HTTP/1.1 200 Conn', next: 'close' }, unreachable),
  ...gateway('stalls in its answer', { answer: 'HTTP/1.1 200 Conn', next: 'hang' }, connectLimit),
  ...gateway('dies after its 200', { next: 'close' }, notSent('connection-lost', fresh)),
  ...gateway('is reset after its 200', { next: 'reset' }, notSent('connection-lost', fresh)),
  ...gateway('hangs after its 200', { next: 'hang' }, connectLimit),
  ...gateway(
    'talks on after its 200',
    { answer: `${established}rubbish, and more of it`, next: 'hang' },
    notSent('tls', fresh),
  ),
  ...gateway(
    'answers in HTTP/1.0',
    { answer: 'HTTP/1.0 200 OK\r\n\r\n', next: 'tunnel' },
    accepted(),
  ),
  ...gateway(
    'gives its 200 headers',
    { answer: 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nProxy-Agent: x\r\n\r\n', next: 'tunnel' },
    accepted(),
  ),
  ...gateway('is spoken to by TLS', { next: 'tunnel', identity: 'localhost' }, accepted()),
  ...gateway(
    'has signed its own certificate',
    { next: 'tunnel', identity: 'selfSigned' },
    unreachable,
  ),
  ...gateway('has a certificate gone by', { next: 'tunnel', identity: 'expired' }, unreachable),
  ...rows(
    'a tunnel closed while it idled',
    ['proxied ahead', 'proxied kept'],
    { ...good, idle: 'tunnel closed' },
    accepted({ socket: 'fresh' }),
  ),
  ...rows(
    'a tunnel reset while it idled',
    ['proxied ahead', 'proxied kept'],
    { ...good, idle: 'tunnel reset' },
    accepted({ socket: 'fresh' }),
  ),
  ...rows(
    'nobody listens behind the proxy',
    ['proxied'],
    { ...good, port: 'refuses' },
    unreachable,
  ),
  ...rows(
    'a black hole behind the proxy',
    ['proxied', 'proxied ahead'],
    { ...good, port: 'silent' },
    connectLimit,
  ),
  ...rows(
    'no answer through the proxy',
    proxied,
    replied(''),
    unknown('answer-timeout', { endedBy: 'total' }),
  ),
];
