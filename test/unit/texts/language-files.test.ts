import { afterEach, describe, expect, it } from 'vitest';

import { english } from '../../../electron/contract/texts/english';
import { languageLoader, type TextFiles } from '../../../renderer/ui/language-files';
import { onLanguage, speak, spokenLanguage, t } from '../../../renderer/ui/texts';

/** Files that come when the test lets them. */
function slowFiles(): {
  readonly files: TextFiles;
  readonly asked: string[];
  readonly deliver: (path: string, texts: object) => void;
} {
  const asked: string[] = [];
  const waiting = new Map<string, (texts: object) => void>();
  const paths = ['de', 'fr'].flatMap((language) =>
    ['common', 'popup'].map((part) => `../texts/${language}/${part}.json`),
  );
  const files = Object.fromEntries(
    paths.map((path) => [
      path,
      async () => {
        asked.push(path);
        return await new Promise<object>((done) => waiting.set(path, done));
      },
    ]),
  );
  return { files, asked, deliver: (path, texts) => waiting.get(path)?.(texts) };
}

describe('a window that is told its language', () => {
  afterEach(() => {
    speak('en', english);
  });

  it('loads the files of that language alone, and speaks it once all are there', async () => {
    const { files, asked, deliver } = slowFiles();
    let times = 0;
    const stop = onLanguage(() => (times += 1));
    const loaded = languageLoader(files)('de');
    expect(asked).toEqual(['../texts/de/common.json', '../texts/de/popup.json']);
    expect(spokenLanguage()).toBe('en');
    deliver('../texts/de/popup.json', { popup: { name: 'Baton' } });
    deliver('../texts/de/common.json', { outcomes: { refused: 'Abgelehnt' } });
    await loaded;
    expect(spokenLanguage()).toBe('de');
    expect(t('outcomes.refused')).toBe('Abgelehnt');
    expect(times).toBe(1);
    stop();
  });

  it('speaks the one that was asked for last, however late another one comes', async () => {
    const { files, deliver } = slowFiles();
    const load = languageLoader(files);
    const german = load('de');
    const french = load('fr');
    deliver('../texts/fr/common.json', { outcomes: { refused: 'Refusé' } });
    deliver('../texts/fr/popup.json', {});
    await french;
    deliver('../texts/de/common.json', { outcomes: { refused: 'Abgelehnt' } });
    deliver('../texts/de/popup.json', {});
    await german;
    expect(t('outcomes.refused')).toBe('Refusé');
  });

  it('does not load again what it speaks or is loading', async () => {
    const { files, asked } = slowFiles();
    const load = languageLoader(files);
    void load('de');
    await load('de');
    expect(asked).toHaveLength(2);
    await load('en');
    expect(asked).toHaveLength(2);
    expect(spokenLanguage()).toBe('en');
  });
});
