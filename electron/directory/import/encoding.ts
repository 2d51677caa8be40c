import type { DirectoryFileError } from '../../contract/directory';
import { err, ok, type Result } from '../../contract/result';
import { decodeWindows1252 } from './windows-1252';

export interface DecodedText {
  /** Without byte order mark, and with line feeds alone as line breaks. */
  readonly text: string;
  /** What the bytes were read as: "UTF-8", "UTF-16LE", "UTF-16BE" or "windows-1252". */
  readonly encoding: string;
}

/** How the files begin that people take for a table: spreadsheets, archives, documents, databases. */
const otherFormats: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
];

/** UTF-32, of which the second mark begins like the one of UTF-16LE. */
const utf32Marks = [
  [0x00, 0x00, 0xfe, 0xff],
  [0xff, 0xfe, 0x00, 0x00],
] as const;

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

function decodeUtf16(bytes: Uint8Array, bigEndian: boolean): DecodedText {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  const little = bigEndian ? even.swap16() : even;
  return {
    text: new TextDecoder('utf-16le').decode(little),
    encoding: bigEndian ? 'UTF-16BE' : 'UTF-16LE',
  };
}

/**
 * UTF-16 without a byte order mark shows in its zero bytes: commas, digits and Latin letters have
 * one each, always on the same side.
 */
function unmarkedUtf16(bytes: Uint8Array): 'little' | 'big' | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return null;
  if (odd > pairs * 0.3 && even < pairs * 0.05) return 'little';
  return even > pairs * 0.3 && odd < pairs * 0.05 ? 'big' : null;
}

function decodeUtf8(bytes: Uint8Array, fatal: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, false);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, true);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return decodeUtf16(bytes, unmarked === 'big');
  const marked = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  const utf8 = decodeUtf8(bytes, !marked);
  return utf8 === null
    ? { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
    : { text: utf8, encoding: 'UTF-8' };
}

/**
 * The text of a directory file: by its byte order mark, else UTF-16 by its zero bytes, else UTF-8
 * where that is valid, else Windows-1252. Fails with `format-unknown` for a spreadsheet, archive or
 * document, with `encoding-unknown` for UTF-32 and for what is no text.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, DirectoryFileError> {
  if (otherFormats.some((mark) => startsWith(bytes, mark))) return err({ code: 'format-unknown' });
  if (utf32Marks.some((mark) => startsWith(bytes, mark))) return err({ code: 'encoding-unknown' });
  const { text, encoding } = decode(bytes);
  if (text.includes('\0')) return err({ code: 'encoding-unknown' });
  const marked = text.startsWith('\ufeff') ? text.slice(1) : text;
  return ok({ text: marked.replace(/\r\n?/g, '\n'), encoding });
}
