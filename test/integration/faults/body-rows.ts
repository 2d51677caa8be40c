import { brotliCompressSync, gzipSync } from 'node:zlib';

import type { ReasonCode } from '../../../electron/contract/transfer';
import { acceptedBody, answer, apiId, created, rawAnswer, replied } from './answers';
import { accepted, refused, rows, unknown, type Expected, type Row, type Way } from './row';

const one: readonly Way[] = ['http'];
const two: readonly Way[] = ['http', 'https kept'];

const body = (name: string, text: string | Buffer, expected: Expected, ways = one) =>
  rows(name, ways, created(text), expected);

const error = (name: string, value: unknown, expected: Expected) =>
  body(`error: ${name}`, JSON.stringify({ api_id: apiId, error: value }), expected);

const id = (name: string, value: unknown, expected: Expected) =>
  body(`api_id: ${name}`, JSON.stringify({ api_id: value, error: '' }), expected);

/** An answer that repeats what it was sent: nothing of it may be shown or kept. */
const echo = (how: string, status: string, text: string, reason: ReasonCode) =>
  rows(
    `the sign-in repeated ${how}`,
    two,
    replied(`HTTP/1.1 ${status}\r\n\r\n${text}`, { ending: 'end' }),
    refused(reason),
  );

const unreadable = unknown('answer-unreadable');
const deep = (open: string, close: string) => `${open.repeat(10_000)}1${close.repeat(10_000)}`;
const fields = (text: string) => `{"api_id":"${apiId}",${text}}`;

