/** A property of a card as it stands in the file, its folded lines joined. */
export interface CardLine {
  /** Name without group and parameters, in capitals. */
  readonly name: string;
  /** Group, name and parameters: what stands before the colon. */
  readonly head: string;
  readonly value: string;
}

/** A card that was cut out of a file; `lines` is null where it is broken. */
export interface Card {
  /** Line of the file on which the card begins, from 1. */
  readonly line: number;
  readonly lines: readonly CardLine[] | null;
  readonly source: string;
}

/** Properties that say who somebody is and how to call them; all others are skipped. */
const wanted: ReadonlySet<string> = new Set([
  ...['VERSION', 'FN', 'N', 'ORG', 'NICKNAME', 'CATEGORIES'],
  ...['TEL', 'IMPP', 'X-SIP', 'URL', 'X-ABLABEL'],
]);

const isBegin = (line: string): boolean => /^BEGIN:VCARD$/i.test(line.trimEnd());
const isEnd = (line: string): boolean => /^END:VCARD$/i.test(line.trimEnd());
const isQuotedPrintable = (head: string): boolean =>
  /;(?:ENCODING=)?QUOTED-PRINTABLE\b/i.test(head);
const isBase64 = (head: string): boolean => /;(?:ENCODING=)?(?:BASE64|B)(?:;|$)/i.test(head);

/** Longest head that is read: names and parameters are short. */
const longestHead = 2000;

/** Position of the colon between head and value; one in quotes is part of a parameter. */
function colonIn(line: string): number {
  let quoted = false;
  for (let at = 0; at < Math.min(line.length, longestHead); at += 1) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ':' && !quoted) return at;
  }
  return -1;
}

/** A property that is being read, line by line. */
interface Open {
  readonly name: string;
  readonly head: string;
  readonly parts: string[];
}

function opened(line: string): Open | null {
  const colon = colonIn(line);
  const head = line.slice(0, Math.max(0, colon)).trim();
  const name = /^(?:[\w-]+\.)*([\w-]+)\s*(?:;|$)/.exec(head)?.[1];
  return name === undefined
    ? null
    : { name: name.toUpperCase(), head, parts: [line.slice(colon + 1)] };
}

/** Collects the lines of one card; a card within it, as AGENT of vCard 2.1 has one, is left out. */
class CardReader {
  readonly #lines: CardLine[] = [];
  #open: Open | null = null;
  #agents = 0;
  #broken = false;
  #headPart = '';
  #isOld = false;

  /** False: the card ends without its END, since another one begins here. */
  begins(): boolean {
    if (this.#agents === 0 && this.#open?.name !== 'AGENT') return false;
    this.#agents += 1;
    return true;
  }

  /** True: this END is the card's own. */
  ends(): boolean {
    if (this.#agents === 0) return true;
    this.#agents -= 1;
    return false;
  }

  take(line: string): void {
    if (this.#agents > 0 || this.#continues(line)) return;
    this.#close();
    const whole = /^[ \t]/.test(line) ? this.#headPart + line.slice(1) : line;
    if (whole === line) this.#broken ||= this.#headPart !== '';
    this.#headPart = '';
    if (whole.trim() === '') return;
    this.#open = opened(whole);
    if (this.#open !== null) return;
    // A line may be folded before its colon.
    if (whole.length <= longestHead) this.#headPart = whole;
    else this.#broken = true;
  }

  /** The card's properties; null where a line of it is none. */
  finish(): readonly CardLine[] | null {
    this.#close();
    return this.#broken || this.#headPart !== '' ? null : this.#lines;
  }

  #continues(line: string): boolean {
    const open = this.#open;
    if (open === null) return false;
    const last = open.parts.at(-1) ?? '';
    if (isQuotedPrintable(open.head) && last.endsWith('=')) {
      open.parts[open.parts.length - 1] = last.slice(0, -1);
      open.parts.push(line);
      return true;
    }
    if (/^[ \t]/.test(line)) {
      // vCard 2.1 breaks a line before a space of the value, later versions add the space.
      open.parts.push(this.#isOld ? line : line.slice(1));
      return true;
    }
    // Old phones do not indent the lines of a photograph.
    return isBase64(open.head) && line !== '' && !line.includes(':');
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null || !wanted.has(open.name)) return;
    const value = open.parts.join('');
    this.#lines.push({ name: open.name, head: open.head, value });
    if (open.name === 'VERSION') this.#isOld = value.trim() === '2.1';
  }
}

/** Enough of a card to show which one it is, in UTF-16 units. */
const shownSource = 500;

/** The lines of a text one by one: a list of all would fill the memory with a file of line breaks. */
function* linesOf(text: string): Generator<{ readonly line: string; readonly start: number }> {
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    yield { line: text.slice(start, end), start };
    start = end + 1;
  }
  yield { line: text.slice(start), start };
}

/** A card whose END has not come yet. */
interface OpenCard {
  readonly reader: CardReader;
  readonly line: number;
  readonly start: number;
}

/**
 * Cuts a text with line feeds as line breaks into its cards, at most `most` of them; `rest` is the
 * first one of the others. A card without its END is broken, and so is one with a line that is no
 * property; the others are whole nevertheless.
 */
export function cardsOf(
  text: string,
  most: number,
): { readonly cards: readonly Card[]; readonly rest: Card | undefined } {
  const cards: Card[] = [];
  const closed = ({ line, start }: OpenCard, end: number, lines: Card['lines']): Card => ({
    line,
    lines,
    source: text.slice(start, Math.min(end, start + shownSource)),
  });
  let open: OpenCard | null = null;
  let number = 0;
  for (const { line, start } of linesOf(text)) {
    if (cards.length > most) break;
    number += 1;
    if (isBegin(line)) {
      if (open?.reader.begins() === true) continue;
      if (open !== null) cards.push(closed(open, start, null));
      open = { reader: new CardReader(), line: number, start };
    } else if (!isEnd(line)) {
      open?.reader.take(line);
    } else if (open?.reader.ends() === true) {
      cards.push(closed(open, start + line.length, open.reader.finish()));
      open = null;
    }
  }
  if (open !== null) cards.push(closed(open, text.length, null));
  return { cards: cards.slice(0, most), rest: cards[most] };
}
