import ICAL from 'ical.js';
import { z } from 'zod';

import type { CardLine } from './vcard-cards';
import { encodeWindows1252 } from './windows-1252';

/** A property as jCard has it (RFC 7095): name, parameters, type, values. */
const propertySchema = z
  .tuple([z.string(), z.record(z.string(), z.unknown()), z.string()], z.unknown())
  .transform(([name, parameters, , ...values]) => ({ name, parameters, values }));
const cardSchema = z.tuple([z.literal('vcard'), z.array(propertySchema)], z.unknown());

export type CardProperty = z.infer<typeof propertySchema>;

/** Encodings that vCard 2.1 names without "ENCODING=". */
const encodings = new Set(['QUOTED-PRINTABLE', 'BASE64', '8BIT', '7BIT', 'B']);

interface Head {
  readonly group: string;
  readonly parameters: readonly string[];
  readonly quotedPrintable: boolean;
  readonly charset: string | null;
}

/** The parameters of a head, bare ones of vCard 2.1 with the name that version 3.0 gives them. */
function headOf(head: string): Head {
  const [group = '', ...written] = head.match(/(?:[^;"]|"[^"]*")+/g) ?? [];
  const named = written.map((parameter) => {
    if (parameter.includes('=')) return parameter.trim();
    const bare = parameter.trim().toUpperCase();
    return encodings.has(bare) ? `ENCODING=${bare}` : `TYPE=${parameter.trim()}`;
  });
  const charset = named.find((parameter) => /^CHARSET=/i.test(parameter));
  return {
    group: group.trim(),
    parameters: named.filter((parameter) => !/^(?:ENCODING|CHARSET)=/i.test(parameter)),
    quotedPrintable: named.some((parameter) => /^ENCODING=QUOTED-PRINTABLE$/i.test(parameter)),
    charset: charset?.slice('CHARSET='.length).replace(/"/g, '') ?? null,
  };
}

/** The text of bytes in a named character set, in UTF-8 where the name is not known. */
function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function decodeQuotedPrintable(text: string, charset: string | null): string {
  const plain = Buffer.from(text, 'utf8').toString('latin1');
  const bytes = Buffer.from(
    plain.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
  return decoded(bytes, charset ?? 'utf-8');
}

/** A value of vCard 2.1 in the escapes of 3.0: there, a comma would separate values. */
function escaped(value: string, name: string): string {
  const lines = value.replace(/\\(?![;,\\nN])/g, '\\\\').replace(/\r?\n/g, '\\n');
  return name === 'CATEGORIES' ? lines : lines.replace(/(?<!\\),/g, '\\,');
}

function valueOf(line: CardLine, head: Head, isOld: boolean, encoding: string): string {
  const { charset } = head;
  const raw =
    encoding === 'windows-1252' && charset !== null ? encodeWindows1252(line.value) : null;
  const value = head.quotedPrintable
    ? decodeQuotedPrintable(line.value, charset)
    : raw === null || charset === null
      ? line.value
      : decoded(raw, charset);
  return isOld || head.quotedPrintable ? escaped(value, line.name) : value;
}

/**
 * The properties of a card of any version; null where it cannot be read. ical.js reads 3.0 and 4.0;
 * what 2.1 writes in another way (bare parameters, quoted-printable, character sets) is brought to
 * 3.0 before. `encoding` is what the file was read as: a card may say better for a value of it.
 */
export function propertiesOf(
  lines: readonly CardLine[],
  encoding: string,
): readonly CardProperty[] | null {
  const version = lines.find((line) => line.name === 'VERSION')?.value.trim();
  const isOld = version === '2.1';
  const text = lines
    .filter((line) => line.name !== 'VERSION')
    .map((line) => {
      const head = headOf(line.head);
      return (
        [head.group, ...head.parameters].join(';') + `:${valueOf(line, head, isOld, encoding)}`
      );
    });
  const source = [
    'BEGIN:VCARD',
    `VERSION:${isOld ? '3.0' : (version ?? '3.0')}`,
    ...text,
    'END:VCARD',
  ];
  try {
    const card = cardSchema.safeParse(ICAL.parse(source.join('\r\n')));
    return card.success ? card.data[1] : null;
  } catch {
    // Its errors say no more than that the card is malformed.
    return null;
  }
}