/** Bodies of a 201: what Plivo says in them, and what nobody can read. */
export const bodyRows: readonly Row[] = [
  ...error('absent', undefined, accepted()),
  ...error('null', null, accepted()),
  ...error('blank', ' \n\t ', accepted()),
  ...error('text', 'no live call', refused('error-in-2xx')),
  ...error('very long', 'x'.repeat(60_000), refused('error-in-2xx')),
  ...error('HTML', '<script>alert(1)</script>', refused('error-in-2xx')),
  ...error('object', { message: 'no' }, refused('error-in-2xx')),
  ...error('list', ['no'], refused('error-in-2xx')),
  ...error('number', 17, refused('error-in-2xx')),
  ...error('true', true, refused('error-in-2xx')),
  ...error('false', false, unreadable),
  ...error('0', 0, unreadable),
  ...error('empty object', {}, unreadable),
  ...error('empty list', [], unreadable),
  ...id('absent', undefined, unreadable),
  ...id('empty', '', unreadable),
  ...id('blank', ' \n', unreadable),
  ...id('null', null, unreadable),
  ...id('number', 12, unreadable),
  ...id('list', [apiId], unreadable),
  ...id('overlong', 'x'.repeat(5_000), accepted()),
  ...id('control characters alone', '\u0000\u001b', unreadable),
  ...body('no body', '', unreadable, two),
  ...body('a list', `[${acceptedBody}]`, unreadable),
  ...body('a number', '201', unreadable),
  ...body('a string', '"ok"', unreadable),
  ...body('null', 'null', unreadable),
  ...body('true', 'true', unreadable),
  ...body('lists, 10,000 levels deep', deep('[', ']'), unreadable, two),
  ...body(
    'error, 10,000 levels deep',
    fields(`"error":${deep('[', ']')}`),
    refused('error-in-2xx'),
  ),
  ...body('rest, 10,000 levels deep', fields(`"a":${deep('[', ']')}`), accepted()),
  ...body('half of JSON', acceptedBody.slice(0, -3), unreadable),
  ...body('JSON and more behind it', `${acceptedBody}x`, unreadable),
  ...body('two JSON objects', `${acceptedBody}\n${acceptedBody}`, unreadable),
  ...body('JSON with a comment', `/* */${acceptedBody}`, unreadable),
  ...body('JSON with spaces around', `\r\n ${acceptedBody} \n`, accepted()),
  ...body('plain text', 'accepted', unreadable),
  ...body('HTML', '<html><body>Created</body></html>', unreadable),
  ...body('error twice, the last one blank', fields('"error":"no","error":""'), unreadable),
  ...body('error twice, the last one a text', fields('"error":"","error":"no"'), unreadable),
  ...body('error twice, once escaped', fields('"error":"no","\\u0065rror":""'), unreadable),
  ...body('api_id twice', fields('"api_id":"another","error":""'), unreadable),
  ...body('another key twice', fields('"message":"a","message":"b"'), accepted()),
  ...body('error inside another field', fields('"data":{"error":"no","error":"x"}'), accepted()),
  ...body('__proto__ with an error', fields('"__proto__":{"error":"no"}'), accepted()),
  ...body('__proto__ with the api_id', `{"__proto__":{"api_id":"${apiId}"}}`, unreadable),
  ...body('constructor', fields('"constructor":{"prototype":{"error":"no"}}'), accepted()),
  ...body('Error in capitals', fields('"Error":"no"'), accepted()),
  ...body('a byte order mark', `\ufeff${acceptedBody}`, accepted()),
  ...body('UTF-16', Buffer.from(`\ufeff${acceptedBody}`, 'utf16le'), unreadable),
  ...body('invalid UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), unreadable, two),
  ...body(
    'invalid UTF-8 inside a text',
    Buffer.concat([
      Buffer.from(`{"api_id":"${apiId}","a":"`),
      Buffer.from([0xc3]),
      Buffer.from('"}'),
    ]),
    unreadable,
  ),
  ...body('NUL bytes behind JSON', `${acceptedBody}\0\0`, unreadable),
  ...body('gzip, undeclared', gzipSync(acceptedBody), unreadable),
  ...body('brotli, undeclared', brotliCompressSync(acceptedBody), unreadable),
  ...rows(
    'gzip, declared',
    two,
    created(gzipSync(acceptedBody), ['Content-Encoding: gzip']),
    unreadable,
  ),
  ...rows(
    'brotli, declared',
    one,
    created(brotliCompressSync(acceptedBody), ['Content-Encoding: br']),
    unreadable,
  ),
  ...rows(
    'gzip declared, and none',
    one,
    created(acceptedBody, ['Content-Encoding: gzip']),
    unreadable,
  ),
  ...rows(
    'Identity declared',
    one,
    created(acceptedBody, ['Content-Encoding: Identity']),
    accepted(),
  ),
  ...rows(
    'gzip as transfer coding',
    one,
    replied(rawAnswer(['Transfer-Encoding: gzip'], gzipSync(acceptedBody)), { ending: 'end' }),
    unreadable,
  ),
  ...rows(
    'a refusal in gzip',
    one,
    replied(answer('404 Not Found', gzipSync('no'), ['Content-Encoding: gzip'])),
    refused('http-404'),
  ),
  ...echo(
    'as JSON',
    '201 Created',
    '{"api_id":"x","error":"you sent {authorization}"}',
    'error-in-2xx',
  ),
  ...echo('as text', '401 Unauthorized', 'Authorization: {authorization}', 'http-401'),
  ...echo('as a page', '400 Bad Request', '<pre>{authorization}</pre>', 'http-400'),
  ...rows(
    'another content type',
    one,
    created(acceptedBody, ['Content-Type: image/png']),
    accepted(),
  ),
  ...rows(
    'a body of 64 KiB to the byte',
    two,
    created(fields(`"a":"${'x'.repeat(65_536 - fields('"a":""').length)}"`)),
    accepted(),
  ),
  ...rows(
    'a body of one byte more',
    two,
    created(fields(`"a":"${'x'.repeat(65_537 - fields('"a":""').length)}"`)),
    unreadable,
  ),
  ...rows(
    'a refusal with a body beyond all bounds',
    one,
    replied(answer('400 Bad Request', 'x'.repeat(200_000))),
    unreadable,
  ),
  ...rows(
    'a body without end',
    two,
    replied(`HTTP/1.1 201 Created\r\n\r\n${'x'.repeat(10_000)}`, { pace: 'endless' }),
    unreadable,
  ),
];
