import type { Language } from '../../../electron/contract/languages';

/** What a language is called by those who speak it: "Deutsch", "português (Brasil)" with a capital. */
export function languageName(language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(language) + rest.join('');
}
