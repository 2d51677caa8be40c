import { acceptedBody, answer, replied } from './answers';
import { everyWay, refused, rows, unknown, type Row, type Way } from './row';

const one: readonly Way[] = ['http'];
const some: readonly Way[] = ['http kept', 'https', 'proxied ahead'];
const reason = '{"error":"why not"}';

const status = (line: string, ways: readonly Way[], expected: Row['expected'], body = reason) =>
  rows(line, ways, replied(answer(line, body)), expected);

const redirect = (line: string) =>
  rows(
    `${line} to another server`,
    ['http', 'http kept', 'http ahead'],
    replied(answer(line, '', ['Location: {elsewhere}/v1/x'])),
    unknown('http-unexpected'),
  );

const retryAfter = (what: string, value: string, wait: number | null) =>
  rows(
    `429, Retry-After ${what}`,
    one,
    replied(answer('429 Too Many Requests', reason, [`Retry-After: ${value}`])),
    refused('http-429', { wait }),
  );

/** Answers that are whole and plain to read; what they say is their status. */
export const statusRows: readonly Row[] = [
  ...rows(
    '100 and nothing more',
    ['http', 'https kept'],
    replied('HTTP/1.1 100 Continue\r\n\r\n'),
    unknown('answer-timeout', { endedBy: 'total' }),
  ),
  ...rows(
    'a flood of 1xx',
    ['http'],
    replied('HTTP/1.1 102 Processing\r\n\r\n'.repeat(50), { pace: 'endless' }),
    unknown('answer-timeout', { endedBy: 'total' }),
  ),
  ...rows(
    '101 nobody asked for',
    some,
    replied('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
    unknown('http-unexpected'),
  ),
  ...status('101 Switching Protocols', one, unknown('http-unexpected'), acceptedBody),
  ...rows('204', everyWay, replied('HTTP/1.1 204 No Content\r\n\r\n'), unknown('http-unexpected')),
  ...rows(
    '204 with a body all the same',
    one,
    replied(answer('204 No Content', acceptedBody)),
    unknown('http-unexpected'),
  ),
  ...status('205 Reset Content', some, unknown('http-unexpected'), acceptedBody),
  ...status('300 Multiple Choices', one, unknown('http-unexpected'), acceptedBody),
  ...redirect('301 Moved Permanently'),
  ...redirect('302 Found'),
  ...redirect('303 See Other'),
  ...redirect('307 Temporary Redirect'),
  ...redirect('308 Permanent Redirect'),
  ...rows('304', one, replied('HTTP/1.1 304 Not Modified\r\n\r\n'), unknown('http-unexpected')),
  ...status('400 Bad Request', some, refused('http-400')),
  ...status('401 Unauthorized', everyWay, refused('http-401')),
  ...rows(
    '401 with a challenge',
    some,
    replied(answer('401 Unauthorized', 'no', ['WWW-Authenticate: Basic realm="x", Digest y'])),
    refused('http-401'),
  ),
  ...status('402 Payment Required', one, refused('http-4xx')),
  ...status('403 Forbidden', some, refused('http-403')),
  ...status('404 Not Found', some, refused('http-404')),
  ...status('405 Method Not Allowed', one, refused('http-4xx')),
  ...rows(
    '407 from the server itself',
    ['http', 'proxied'],
    replied(answer('407 Proxy Authentication Required', '', ['Proxy-Authenticate: Basic'])),
    refused('http-4xx'),
  ),
  ...status('408 Request Timeout', everyWay, unknown('http-408'), acceptedBody),
  ...rows(
    '408 and the connection is closed',
    ['http kept', 'https kept'],
    replied(answer('408 Request Timeout', '', ['Connection: close']), { ending: 'end' }),
    unknown('http-408'),
  ),
  ...status('409 Conflict', one, refused('http-4xx')),
  ...status('413 Content Too Large', one, refused('http-4xx')),
  ...status('421 Misdirected Request', some, refused('http-4xx')),
  ...rows(
    '425 Too Early',
    one,
    replied(answer('425 Too Early', '', ['Retry-After: 1'])),
    refused('http-4xx', { wait: null }),
  ),
  ...status('429 Too Many Requests', some, refused('http-429', { wait: null })),
  ...retryAfter('in seconds', '7', 7),
  ...retryAfter('0', '0', 0),
  ...retryAfter('a date gone by', 'Tue, 04 Mar 2025 05:06:37 GMT', 0),
  ...retryAfter('no date', 'Tue, 99 Mar 2025 05:06:37 GMT', null),
  ...retryAfter('nonsense', 'soon', null),
  ...retryAfter('negative', '-5', null),
  ...retryAfter('of three years', '99999999', null),
  ...retryAfter('of 400 digits', '9'.repeat(400), null),
  ...retryAfter('twice', '3\r\nRetry-After: 9', 3),
  ...status('431 Request Header Fields Too Large', one, refused('http-4xx')),
  ...status('451 Unavailable For Legal Reasons', one, refused('http-4xx')),
  ...status('499 Client Closed Request', one, refused('http-4xx')),
  ...status('500 Internal Server Error', some, unknown('http-5xx')),
  ...status('501 Not Implemented', one, unknown('http-5xx')),
  ...status('502 Bad Gateway', everyWay, unknown('http-5xx')),
  ...rows(
    '503, Retry-After 1',
    ['http', 'http kept', 'https ahead'],
    replied(answer('503 Service Unavailable', '', ['Retry-After: 1'])),
    unknown('http-5xx', { wait: null }),
  ),
  ...status('504 Gateway Timeout', some, unknown('http-5xx')),
  ...status('511 Network Authentication Required', one, unknown('http-5xx')),
  ...status('599 Whatever', one, unknown('http-5xx'), acceptedBody),
  ...status('600 Beyond', one, unknown('http-unexpected'), acceptedBody),
  ...status('999 Denied', one, unknown('http-unexpected'), acceptedBody),
  ...status('000 Nothing', one, unknown('http-unexpected'), acceptedBody),
  ...status('20x Maybe', one, unknown('answer-unreadable'), acceptedBody),
  ...status('-201 Created', one, unknown('answer-unreadable'), acceptedBody),
];
