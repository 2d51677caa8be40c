import { encodeWindows1252 } from '../../electron/directory/import/windows-1252';

/** The bytes of a text as western Windows programs save it. */
export function windows1252(text: string): Uint8Array {
  const bytes = encodeWindows1252(text);
  if (bytes === null) throw new Error('Windows-1252 has not every character of the text');
  return bytes;
}
