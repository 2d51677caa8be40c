import type { KioskView } from '../../contract/kiosk';
import type { Notice } from '../../contract/notices';

/** What a kiosk's screen says of the journal, as nobody there sees the settings. */
export class JournalWord {
  readonly #notices: { readonly all: readonly Notice[] };
  #read: Notice | null = null;

  constructor(notices: { readonly all: readonly Notice[] }) {
    this.#notices = notices;
  }

  get word(): KioskView['journal'] {
    if (this.#find('journal-unavailable') !== null) return 'unavailable';
    const aside = this.#find('journal-set-aside');
    return aside === null || aside === this.#read ? 'kept' : 'set-aside';
  }

  /** Somebody has opened the settings, which say it in full. */
  read(): void {
    this.#read = this.#find('journal-set-aside');
  }

  #find(code: Notice['code']): Notice | null {
    return this.#notices.all.find((notice) => notice.code === code) ?? null;
  }
}
