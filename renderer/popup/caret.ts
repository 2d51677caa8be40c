const punctuation = /[\s().\-/\u2010-\u2015]/u;

function marksBefore(text: string, end: number): number {
  let marks = 0;
  for (const character of text.slice(0, end)) if (!punctuation.test(character)) marks += 1;
  return marks;
}

function bare(text: string): string {
  return [...text].filter((character) => !punctuation.test(character)).join('');
}

/**
 * Where the caret belongs after `before` was replaced by `after` while the person was typing:
 * behind the same digit where only the punctuation changed, else at the end. Offsets are UTF-16
 * units.
 */
export function caretAfterFormatting(before: string, caret: number, after: string): number {
  if (caret >= before.length || bare(before) !== bare(after)) return after.length;
  const marks = marksBefore(before, caret);
  if (marks === 0) return 0;
  let seen = 0;
  let at = 0;
  for (const character of after) {
    at += character.length;
    if (!punctuation.test(character)) seen += 1;
    if (seen === marks) return at;
  }
  return after.length;
}
