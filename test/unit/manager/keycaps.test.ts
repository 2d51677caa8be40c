import { describe, expect, it } from 'vitest';

import { keycaps, shortcutWord } from '../../../renderer/manager/shortcuts/keycaps';

describe('the keys of an accelerator', () => {
  it('are printed as on this system', () => {
    expect(keycaps('Control+Alt+B', 'linux')).toEqual(['Ctrl', 'Alt', 'B']);
    expect(keycaps('Control+Alt+B', 'darwin')).toEqual(['⌃', '⌥', 'B']);
    expect(keycaps('Super+Up', 'win32')).toEqual(['Win', '↑']);
    expect(keycaps('Super+Up', 'linux')).toEqual(['Super', '↑']);
  });

  it('are the same for every spelling that Electron takes', () => {
    expect(keycaps('CmdOrCtrl+Option+b', 'linux')).toEqual(['Ctrl', 'Alt', 'B']);
    expect(keycaps('CommandOrControl+b', 'darwin')).toEqual(['⌘', 'B']);
    expect(keycaps('Ctrl+Return', 'linux')).toEqual(['Ctrl', 'Enter']);
  });

  it('name signs and the number pad', () => {
    expect(keycaps('Control+Plus', 'linux')).toEqual(['Ctrl', '+']);
    expect(keycaps('Control+num5', 'linux')).toEqual(['Ctrl', 'Num 5']);
    expect(keycaps('Control+numadd', 'linux')).toEqual(['Ctrl', 'Num +']);
  });

  it('make one word for sentences', () => {
    expect(shortcutWord('Control+Alt+B', 'linux')).toBe('Ctrl+Alt+B');
    expect(shortcutWord('Control+Alt+B', 'darwin')).toBe('⌃⌥B');
  });
});
