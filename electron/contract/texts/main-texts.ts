import type { Language } from '../languages';
import arCommon from './ar/common.json';
import arMain from './ar/main.json';
import deCommon from './de/common.json';
import deMain from './de/main.json';
import enCommon from './en/common.json';
import enMain from './en/main.json';
import esCommon from './es/common.json';
import esMain from './es/main.json';
import frCommon from './fr/common.json';
import frMain from './fr/main.json';
import hiCommon from './hi/common.json';
import hiMain from './hi/main.json';
import ptCommon from './pt-BR/common.json';
import ptMain from './pt-BR/main.json';

/** The texts of main's own surfaces, in every language: tray, menus, dialogs and practice names. */
export const mainTexts: Readonly<Record<Language, object>> = {
  en: { ...enCommon, ...enMain },
  es: { ...esCommon, ...esMain },
  'pt-BR': { ...ptCommon, ...ptMain },
  de: { ...deCommon, ...deMain },
  fr: { ...frCommon, ...frMain },
  hi: { ...hiCommon, ...hiMain },
  ar: { ...arCommon, ...arMain },
};
