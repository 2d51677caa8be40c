import { describe, expect, it } from 'vitest';

import { directionOf, languages, supportedLanguage } from '../../../electron/contract/languages';

describe('the language of the interface', () => {
  it.each([
    [['de-AT', 'en-GB'], 'de'],
    [['pt-PT'], 'pt-BR'],
    [['pt_BR.UTF-8'], 'pt-BR'],
    [['zh-TW', 'fr-CA', 'en'], 'fr'],
    [['ar-EG'], 'ar'],
    [['hi-IN'], 'hi'],
    [['ES'], 'es'],
    [['zh-TW', 'ja'], 'en'],
    [[], 'en'],
    [['deu', 'english'], 'en'],
  ] as const)('for a system that prefers %j is %s', (wanted, expected) => {
    expect(supportedLanguage(wanted)).toBe(expected);
  });

  it('runs from right to left in Arabic alone', () => {
    expect(languages.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar']);
  });

  it('is one that this system has the rules of', () => {
    expect(Intl.PluralRules.supportedLocalesOf([...languages])).toEqual([...languages]);
  });
});
