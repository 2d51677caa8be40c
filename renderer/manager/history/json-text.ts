/** A piece of a JSON text by what it is. */
export interface JsonPiece {
  readonly kind: 'key' | 'string' | 'literal' | 'mark' | 'space';
  readonly text: string;
}

/** Deeper than anything that Plivo answers; beyond it, the indent would outgrow the text. */
const deepest = 24;
const token = /\s+|"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gu;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * A JSON text laid out over lines, for reading. Only space is put in or left out: a number keeps
 * its digits and a key that is there twice is shown twice, as it was sent. Null where the text is
 * no JSON, or nested too deep: it is then shown as it is.
 */
export function layOutJson(text: string): readonly JsonPiece[] | null {
  if (!isJson(text)) return null;
  const tokens = (text.match(token) ?? []).filter((piece) => piece.trim() !== '');
  const pieces: JsonPiece[] = [];
  let depth = 0;
  const newLine = () => pieces.push({ kind: 'space', text: `\n${'  '.repeat(depth)}` });
  for (const [index, piece] of tokens.entries()) {
    const next = tokens[index + 1];
    switch (piece) {
      case '{':
      case '[':
        pieces.push({ kind: 'mark', text: piece });
        depth += 1;
        if (depth > deepest) return null;
        if (next !== '}' && next !== ']') newLine();
        break;
      case '}':
      case ']':
        depth -= 1;
        if (tokens[index - 1] !== '{' && tokens[index - 1] !== '[') newLine();
        pieces.push({ kind: 'mark', text: piece });
        break;
      case ',':
        pieces.push({ kind: 'mark', text: piece });
        newLine();
        break;
      case ':':
        pieces.push({ kind: 'mark', text: piece }, { kind: 'space', text: ' ' });
        break;
      default:
        pieces.push({
          kind: next === ':' ? 'key' : piece.startsWith('"') ? 'string' : 'literal',
          text: piece,
        });
    }
  }
  return pieces;
}
