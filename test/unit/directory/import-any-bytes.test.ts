import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import {
  directoryEntrySchema,
  fileErrorSchema,
  importPreviewSchema,
  maxDirectoryEntries,
  rejectedRowSchema,
  type ColumnMeaning,
} from '../../../electron/contract/directory';
import { entriesOf, openDirectoryFile } from '../../../electron/directory/import/directory-file';
import {
  androidCards,
  appleCards,
  germanExcel,
  googleOld,
  outlookCard,
  version4Cards,
} from '../../support/directory-files';

const contentSchema = z.strictObject({
  entries: z.array(directoryEntrySchema).max(maxDirectoryEntries),
  rejected: z.array(rejectedRowSchema),
});
const previewSchema = importPreviewSchema.pick({ columns: true, encoding: true, format: true });

/** Opens and takes a file, and holds all that comes out of it against the contract. */
function take(name: string, bytes: Uint8Array): void {
  const file = openDirectoryFile(name, bytes);
  if (!file.ok) {
    fileErrorSchema.parse(file.error);
    return;
  }
  const { columns, encoding, format } = file.value;
  previewSchema.parse({ columns, encoding, format });
  const mapping = columns.map((_, index): ColumnMeaning => (index % 2 === 0 ? 'number' : 'name'));
  for (const chosen of [null, mapping]) {
    const content = entriesOf(file.value, { region: 'US', mapping: chosen });
    if (content.ok) contentSchema.parse(content.value);
    else fileErrorSchema.parse(content.error);
  }
}

const names = fc.constantFrom('a.csv', 'a.vcf', 'a.json', 'a.txt', 'a');
const examples = [googleOld, germanExcel, outlookCard, androidCards, appleCards, version4Cards];
/** What a long rest may stand behind. */
const beginnings = ['', 'name,number\n', 'name,number\nA,', 'BEGIN:VCARD\nTEL;', '[{"name":"'];
const json = JSON.stringify([{ name: 'Anna', number: '+14155550134', aliases: ['a', 'b'] }]);

describe('a file of any bytes', () => {
  it('is taken or refused, and gives nothing but what the contract has', () => {
    fc.assert(
      fc.property(names, fc.uint8Array({ maxLength: 2000 }), (name, bytes) => take(name, bytes)),
      { numRuns: 300 },
    );
  }, 60_000);

  it('may be an export with holes and strange bytes in it', () => {
    const content = fc.constantFrom(...[...examples, json].map((text) => Buffer.from(text)));
    const hole = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 20 }),
      put: fc.uint8Array({ maxLength: 6 }),
    });
    fc.assert(
      fc.property(names, content, fc.array(hole, { maxLength: 8 }), (name, bytes, holes) => {
        const changed = holes.reduce((before, { at, cut, put }) => {
          const from = Math.floor(at * before.length);
          return Buffer.concat([before.subarray(0, from), put, before.subarray(from + cut)]);
        }, bytes);
        take(name, changed);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('may be one of signs that mean something, in any order', () => {
    const sign = fc.constantFrom(
      ...['"', '""', ',', ';', '\n', '\r\n', ':::', '=', ' ', 'name', 'number', '+14155550134'],
      ...['BEGIN:VCARD\n', 'END:VCARD\n', 'TEL;', 'FN:', 'AGENT:\n', 'VERSION:2.1\n', 'ENCODING='],
      ...['QUOTED-PRINTABLE', 'BASE64', 'CHARSET=', '[', ']', '{', '}', '\\', '=C3=', '\u202e'],
    );
    fc.assert(
      fc.property(names, fc.array(sign, { maxLength: 200 }), (name, signs) =>
        take(name, Buffer.from(signs.join(''))),
      ),
      { numRuns: 1000 },
    );
  }, 60_000);

  it.each([
    ['quotes', '"'],
    ['opened quotes', '"a\n'],
    ['closed and opened quotes', '"a"b\n'],
    ['delimiters', ','],
    ['blanks', ' '],
    ['commas and blanks', ', \t'],
    ['one word', 'phone1'],
    ['digits', '1'],
    ['letters behind a semicolon', 'a;'],
    ['numbers in brackets', '1)('],
  ])(
    'may be megabytes of %s',
    (_, sign) => {
      const filling = sign.repeat(1_000_000 / sign.length);
      for (const start of beginnings) {
        expect(() => take('a.csv', Buffer.from(start + filling))).not.toThrow();
      }
    },
    60_000,
  );

  it('may be one cell of very many megabytes', () => {
    for (const sign of ['a', ' ', '1', ';a', '|']) {
      const cell = sign.repeat(20_000_000 / sign.length);
      expect(() => take('a.csv', Buffer.from(`name,number\n${cell},1`))).not.toThrow();
    }
  }, 60_000);
});
