import { describe, expect, it } from 'vitest';

import { decodeText } from '../../../electron/directory/import/encoding';
import {
  decodeWindows1252,
  encodeWindows1252,
} from '../../../electron/directory/import/windows-1252';
import { formatOf } from '../../../electron/directory/import/format';
import { windows1252 } from '../../support/directory-encodings';

const text = 'Name,Number\nZoë “Zo” €,+14155550134\n';
const bytesOf = (encoding: BufferEncoding, of: string): Buffer => Buffer.from(of, encoding);
const bigEndian = (of: string): Buffer => bytesOf('utf16le', of).swap16();

describe('the bytes of a directory file', () => {
  it.each([
    ['UTF-8', 'with a byte order mark', bytesOf('utf8', `\ufeff${text}`)],
    ['UTF-8', 'without one', bytesOf('utf8', text)],
    ['UTF-16LE', 'with a byte order mark', bytesOf('utf16le', `\ufeff${text}`)],
    ['UTF-16LE', 'without one', bytesOf('utf16le', text)],
    ['UTF-16BE', 'with a byte order mark', bigEndian(`\ufeff${text}`)],
    ['UTF-16BE', 'without one', bigEndian(text)],
    ['windows-1252', 'where they are no UTF-8', windows1252(text)],
  ])('are read as %s %s', (encoding, _, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: { text, encoding } });
  });

  it('give the same text with the line breaks of every system', () => {
    const [windows, mac] = ['\r\n', '\r'].map((end) =>
      decodeText(bytesOf('utf8', text.replaceAll('\n', end))),
    );
    expect(windows).toEqual({ ok: true, value: { text, encoding: 'UTF-8' } });
    expect(mac).toEqual(windows);
  });

  it.each([
    ['a spreadsheet or archive', [0x50, 0x4b, 0x03, 0x04, 0x14], 'format-unknown'],
    ['an old spreadsheet', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'format-unknown'],
    ['a document', [0x25, 0x50, 0x44, 0x46, 0x2d], 'format-unknown'],
    ['a compressed file', [0x1f, 0x8b, 0x08], 'format-unknown'],
    ['a database', [...Buffer.from('SQLite format 3\0')], 'format-unknown'],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x4e, 0, 0, 0], 'encoding-unknown'],
    ['UTF-32, big-endian', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x4e], 'encoding-unknown'],
    ['anything with zero bytes', [0x41, 0x42, 0x43, 0x44, 0, 0, 0x45, 0x46], 'encoding-unknown'],
  ])('are refused for %s', (_, bytes, code) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ ok: false, error: { code } });
  });

  it('have a character for each of the 256 in Windows-1252, and the way back', () => {
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(encodeWindows1252(decodeWindows1252(every))).toEqual(every);
    expect(decodeWindows1252(Uint8Array.of(0x80, 0x9f, 0xe9))).toBe('€Ÿé');
    expect(encodeWindows1252('Иван')).toBeNull();
  });
});

describe('the format of a directory file', () => {
  it.each([
    ['people.csv', 'BEGIN:VCARD\nVERSION:3.0\n', 'vcard'],
    ['people.vcf', '[\n  { "name": "A" }\n]', 'json'],
    ['people.txt', '\n{ "entries": [] }', 'json'],
    ['people', 'name,number\n', 'csv'],
    ['people.tsv', 'name\tnumber\n', 'csv'],
    ['people.json', 'nonsense', 'json'],
    ['people.VCF', 'nonsense', 'vcard'],
    ['people.csv', '[Front],+14155550134', 'csv'],
    ['people.xml', '<?xml version="1.0"?><people/>', null],
    ['people.csv', '<html><body>Sign in</body></html>', null],
  ])('of %s with %j is %s', (name, content, format) => {
    expect(formatOf(name, content)).toBe(format);
  });
});
