import { supportedLanguage, type Language } from '../contract/languages';
import type { Settings } from '../contract/settings';
import { countryNamer, type CountryNamer } from '../directory/destinations';
import { speak } from './texts';

/** The language that main speaks: its own words and the names of countries. */
export interface InterfaceLanguage {
  readonly current: () => Language;
  /** Names countries in the language of the moment. */
  readonly countryName: CountryNamer;
  /** Takes the setting up. To be called at every change, before a surface is told of it. */
  readonly follow: () => void;
}

/**
 * @param wanted the setting; `system` takes the first of the system's languages that Baton speaks.
 * @param system tags in the order of the person's preference.
 * @param spoken called when main speaks a language from now on, the first one included.
 */
export function openInterfaceLanguage(
  wanted: () => Settings['language'],
  system: readonly string[],
  spoken: () => void,
): InterfaceLanguage {
  const ofSystem = supportedLanguage(system);
  const ofSetting = (): Language => {
    const setting = wanted();
    return setting === 'system' ? ofSystem : setting;
  };
  let current = ofSetting();
  let nameOf = countryNamer(current);
  speak(current);
  spoken();

  return {
    current: () => current,
    countryName: (country) => nameOf(country),
    follow: () => {
      const next = ofSetting();
      if (next === current) return;
      current = next;
      nameOf = countryNamer(next);
      speak(next);
      spoken();
    },
  };
}
