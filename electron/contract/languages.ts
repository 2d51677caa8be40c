/** Languages of the interface, as BCP 47 tags; each has a complete set in texts/. */
export const languages = ['en', 'es', 'pt-BR', 'de', 'fr', 'hi', 'ar'] as const;
export type Language = (typeof languages)[number];

const rightToLeft: ReadonlySet<Language> = new Set(['ar']);

/** Which way the interface runs in a language. */
export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  rightToLeft.has(language) ? 'rtl' : 'ltr';

/**
 * The first of the wanted languages that Baton speaks, by tag or by its language alone ("de-AT" →
 * "de", "pt" → "pt-BR"); English where there is none.
 * @param wanted tags in the order of preference, as the system gives them.
 */
export function supportedLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split(/[-_]/)[0] ?? '';
    const found = languages.find((language) => language.toLowerCase().split('-')[0] === base);
    if (found !== undefined) return found;
  }
  return 'en';
}
