/** Where the digits of a script begin that a keyboard may write them in. */
const zeros = ['\u0660', '\u06F0', '\u0966'].map((zero) => zero.codePointAt(0) ?? 0);

/**
 * What of a typed or pasted text belongs to a PIN: its digits, also those of an Arabic, Persian or
 * Hindi keyboard. The pad has no other keys.
 */
export function pinDigits(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const zero = zeros.find((start) => code >= start && code < start + 10);
      return zero === undefined ? character : String(code - zero);
    })
    .join('')
    .replaceAll(/[^0-9]/gu, '');
}
