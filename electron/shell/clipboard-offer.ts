import { maxFieldLength } from '../contract/popup';
import type { Destination } from '../contract/transfer';
import type { ParsedAddress } from '../directory/address';

export interface ClipboardOfferParts {
  /** A promise from Electron 44 on. */
  readonly readText: () => string | Promise<string>;
  /** The setting `clipboardOffer`. */
  readonly wanted: () => boolean;
  /** The one address that a text holds, alone or in a sentence; null for none and for several. */
  readonly addressIn: (text: string) => ParsedAddress | null;
  readonly isEmergency: (address: string) => Promise<boolean>;
  /** Canonical address of the line in use; null where it is none. */
  readonly own: () => string | null;
  /** Everybody that the popup can name on the line in use. */
  readonly known: () => readonly Destination[];
  /** What the popup shows of an address that nobody is known for. */
  readonly unnamed: (parsed: ParsedAddress) => Destination;
}

/**
 * Whether an address was meant as one where it was copied: a number of a known range (an order
 * number has the digits of a telephone number, too), or a SIP address that says so (else it is
 * somebody's e-mail).
 */
function isPlausible(parsed: ParsedAddress, text: string): boolean {
  return parsed.kind === 'number' ? parsed.knownRange : /\bsips?:/i.test(text);
}

/**
 * The number on the clipboard, as the popup offers it in its first row. The clipboard is looked at
 * when the popup is shown and at no other time, nothing is put there, and what was read is
 * forgotten with the closing (docs/behaviour.md, "Clipboard").
 */
export class ClipboardOffer {
  readonly #parts: ClipboardOfferParts;
  #offered: ParsedAddress | null = null;
  /** Counts the openings: a reading that ends after the closing is void. */
  #opening = 0;

  constructor(parts: ClipboardOfferParts) {
    this.#parts = parts;
  }

  /** Looks at the clipboard. True where there is something new to show. */
  async look(): Promise<boolean> {
    this.#opening += 1;
    const opening = this.#opening;
    const before = this.#offered;
    const found = this.#parts.wanted() ? await this.#read() : null;
    if (opening !== this.#opening) return false;
    this.#offered = found;
    return found?.address !== before?.address;
  }

  forget(): void {
    this.#opening += 1;
    this.#offered = null;
  }

  /** What is offered on the line in use: a number of its own cannot be transferred to. */
  current(): Destination | null {
    const parsed = this.#offered;
    if (parsed === null || !this.#parts.wanted() || parsed.address === this.#parts.own()) {
      return null;
    }
    return this.#named(parsed) ?? this.#parts.unnamed(parsed);
  }

  #named({ address }: ParsedAddress): Destination | null {
    return this.#parts.known().find((entry) => entry.address === address) ?? null;
  }

  /** A clipboard that can't be read holds nothing to offer. */
  async #text(): Promise<string> {
    try {
      return await this.#parts.readText();
    } catch {
      return '';
    }
  }

  async #read(): Promise<ParsedAddress | null> {
    const text = (await this.#text()).trim();
    if (text === '' || text.length > maxFieldLength) return null;
    const parsed = this.#parts.addressIn(text);
    if (parsed === null) return null;
    if (!isPlausible(parsed, text) && this.#named(parsed) === null) return null;
    return (await this.#parts.isEmergency(parsed.address)) ? null : parsed;
  }
}
