import { createInstance } from 'i18next';

import english from '../contract/texts/en/doctor.json';
import { textOptions } from '../contract/texts/options';

const instance = createInstance();
void instance.init({
  ...textOptions(() => 'en'),
  lng: 'en',
  resources: { en: { texts: english } },
});

/** The words of a report, which is in English whoever made it: whoever supports Baton reads it. */
export const reportWords = instance.t;
