import { createInstance } from 'i18next';

import { languages, type Language } from '../../electron/contract/languages';
import type { Texts } from '../../electron/contract/texts/english';
import { textOptions } from '../../electron/contract/texts/options';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts';
    resources: { texts: Texts };
    returnNull: false;
  }
}

const instance = createInstance();
void instance.init(textOptions(() => instance.language));

/** A text of this window, in the language that it speaks. */
export const t = instance.t;

/** From now on `t` speaks `language`, with these texts. */
export function speak(language: Language, texts: object): void {
  instance.addResourceBundle(language, 'texts', texts, false, true);
  void instance.changeLanguage(language);
}

/** The language that `t` speaks; null until the first one is there. */
export function spokenLanguage(): Language | null {
  return languages.find((language) => language === instance.language) ?? null;
}

/** Returns the function that stops listening. */
export function onLanguage(listener: () => void): () => void {
  instance.on('languageChanged', listener);
  return () => {
    instance.off('languageChanged', listener);
  };
}
