import { afterEach, describe, expect, it } from 'vitest';

import type { Language } from '../../../electron/contract/languages';
import { english } from '../../../electron/contract/texts/english';
import { checkedAt } from '../../../renderer/manager/account/checked-at';
import { keycaps } from '../../../renderer/manager/shortcuts/keycaps';
import { clockTime, otherDay, shortAge, spokenAge } from '../../../renderer/popup/ages';
import { seconds } from '../../../renderer/popup/durations';
import { matchCount } from '../../../renderer/popup/reply-copy';
import { speak } from '../../../renderer/ui/texts';
import { textsOf } from '../../support/text-files';

function use(language: Language): void {
  speak(language, {
    ...textsOf(language, 'common'),
    ...textsOf(language, 'popup'),
    ...textsOf(language, 'manager'),
  });
}

const at = new Date(2031, 4, 14, 14, 6).getTime();
const hour = 3_600_000;

describe('dates, times, numbers and keys', () => {
  afterEach(() => {
    speak('en', english);
  });

  it('are written as the language writes them', () => {
    use('de');
    expect(seconds(650, 'de')).toBe('0,6 s');
    expect(clockTime(at, 'de')).toBe('14:06');
    expect(otherDay(at, at + 48 * hour, 'de')).toBe('14. Mai');
    expect(spokenAge(at, at + 3 * hour, 'de')).toBe('vor 3 Stunden');
    expect(shortAge(at, at + 3 * hour, 'de')).toBe('3 Std.');
    expect(checkedAt(at, at + 48 * hour, 'de')).toMatchObject({ date: '14.05.2031' });
    expect(keycaps('Control+Delete', 'linux')).toEqual(['Strg', 'Entf']);
    use('fr');
    expect(keycaps('Control+Escape', 'linux')).toEqual(['Ctrl', 'Échap']);
    expect(keycaps('Control+Alt+B', 'darwin')).toEqual(['⌃', '⌥', 'B']);
    use('hi');
    expect(spokenAge(at, at + 3 * hour, 'hi')).toBe('3 घंटे पहले');
  });

  it.each(['es', 'pt-BR', 'de', 'fr', 'hi', 'ar'] as const)(
    'speak of every number in %s',
    (language) => {
      use(language);
      const spoken = [0, 1, 2, 3, 11, 100, 1_000_000].map((count) => matchCount(count, language));
      expect(spoken.filter((text) => text.includes('popup.'))).toEqual([]);
      expect(spoken[0]).not.toBe(spoken[1]);
    },
  );

  it('use the six plural forms of Arabic', () => {
    use('ar');
    const spoken = [0, 1, 2, 3, 11, 100].map((count) => matchCount(count, 'ar'));
    expect(new Set(spoken).size).toBe(6);
  });
});
