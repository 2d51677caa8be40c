import { createInstance } from 'i18next';

import type { Language } from '../contract/languages';
import { mainTexts } from '../contract/texts/main-texts';
import { textOptions } from '../contract/texts/options';

const instance = createInstance();
void instance.init({
  ...textOptions(() => instance.language),
  lng: 'en' satisfies Language,
  resources: Object.fromEntries(
    Object.entries(mainTexts).map(([language, texts]) => [language, { texts }]),
  ),
});

/** Words of main's own surfaces: tray, menus, dialogs and names on the practice line. */
export const t = instance.t;

/** From now on `t` speaks this language. Every text is there already, so that it does at once. */
export function speak(language: Language): void {
  void instance.changeLanguage(language);
}
