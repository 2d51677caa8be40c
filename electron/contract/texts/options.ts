import { directionOf, languages } from '../languages';

/**
 * A name or a number runs its own way inside a sentence from right to left: between Unicode's
 * first-strong isolates, "+1 415 555 0134" keeps its groups in their order.
 */
function isolated(value: string, tag: string | undefined): string {
  const language = languages.find((known) => known === tag);
  return language !== undefined && directionOf(language) === 'rtl' ? `\u2068${value}\u2069` : value;
}

/**
 * How i18next is set up on both sides: plain texts, and nothing that loads by itself.
 * @param spoken the tag of the language of the moment.
 */
export function textOptions(spoken: () => string | undefined) {
  return {
    // Every language is complete (test/unit/texts), so that none stands in for another.
    fallbackLng: false,
    defaultNS: 'texts',
    ns: ['texts'],
    initAsync: false,
    // React escapes what it renders, menus and dialogs show text: what i18next escapes by is free.
    interpolation: { escapeValue: true, escape: (value: string) => isolated(value, spoken()) },
  } as const;
}
