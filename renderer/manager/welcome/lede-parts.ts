/** What stands in a sentence as keycaps, not as letters. */
export type LedePart = { readonly text: string } | { readonly keys: 'shortcut' | 'enter' };

/** Marks that no text holds. */
export const marks = { shortcut: '\u0001', enter: '\u0002' } as const;

/** A sentence with marks in it, taken apart in its own order, which differs by language. */
export function ledeParts(sentence: string): LedePart[] {
  return (
    sentence
      // oxlint-disable-next-line no-control-regex -- they are the marks
      .split(/([\u0001\u0002])/u)
      .filter((part) => part !== '')
      .map((part) => {
        if (part === marks.shortcut) return { keys: 'shortcut' };
        return part === marks.enter ? { keys: 'enter' } : { text: part };
      })
  );
}
