/**
 * Characters of the bytes 0x80 to 0x9F; the others are those of ISO 8859-1. Bytes without a
 * character stand for the control code of their number, as the WHATWG Encoding Standard has it.
 * `TextDecoder` is not used: some releases of Node read these bytes as ISO 8859-1.
 */
const upperHalf = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of bytes in Windows-1252, in which every byte has a character. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => upperHalf[control.charCodeAt(0) - 0x80] ?? control);
}

/** The bytes from which a text was read as Windows-1252; null where it has other characters. */
export function encodeWindows1252(text: string): Uint8Array | null {
  const bytes = Array.from(text, (character) => {
    const code = upperHalf.includes(character)
      ? upperHalf.indexOf(character) + 0x80
      : (character.codePointAt(0) ?? 0);
    return code <= 0xff ? code : null;
  });
  return bytes.includes(null) ? null : Uint8Array.from(bytes, (byte) => byte ?? 0);
}
