import type { DirectoryError } from '../../../../electron/contract/directory';
import type { CallFailure, CallReply, CallRequest } from '../../../../electron/contract/schemas';
import type { Destination } from '../../../../electron/contract/transfer';

export const pageLength = 100;

/** What is known of the directory at a moment, for the text that was looked for last. */
export interface PagesView {
  readonly text: string;
  /** How many there are; null: main has not answered yet. */
  readonly total: number | null;
  readonly pages: ReadonlyMap<number, readonly Destination[]>;
  readonly failure: DirectoryError | CallFailure | null;
}

type Ask = (request: CallRequest<'directory:page'>) => Promise<CallReply<'directory:page'>>;

const nothing: PagesView = { text: '', total: null, pages: new Map(), failure: null };

/** The row at a place, from 0; undefined: it has not come yet. */
export const rowAt = ({ pages }: PagesView, index: number): Destination | undefined =>
  pages.get(Math.floor(index / pageLength))?.[index % pageLength];

/** The directory in pages, asked for as they come into sight. */
export class DirectoryPages {
  readonly #ask: Ask;
  readonly #listeners = new Set<() => void>();
  readonly #asked = new Set<number>();
  #view = nothing;
  #text = '';
  /** Counts what was looked for, so that an answer to something older is dropped. */
  #look = 0;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly view = (): PagesView => this.#view;

  /** Looks for a text, or for the same one again. What is shown stays until the answer comes. */
  look(text: string): void {
    this.#look += 1;
    this.#text = text;
    this.#asked.clear();
    this.#fetch(0);
  }

  /** Makes sure that the rows from `first` to `last` are there or on their way. */
  need(first: number, last: number): void {
    // Rows of another text are on the screen still.
    if (this.#view.text !== this.#text) return;
    for (let page = Math.floor(first / pageLength); page * pageLength <= last; page += 1) {
      this.#fetch(page);
    }
  }

  #fetch(page: number): void {
    if (this.#asked.has(page)) return;
    this.#asked.add(page);
    const look = this.#look;
    const request = { text: this.#text, skip: page * pageLength, limit: pageLength };
    void this.#ask(request).then((reply) => {
      if (look !== this.#look) return;
      this.#take(request.text, page, reply);
      for (const listener of this.#listeners) listener();
    });
  }

  #take(text: string, page: number, reply: CallReply<'directory:page'>): void {
    if (!reply.ok) {
      this.#asked.delete(page);
      this.#view = { ...this.#view, text, failure: reply.error };
      return;
    }
    const { rows, total } = reply.value;
    // The first page of a look begins anew: rows of before would stand among the new ones.
    const pages = page === 0 ? new Map() : new Map(this.#view.pages);
    pages.set(page, rows);
    this.#view = { text, total, pages, failure: null };
  }
}
