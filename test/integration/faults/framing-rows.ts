import { acceptedAnswer, acceptedBody, answer, chunked, rawAnswer, replied } from './answers';
import { accepted, everyWay, refused, rows, unknown, type Row, type Way } from './row';

const one: readonly Way[] = ['http'];
const some: readonly Way[] = ['http kept', 'https', 'proxied ahead'];
const length = `Content-Length: ${acceptedBody.length}`;
const isChunked = 'Transfer-Encoding: chunked';
const readable = acceptedAnswer.toString();
const bodyAt = readable.indexOf('\r\n\r\n') + 4;

/** An answer that breaks off after so many bytes. */
const cut = (where: string, bytes: number) =>
  (['end', 'close', 'reset'] as const).flatMap((ending) =>
    rows(
      `an answer cut ${where} (${ending})`,
      ending === 'reset' ? ['http', 'http ahead', ...some] : some,
      replied(readable.slice(0, bytes), { ending }),
      unknown('lost-after-sending'),
    ),
  );

const stalled = (where: string, bytes: number) =>
  rows(
    `an answer that stalls ${where}`,
    some,
    replied(readable.slice(0, bytes)),
    unknown('answer-timeout', { endedBy: 'total' }),
  );

const unreadable = (name: string, bytes: Buffer | string, ways = one) =>
  rows(name, ways, replied(bytes, { ending: 'end' }), unknown('answer-unreadable'));

