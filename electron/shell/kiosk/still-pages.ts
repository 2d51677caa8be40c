import type { Language } from '../../contract/languages';
import { origin } from '../asset-path';
import type { StillPage } from '../scheme';
import { stillPage } from './still-page';

/** The still page in the place of the popup's, while it is shown. */
export class StillPages {
  #language: Language | null = null;

  /** In this language from the next loading on; null: the popup's own page again. */
  readonly show = (language: Language | null): void => {
    this.#language = language;
  };

  readonly at = (address: string): StillPage | null =>
    this.#language !== null && address.startsWith(`${origin}/popup/index.html`)
      ? stillPage(this.#language)
      : null;
}
