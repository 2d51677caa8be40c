import { createInstance } from 'i18next';

import en from '../contract/texts/en.json';

const instance = createInstance();
void instance.init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'texts',
  ns: ['texts'],
  initAsync: false,
  resources: { en: { texts: en } },
  interpolation: { escapeValue: false },
});

/** Words of main's own surfaces: tray, menu, tooltip. */
export const t = instance.t;
