import type { Language } from '../../electron/contract/languages';
import { speak, spokenLanguage } from './texts';

/** Loaders of the files of texts that a window uses, by path: `…/<language>/<part>.json`. */
export type TextFiles = Readonly<Record<string, () => Promise<object>>>;

/**
 * Loads one language at a time. The window speaks the one that was asked for last, however late
 * the files of an earlier one come.
 * @returns the function that asks for a language; asking again for the same one does nothing.
 */
export function languageLoader(files: TextFiles): (language: Language) => Promise<void> {
  let wanted: Language | null = null;

  return async (language) => {
    if (language === wanted) return;
    wanted = language;
    if (language === spokenLanguage()) return;
    const parts = Object.entries(files).filter(([path]) => path.includes(`/${language}/`));
    const loaded = await Promise.all(parts.map(async ([, load]) => await load()));
    if (wanted === language) speak(language, Object.assign({}, ...loaded));
  };
}
