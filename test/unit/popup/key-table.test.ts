import { describe, expect, it } from 'vitest';

import { keyTable, spokenKeys } from '../../../renderer/popup/key-table';
import { openPopup } from './open-popup';
import { ended, idle } from './samples';

const capsOf = (platform: 'linux' | 'darwin' | 'win32', does: string, shortcut = 'Ctrl+Alt+B') =>
  keyTable({ platform, shortcut })
    .find((row) => row.does === does)
    ?.combinations.map((keys) => keys.map(({ cap }) => cap));

describe('the list of keys', () => {
  it('names them as the system’s keyboards do', () => {
    expect(capsOf('linux', 'favourite')).toEqual([['Alt', '1–9']]);
    expect(capsOf('win32', 'settings')).toEqual([['Ctrl', ',']]);
    expect(capsOf('darwin', 'favourite')).toEqual([['⌘', '1–9']]);
    expect(capsOf('darwin', 'next')).toEqual([['Tab'], ['⇧', 'Tab']]);
  });

  it('has the shortcut that is registered, key by key, and leaves out one that is not', () => {
    expect(capsOf('linux', 'open')).toEqual([['Ctrl', 'Alt', 'B']]);
    expect(capsOf('linux', 'open', 'Ctrl++')).toEqual([['Ctrl', '+']]);
    expect(capsOf('darwin', 'open', '⌃⌥B')).toEqual([['⌃⌥B']]);
    expect(
      keyTable({ platform: 'linux', shortcut: null }).some(({ does }) => does === 'open'),
    ).toBe(false);
  });

  it('can be read out', () => {
    const said = keyTable({ platform: 'darwin', shortcut: null }).map(spokenKeys);
    expect(said).toContain('Up arrow, Down arrow, PgUp, PgDn');
    expect(said).toContain('Command 1 to 9');
    expect(said).toContain('Tab, Shift Tab');
  });

  it('closes when the screen changes, when the popup is left, and when it is shown again', async () => {
    const { main, popup, view } = await openPopup();
    popup.toggleKeys();
    expect(view().keysOpen).toBe(true);
    main.push('popup:state', { ...idle, phase: ended() });
    expect(view().keysOpen).toBe(false);

    popup.toggleKeys();
    popup.left();
    expect(view().keysOpen).toBe(false);

    popup.toggleKeys();
    main.push('popup:shown', { prefill: null });
    expect(view().keysOpen).toBe(false);
  });

  it('takes the place of the list of lines', async () => {
    const { popup, view } = await openPopup();
    popup.lines.toggle();
    popup.toggleKeys();
    expect(view()).toMatchObject({ keysOpen: true, linesOpen: false });
    popup.toggleKeys();
    expect(view().keysOpen).toBe(false);
  });
});
