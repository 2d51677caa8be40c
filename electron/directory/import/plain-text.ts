/** Marks that turn the direction of text round or hide in it; joiners stay, scripts need them. */
const hidden = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const breaks = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Halves of a character, which a cut text or an escape in JSON may leave. */
const halves = /\p{Cs}/gu;

/** Most texts: words of ASCII and western letters with one space between, which stay as they are. */
const alreadyPlain = /^[!-~À-ÿ]+(?: [!-~À-ÿ]+)*$/;

/** More than any field takes. Some patterns overflow the stack on a cell of many megabytes. */
const longestText = 10_000;

/**
 * A text as one line for the eye: control characters and line breaks become a space, what could
 * make it read as another text is taken out (docs/behaviour.md, "Directory"). Only its first 10,000 UTF-16
 * units are kept.
 */
export function plainText(text: string): string {
  if (text.length > longestText) return plainText(text.slice(0, longestText));
  if (alreadyPlain.test(text)) return text;
  return text
    .replace(hidden, '')
    .replace(breaks, ' ')
    .replace(halves, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

/** The beginning of a text as one line of at most `length` UTF-16 units, no character cut in two. */
export function beginning(text: string, length: number): string {
  // Twice the length is enough to fill it, and a broken file may have a row of megabytes.
  return plainText(plainText(text.slice(0, length * 2)).slice(0, length));
}
