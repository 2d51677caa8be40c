import { describe, expect, it } from 'vitest';

import { recordPress, type KeyPress } from '../../../renderer/manager/shortcuts/accelerator';

const press = (code: string, key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  code,
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  altGraph: false,
  ...held,
});

const ctrl = { ctrlKey: true };
const ctrlAlt = { ctrlKey: true, altKey: true };

describe('recording a shortcut', () => {
  it('writes the modifiers in a fixed order, then the key', () => {
    expect(recordPress(press('KeyB', 'b', ctrlAlt), 'linux')).toEqual({
      kind: 'recorded',
      accelerator: 'Control+Alt+B',
    });
    expect(
      recordPress(press('KeyB', 'B', { ...ctrlAlt, shiftKey: true, metaKey: true }), 'win32'),
    ).toEqual({ kind: 'recorded', accelerator: 'Control+Alt+Shift+Super+B' });
  });

  it('calls the system key of a Mac Command', () => {
    expect(recordPress(press('KeyB', 'b', { metaKey: true }), 'darwin')).toEqual({
      kind: 'recorded',
      accelerator: 'Command+B',
    });
  });

  it.each([
    ['Space', ' ', 'Control+Space'],
    ['ArrowUp', 'ArrowUp', 'Control+Up'],
    ['ArrowLeft', 'ArrowLeft', 'Control+Left'],
    ['Digit7', '7', 'Control+7'],
    ['Digit7', 'è', 'Control+7'],
    ['Numpad7', '7', 'Control+num7'],
    ['Numpad7', 'Home', 'Control+num7'],
    ['NumpadAdd', '+', 'Control+numadd'],
    ['NumpadEnter', 'Enter', 'Control+Enter'],
    ['PageDown', 'PageDown', 'Control+PageDown'],
    ['Comma', ',', 'Control+,'],
    ['F5', 'F5', 'Control+F5'],
    ['Escape', 'Escape', 'Control+Escape'],
    ['Tab', 'Tab', 'Control+Tab'],
  ])('names the key %s (%s)', (code, key, accelerator) => {
    expect(recordPress(press(code, key, ctrl), 'linux')).toEqual({ kind: 'recorded', accelerator });
  });

  it('takes a letter by its keycap on Latin layouts and by its place on others', () => {
    // The key labelled Z of a German keyboard stands where a US one has Y.
    expect(recordPress(press('KeyY', 'z', ctrl), 'linux')).toMatchObject({
      accelerator: 'Control+Z',
    });
    expect(recordPress(press('KeyB', 'и', ctrl), 'linux')).toMatchObject({
      accelerator: 'Control+B',
    });
  });

  it('takes a letter by its place on a Mac, where Alt turns it into another character', () => {
    expect(recordPress(press('KeyB', '∫', { altKey: true }), 'darwin')).toEqual({
      kind: 'recorded',
      accelerator: 'Alt+B',
    });
    expect(
      recordPress(press('KeyB', '∫', { altKey: true, altGraph: true }), 'darwin'),
    ).toMatchObject({ kind: 'recorded' });
  });

  it('takes an F-key alone or with Shift, and no other key so', () => {
    expect(recordPress(press('F5', 'F5'), 'linux')).toMatchObject({ accelerator: 'F5' });
    expect(recordPress(press('F12', 'F12', { shiftKey: true }), 'linux')).toMatchObject({
      accelerator: 'Shift+F12',
    });
    for (const [code, key] of [
      ['KeyA', 'a'],
      ['Space', ' '],
      ['Enter', 'Enter'],
      ['Digit1', '1'],
    ] as const) {
      const refused = { kind: 'refused', why: 'needs-modifier' };
      expect(recordPress(press(code, key), 'linux')).toEqual(refused);
      expect(recordPress(press(code, key, { shiftKey: true }), 'linux')).toEqual(refused);
    }
  });

  it('shows modifiers while only they are down', () => {
    expect(recordPress(press('ControlLeft', 'Control', ctrl), 'linux')).toEqual({
      kind: 'holding',
      modifiers: ['Control'],
    });
    expect(recordPress(press('AltLeft', 'Alt', ctrlAlt), 'linux')).toEqual({
      kind: 'holding',
      modifiers: ['Control', 'Alt'],
    });
  });

  it('is cancelled by Esc alone, and lets Tab alone move on', () => {
    expect(recordPress(press('Escape', 'Escape'), 'linux')).toEqual({ kind: 'cancelled' });
    expect(recordPress(press('Tab', 'Tab'), 'linux')).toEqual({ kind: 'leaving' });
    expect(recordPress(press('Tab', 'Tab', { shiftKey: true }), 'linux')).toEqual({
      kind: 'leaving',
    });
  });

  it('does not take AltGr for Ctrl and Alt', () => {
    const refused = { kind: 'refused', why: 'alt-graph' };
    expect(recordPress(press('AltRight', 'AltGraph', ctrlAlt), 'win32')).toEqual(refused);
    expect(recordPress(press('KeyE', '€', { ...ctrlAlt, altGraph: true }), 'win32')).toEqual(
      refused,
    );
    expect(recordPress(press('KeyQ', '@', { altGraph: true }), 'linux')).toEqual(refused);
  });

  it('refuses keys that no accelerator can name on this layout', () => {
    const refused = { kind: 'refused', why: 'key-unusable' };
    expect(recordPress(press('BracketLeft', 'ü', ctrl), 'linux')).toEqual(refused);
    expect(recordPress(press('CapsLock', 'CapsLock', ctrl), 'linux')).toEqual(refused);
    expect(recordPress(press('', 'Unidentified', ctrl), 'linux')).toEqual(refused);
  });
});
