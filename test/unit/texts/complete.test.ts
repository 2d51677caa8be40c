import { describe, expect, it } from 'vitest';

import { languages, type Language } from '../../../electron/contract/languages';
import {
  flatTexts,
  languageFolders,
  namedKeys,
  pluralOf,
  textParts,
  type TextPart,
} from '../../support/text-files';

const others = languages.filter((language) => language !== 'en');
const each = others.flatMap((language) => textParts.map((part) => [language, part] as const));

/** Placeholders and tags, in any order: what the code fills in or looks for. */
const marksOf = (text: string): string[] =>
  [...text.matchAll(/\{\{.*?\}\}|<\/?[a-z]+>/gu)].map(([mark]) => mark).toSorted();

/** Categories in which a text may speak of a number without printing it: "one", "a pair". */
const wordless: ReadonlySet<string> = new Set(['zero', 'one', 'two']);

/** The number itself, formatted by the text or before it. */
const countMarks: ReadonlySet<string> = new Set(['{{count, number}}', '{{n}}']);

/** More than one word beside what the code fills in: a single one may be the same in two languages. */
const isSentence = (text: string) =>
  /\p{L}{2,}\P{L}*\s\P{L}*\p{L}{2,}/u.test(text.replaceAll(/\{\{.*?\}\}/gu, ''));

/** What Plivo calls its things: people look for these words in its console. */
const isName: ReadonlySet<string> = new Set(['Auth ID', 'PHLO ID', 'Node ID', 'Trigger source']);

const categoriesOf = (language: Language) =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();

/** Every plural text of a file with the categories that it has. */
function pluralsOf(language: Language, part: TextPart): Map<string, string[]> {
  const texts = flatTexts(language, part);
  const found = new Map<string, string[]>();
  for (const key of texts.keys()) {
    const plural = pluralOf(key, texts);
    if (plural === null) continue;
    found.set(plural.base, [...(found.get(plural.base) ?? []), plural.category].toSorted());
  }
  return found;
}

function englishOf(key: string, part: TextPart): string | undefined {
  const english = flatTexts('en', part);
  const base = key.replace(/_[a-z]+$/u, '');
  return english.get(key) ?? english.get(`${base}_other`);
}

describe('the texts', () => {
  it('are there for the languages that Baton speaks, and for no other', () => {
    expect(languageFolders().toSorted()).toEqual([...languages].toSorted());
  });

  it('say a thing in one file only', () => {
    const keys = textParts.flatMap((part) => [...flatTexts('en', part).keys()]);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(each)('have the same keys in %s %s as in English', (language, part) => {
    const english = namedKeys(flatTexts('en', part));
    const there = namedKeys(flatTexts(language, part));
    expect({
      missing: [...english].filter((key) => !there.has(key)),
      extra: [...there].filter((key) => !english.has(key)),
    }).toEqual({ missing: [], extra: [] });
  });

  it.each(languages)('in %s have exactly the plural forms of the language', (language) => {
    const wrong = textParts.flatMap((part) => {
      const english = pluralsOf('en', part);
      return [...pluralsOf(language, part)].filter(([key, categories]) => {
        const expected = new Set<string>(categoriesOf(language));
        // A text may say "none" in its own words, then in every language.
        if (english.get(key)?.includes('zero') === true) expected.add('zero');
        return categories.join() !== [...expected].toSorted().join();
      });
    });
    expect(wrong).toEqual([]);
  });

  it.each(languages)('in %s are never empty, and never end in a space', (language) => {
    const wrong = textParts.flatMap((part) =>
      [...flatTexts(language, part)].filter(([, text]) => text === '' || text.trim() !== text),
    );
    expect(wrong).toEqual([]);
  });

  it.each(languages)('in %s print numbers as the language writes them', (language) => {
    const plain = textParts.flatMap((part) =>
      [...flatTexts(language, part)].filter(([, text]) => text.includes('{{count}}')),
    );
    expect(plain).toEqual([]);
  });

  it.each(each)('have the same placeholders and tags in %s %s', (language, part) => {
    const texts = flatTexts(language, part);
    const wrong: string[] = [];
    for (const [key, text] of texts) {
      const english = englishOf(key, part);
      if (english === undefined) continue;
      const category = pluralOf(key, texts)?.category ?? '';
      const counted = (mark: string) => !(wordless.has(category) && countMarks.has(mark));
      const expected = marksOf(english).filter(counted);
      const found = marksOf(text).filter(counted);
      if (found.join() !== expected.join())
        wrong.push(`${key}: ${found.join(' ')} instead of ${expected.join(' ')}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(others)('are translated into %s', (language) => {
    const same = textParts.flatMap((part) => {
      const english = flatTexts('en', part);
      return [...flatTexts(language, part)].filter(
        ([key, text]) => text === english.get(key) && isSentence(text) && !isName.has(text),
      );
    });
    expect(same).toEqual([]);
  });
});