/** How an answer is delimited, cut and mis-shaped. */
export const framingRows: readonly Row[] = [
  ...rows('a whole answer', everyWay, replied(acceptedAnswer), accepted()),
  ...rows(
    'a whole answer, byte by byte',
    ['http', 'http kept', 'https', 'proxied kept'],
    replied(acceptedAnswer, { pace: 'byte-by-byte' }),
    accepted(),
  ),
  ...rows(
    'a whole answer, then a reset',
    ['http', 'https', 'proxied kept'],
    replied(acceptedAnswer, { ending: 'reset' }),
    accepted(),
  ),
  ...cut('before its first byte', 0),
  ...cut('in the status line', 7),
  ...cut('in the headers', 30),
  ...cut('before the body', bodyAt),
  ...cut('in the body', bodyAt + 20),
  ...cut('one byte before its end', readable.length - 1),
  ...rows(
    'a refusal cut in its body',
    some,
    replied('HTTP/1.1 404 Not Found\r\nContent-Length: 50\r\n\r\n{"error":"', { ending: 'end' }),
    unknown('lost-after-sending'),
  ),
  ...stalled('before its first byte', 0),
  ...stalled('in the status line', 7),
  ...stalled('in the headers', 30),
  ...stalled('before the body', bodyAt),
  ...stalled('one byte before its end', readable.length - 1),
  ...rows(
    'an answer behind interim ones',
    some,
    replied(`${'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n'.repeat(30)}${readable}`),
    accepted(),
  ),
  ...rows(
    'interim answers and then the end',
    some,
    replied('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(3), { ending: 'end' }),
    unknown('lost-after-sending'),
  ),
  ...rows(
    'HTTP/1.0, ended by the connection',
    some,
    replied(rawAnswer([], acceptedBody, 'HTTP/1.0 201 Created'), { ending: 'end' }),
    accepted(),
  ),
  ...rows(
    'HTTP/1.0, a refusal',
    one,
    replied('HTTP/1.0 404 Not Found\r\n\r\nno', { ending: 'end' }),
    refused('http-404'),
  ),
  ...unreadable('HTTP/0.9: a body alone', acceptedBody),
  ...unreadable('HTTP/3.0', rawAnswer([length], acceptedBody, 'HTTP/3.0 201 Created')),
  ...unreadable('another protocol', 'SSH-2.0-OpenSSH_9.2\r\n', some),
  ...unreadable('zeros', Buffer.alloc(300)),
  ...rows(
    'no Content-Length, ended by the connection',
    some,
    replied(rawAnswer([], acceptedBody), { ending: 'end' }),
    accepted(),
  ),
  ...rows(
    'no Content-Length, cut by a reset',
    some,
    replied(rawAnswer([], acceptedBody), { ending: 'reset' }),
    unknown('lost-after-sending'),
  ),
  ...rows(
    'no Content-Length and no end',
    one,
    replied(rawAnswer([], acceptedBody)),
    unknown('answer-timeout', { endedBy: 'total' }),
  ),
  ...rows(
    'no Content-Length, half a body, ended by the connection',
    some,
    replied(rawAnswer([], acceptedBody.slice(0, -2)), { ending: 'end' }),
    unknown('answer-unreadable'),
  ),
  ...rows(
    'Content-Length too long, and the end',
    some,
    replied(rawAnswer(['Content-Length: 999'], acceptedBody), { ending: 'end' }),
    unknown('lost-after-sending'),
  ),
  ...rows(
    'Content-Length too long, and no end',
    one,
    replied(rawAnswer(['Content-Length: 999'], acceptedBody)),
    unknown('answer-timeout', { endedBy: 'total' }),
  ),
  ...rows(
    'Content-Length too short',
    some,
    replied(rawAnswer(['Content-Length: 20'], acceptedBody)),
    unknown('answer-unreadable'),
  ),
  ...rows(
    'Content-Length too short for a refusal',
    one,
    replied(rawAnswer(['Content-Length: 2'], 'no way', 'HTTP/1.1 404 Not Found')),
    refused('http-404'),
  ),
  ...rows(
    'Content-Length 0 before a body',
    one,
    replied(rawAnswer(['Content-Length: 0'], acceptedBody)),
    unknown('answer-unreadable'),
  ),
  ...unreadable('two Content-Lengths that differ', rawAnswer([length, 'Content-Length: 3'], '{}')),
  ...unreadable('two Content-Lengths that agree', rawAnswer([length, length], acceptedBody)),
  ...unreadable('a negative Content-Length', rawAnswer(['Content-Length: -1'], acceptedBody)),
  ...unreadable('a Content-Length in words', rawAnswer(['Content-Length: ten'], acceptedBody)),
  ...unreadable(
    'a Content-Length beyond all numbers',
    rawAnswer([`Content-Length: ${'9'.repeat(30)}`], acceptedBody),
  ),
  ...unreadable(
    'Content-Length and Transfer-Encoding',
    rawAnswer([length, isChunked], `${chunked(acceptedBody)}\r\n`),
    some,
  ),
  ...rows(
    'chunks',
    some,
    replied(rawAnswer([isChunked], `${chunked(acceptedBody)}\r\n`)),
    accepted(),
  ),
  ...rows(
    'chunks of one byte, byte by byte',
    some,
    replied(rawAnswer([isChunked], `${chunked(acceptedBody, 1)}\r\n`), { pace: 'byte-by-byte' }),
    accepted(),
  ),
  ...rows(
    'chunks and trailers',
    some,
    replied(
      rawAnswer([isChunked, 'Trailer: X-A'], `${chunked(acceptedBody)}X-A: b\r\nX-C: d\r\n\r\n`),
    ),
    accepted(),
  ),
  ...rows(
    'chunks without the last one',
    some,
    replied(rawAnswer([isChunked], chunked(acceptedBody).slice(0, -3)), { ending: 'end' }),
    unknown('lost-after-sending'),
  ),
  ...rows(
    'chunks cut before the last line end',
    one,
    replied(rawAnswer([isChunked], chunked(acceptedBody)), { ending: 'end' }),
    unknown('lost-after-sending'),
  ),
  ...unreadable('a chunk size that is none', rawAnswer([isChunked], 'zz\r\n{}\r\n0\r\n\r\n'), some),
  ...unreadable('a chunk longer than its size', rawAnswer([isChunked], '2\r\n{}}\r\n0\r\n\r\n')),
  ...unreadable('a chunk size beyond all numbers', rawAnswer([isChunked], `${'f'.repeat(20)}\r\n`)),
  ...unreadable('a chunk of a negative size', rawAnswer([isChunked], '-2\r\n{}\r\n0\r\n\r\n')),
  ...unreadable(
    'endless headers',
    `HTTP/1.1 201 Created\r\n${'X-A: b\r\n'.repeat(5_000)}\r\n`,
    some,
  ),
  ...unreadable('one header of 100 kB', rawAnswer([`X-A: ${'b'.repeat(100_000)}`, length], '')),
  ...unreadable('a status line of 100 kB', `HTTP/1.1 201 ${'x'.repeat(100_000)}\r\n\r\n`),
  ...rows(
    'two thousand small headers',
    one,
    replied(answer('201 Created', acceptedBody, Array<string>(2_000).fill('a:b'))),
    accepted(),
  ),
  ...unreadable(
    'endless trailers',
    rawAnswer([isChunked], `${chunked(acceptedBody)}${'X-A: b\r\n'.repeat(5_000)}\r\n`),
  ),
  ...rows(
    'no Content-Length, ended without goodbye',
    ['https'],
    replied(rawAnswer([], acceptedBody), { ending: 'close' }),
    accepted(),
  ),
  ...unreadable('NUL in a header', rawAnswer(['X-A: b\0c', length], acceptedBody)),
  ...unreadable('NUL in a header name', rawAnswer(['X\0A: b', length], acceptedBody)),
  ...unreadable('a header without colon', rawAnswer(['nonsense', length], acceptedBody)),
  ...unreadable('a space before the colon', rawAnswer(['Content-Length : 5'], acceptedBody)),
  ...unreadable(
    'a header folded over two lines',
    rawAnswer(['X-A: b', ' c', length], acceptedBody),
  ),
  ...rows(
    'an upgrade offered beside a 201',
    some,
    replied(answer('201 Created', acceptedBody, ['Connection: Upgrade', 'Upgrade: h2c'])),
    accepted(),
  ),
  ...rows(
    'two answers in one packet, both the same',
    some,
    replied(Buffer.concat([acceptedAnswer, acceptedAnswer])),
    accepted(),
  ),
  ...rows(
    'two answers in one packet, the first a refusal',
    some,
    replied(Buffer.concat([answer('404 Not Found', 'no'), acceptedAnswer])),
    refused('http-404'),
  ),
  ...rows(
    'two answers in one packet, the second a 500',
    some,
    replied(Buffer.concat([acceptedAnswer, answer('500 Oh', '')])),
    accepted(),
  ),
  ...rows(
    'an answer and rubbish behind it',
    some,
    replied(Buffer.concat([acceptedAnswer, Buffer.from('rubbish')])),
    accepted(),
  ),
  ...rows(
    'an answer before the request is whole',
    ['http', 'https'],
    replied(acceptedAnswer, { when: 'head' }),
    accepted(),
  ),
  ...rows(
    'a refusal before the request is whole, and the end',
    ['http', 'https'],
    replied(answer('413 Content Too Large', '', ['Connection: close']), {
      when: 'head',
      ending: 'end',
    }),
    refused('http-4xx'),
  ),
];
