import { afterEach, describe, expect, it } from 'vitest';

import type { Settings } from '../../../electron/contract/settings';
import { shortcutLabel } from '../../../electron/shell/accelerator';
import { openInterfaceLanguage } from '../../../electron/shell/interface-language';
import { macMenu } from '../../../electron/shell/mac-menu';
import { speak, t } from '../../../electron/shell/texts';

describe("main's language", () => {
  afterEach(() => {
    speak('en');
  });

  it('follows the setting at once: words, countries and keys', () => {
    let setting: Settings['language'] = 'en';
    const spoken: string[] = [];
    const language = openInterfaceLanguage(
      () => setting,
      ['fr-FR'],
      () => spoken.push(t('outcomes.refused')),
    );
    expect(language.current()).toBe('en');
    expect(language.countryName('DE')).toBe('Germany');
    expect(shortcutLabel('Control+Alt+B', 'linux')).toBe('Ctrl+Alt+B');

    setting = 'de';
    language.follow();
    expect(language.current()).toBe('de');
    expect(language.countryName('DE')).toBe('Deutschland');
    expect(shortcutLabel('Control+Alt+B', 'linux')).toBe('Strg+Alt+B');
    expect(spoken).toEqual(['Refused', 'Abgelehnt']);

    language.follow();
    expect(spoken).toHaveLength(2);
  });

  it("is the system's where the setting leaves it to the system", () => {
    const language = openInterfaceLanguage(
      () => 'system',
      ['ja-JP', 'pt-PT', 'en-GB'],
      () => {},
    );
    expect(language.current()).toBe('pt-BR');
    expect(t('outcomes.refused')).toBe('Recusada');
  });

  it('is the one of the menu bar of macOS', () => {
    speak('fr');
    const labels = macMenu().flatMap(({ label, submenu }) => [
      label,
      ...(Array.isArray(submenu) ? submenu.map((entry) => entry.label) : []),
    ]);
    expect(labels).toContain('Édition');
    expect(labels).toContain('Copier');
    expect(labels).not.toContain('Copy');
  });
});
