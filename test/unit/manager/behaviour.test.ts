import { describe, expect, it } from 'vitest';

import { languages } from '../../../electron/contract/languages';
import { languageName } from '../../../renderer/manager/behaviour/language-name';
import { judgeSeconds } from '../../../renderer/manager/behaviour/seconds';
import { ledeParts, marks } from '../../../renderer/manager/welcome/lede-parts';
import { t } from '../../../renderer/ui/texts';

describe('a number of seconds', () => {
  it('is read with a point or a comma, both ends included', () => {
    expect(judgeSeconds(' 2,5 ', 10)).toEqual({ ok: true, value: 2.5 });
    expect(judgeSeconds('0', 10)).toEqual({ ok: true, value: 0 });
    expect(judgeSeconds('10', 10)).toEqual({ ok: true, value: 10 });
    for (const text of ['10.001', '-1', '', 'two', '1e1', '0x5', '1 0', '٣']) {
      expect(judgeSeconds(text, 10).ok, text).toBe(false);
    }
  });
});

describe('a language', () => {
  it('is called as those call it who speak it', () => {
    expect(languages.map(languageName)).toEqual([
      'English',
      'Español',
      'Português (Brasil)',
      'Deutsch',
      'Français',
      'हिन्दी',
      'العربية',
    ]);
  });
});

describe('the sentence of the welcome', () => {
  it('has its keys where the language puts them', () => {
    expect(ledeParts(`Press ${marks.shortcut}, then ${marks.enter}.`)).toEqual([
      { text: 'Press ' },
      { keys: 'shortcut' },
      { text: ', then ' },
      { keys: 'enter' },
      { text: '.' },
    ]);
    expect(ledeParts(t('manager.welcome.lede', marks)).filter((part) => 'keys' in part)).toEqual([
      { keys: 'shortcut' },
      { keys: 'enter' },
    ]);
    expect(ledeParts(t('manager.welcome.ledeWithout', marks))).not.toContainEqual({
      keys: 'shortcut',
    });
  });
});
