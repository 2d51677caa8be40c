import { createInstance, type i18n } from 'i18next';

import en from '../../electron/contract/texts/en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts';
    resources: { texts: typeof en };
    returnNull: false;
  }
}

/** All texts of the interface. Synchronous: the texts are part of the bundle. */
export const texts: i18n = createInstance();
void texts.init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'texts',
  ns: ['texts'],
  initAsync: false,
  resources: { en: { texts: en } },
  // React escapes what it renders.
  interpolation: { escapeValue: false },
});

export const t = texts.t;
