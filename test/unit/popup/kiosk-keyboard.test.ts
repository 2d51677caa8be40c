import { describe, expect, it } from 'vitest';

import {
  decideKioskKey,
  type KioskCommand,
  type KioskSituation,
} from '../../../renderer/popup/kiosk/kiosk-keyboard';
import type { KeyPress } from '../../../renderer/popup/keyboard';
import type { ScreenKind } from '../../../renderer/popup/screen';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^\d$/u.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
  alt: false,
  control: false,
  meta: false,
  altGraph: false,
  repeat: false,
  composing: false,
  ...more,
});
const grid: KioskSituation = {
  screen: 'list',
  focus: 'button',
  freeEntry: false,
  typed: false,
  pinLately: false,
  tooSoon: false,
  textSelected: false,
  mac: false,
};
const withField: KioskSituation = { ...grid, freeEntry: true };
const typed: KioskSituation = { ...withField, focus: 'field', typed: true };
const on = (screen: ScreenKind, more: Partial<KioskSituation> = {}): KioskSituation => ({
  ...grid,
  screen,
  focus: 'surface',
  ...more,
});
const pass = { kind: 'pass' };
const swallow = { kind: 'swallow' };

const screens = [
  'list',
  'connect',
  'notice',
  'held',
  'sending',
  'accepted',
  'refused',
  'not-sent',
  'unknown',
  'pin',
  'unlocked',
] as const satisfies readonly ScreenKind[];
/** Every screen, without a field and with one, empty and with a text in it. */
const everywhere = screens.flatMap((screen) => [
  on(screen),
  on(screen, { focus: 'button' }),
  on(screen, { focus: 'field', freeEntry: true }),
  on(screen, { focus: 'field', freeEntry: true, typed: true }),
]);

describe('keys of the grid', () => {
  it('pick a tile by its plain digit, wherever the digit is on the keyboard', () => {
    expect(decideKioskKey(press('3'), grid)).toEqual({ kind: 'favourite', digit: 3 });
    expect(decideKioskKey(press('3', { code: 'Numpad3' }), grid)).toEqual({
      kind: 'favourite',
      digit: 3,
    });
    expect(decideKioskKey(press('"', { code: 'Digit3' }), grid)).toEqual({
      kind: 'favourite',
      digit: 3,
    });
    expect(decideKioskKey(press('٣', { code: 'Digit3' }), grid)).toEqual({
      kind: 'favourite',
      digit: 3,
    });
  });

  it('pick nobody with 0, with a held key, or with a modifier', () => {
    for (const other of [
      press('0'),
      press('1', { repeat: true }),
      press('1', { alt: true }),
      press('1', { control: true }),
      press('1', { meta: true }),
    ]) {
      expect(decideKioskKey(other, grid)).toEqual(swallow);
    }
  });

  it('pick nobody with a digit that was meant for the pad', () => {
    expect(decideKioskKey(press('1'), { ...grid, pinLately: true })).toEqual(swallow);
  });

  it('pick nobody where the line has no sign-in', () => {
    expect(decideKioskKey(press('1'), on('connect'))).toEqual(swallow);
  });

  it('press the tile that has the focus, but not while held or right after another screen', () => {
    for (const key of ['Enter', ' ']) {
      expect(decideKioskKey(press(key), grid)).toEqual(pass);
      expect(decideKioskKey(press(key, { repeat: true }), grid)).toEqual(swallow);
      expect(decideKioskKey(press(key), { ...grid, tooSoon: true })).toEqual(swallow);
    }
  });

  it('move between the tiles, and on to the PIN', () => {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Tab']) {
      expect(decideKioskKey(press(key), grid)).toEqual(pass);
      expect(decideKioskKey(press(key), withField)).toEqual(pass);
    }
  });

  it('mean nothing as letters where nothing can be typed', () => {
    expect(decideKioskKey(press('m'), grid)).toEqual(swallow);
    expect(decideKioskKey(press('Backspace'), grid)).toEqual(swallow);
  });
});

describe('keys at a kiosk with a field', () => {
  it('type digits and letters into the field, wherever the focus is', () => {
    for (const key of ['1', 'm', '+', 'Backspace']) {
      expect(decideKioskKey(press(key), withField)).toEqual({ kind: 'to-field' });
      expect(decideKioskKey(press(key), { ...withField, focus: 'field' })).toEqual(pass);
    }
  });

  it('pick a tile by Alt and its digit, by ⌘ on macOS', () => {
    const one = { kind: 'favourite', digit: 1 };
    for (const situation of [withField, { ...withField, focus: 'field' } as const, typed]) {
      expect(decideKioskKey(press('1', { alt: true }), situation)).toEqual(one);
      expect(decideKioskKey(press('1', { alt: true, repeat: true }), situation)).toEqual(swallow);
      expect(decideKioskKey(press('1', { meta: true }), { ...situation, mac: true })).toEqual(one);
      expect(decideKioskKey(press('0', { alt: true }), situation)).toEqual(swallow);
    }
  });

  it('empty the field with Esc, and leave nothing else', () => {
    expect(decideKioskKey(press('Escape'), typed)).toEqual({ kind: 'clear' });
    expect(decideKioskKey(press('Escape'), withField)).toEqual({ kind: 'clear' });
    expect(decideKioskKey(press('Escape'), grid)).toEqual(swallow);
  });

  it('move in the results while there is a text, and to the tiles where there is none', () => {
    expect(decideKioskKey(press('ArrowDown'), typed)).toEqual({ kind: 'move', by: 1 });
    expect(decideKioskKey(press('Enter'), typed)).toEqual({ kind: 'enter' });
    expect(decideKioskKey(press('Enter', { repeat: true }), typed)).toEqual(swallow);
    const empty = { ...withField, focus: 'field' } as const;
    expect(decideKioskKey(press('ArrowDown'), empty)).toEqual({ kind: 'to-tiles' });
  });

  it('edit the text, but copy nothing', () => {
    for (const key of ['a', 'v', 'z', 'ArrowLeft', 'Backspace']) {
      expect(decideKioskKey(press(key, { control: true }), typed)).toEqual(pass);
    }
    for (const key of ['c', 'x']) {
      expect(decideKioskKey(press(key, { control: true }), typed)).toEqual(swallow);
    }
  });

  it('belong to an input method that is composing', () => {
    for (const key of ['Enter', 'Escape', '1']) {
      expect(decideKioskKey(press(key, { composing: true }), typed)).toEqual(pass);
    }
  });
});

describe('keys of a transfer at a kiosk', () => {
  it('undo with Esc, and go back to the grid from a result', () => {
    expect(decideKioskKey(press('Escape'), on('held'))).toEqual({ kind: 'leave' });
    for (const screen of ['accepted', 'refused', 'not-sent', 'notice'] as const) {
      expect(decideKioskKey(press('Escape'), on(screen))).toEqual({ kind: 'leave' });
    }
  });

  it('leave a question by its answers alone', () => {
    expect(decideKioskKey(press('Escape'), on('unknown'))).toEqual(swallow);
    expect(decideKioskKey(press('Enter'), on('unknown'))).toEqual(swallow);
    expect(decideKioskKey(press('y'), on('unknown'))).toEqual({
      kind: 'answer',
      word: 'still-on-call',
    });
    expect(decideKioskKey(press('n'), on('unknown', { tooSoon: true }))).toEqual(swallow);
  });

  it('have the guards of the popup against held and early keys', () => {
    for (const screen of ['held', 'accepted', 'refused', 'not-sent', 'notice'] as const) {
      for (const focus of ['button', 'surface'] as const) {
        expect(decideKioskKey(press('Enter', { repeat: true }), on(screen, { focus }))).toEqual(
          swallow,
        );
        expect(decideKioskKey(press('Enter'), on(screen, { focus, tooSoon: true }))).toEqual(
          swallow,
        );
      }
      expect(decideKioskKey(press('Enter'), on(screen))).toEqual({ kind: 'primary' });
    }
  });

  it('mean nothing as digits', () => {
    for (const screen of ['held', 'sending', 'accepted', 'refused', 'not-sent', 'unknown'] as const)
      expect(decideKioskKey(press('1'), on(screen))).toEqual(swallow);
  });
});

describe('keys of the pad for the PIN', () => {
  it('are typed, also where a key of the pad has the focus', () => {
    for (const key of ['1', '0', 'x', 'Backspace']) {
      expect(decideKioskKey(press(key), on('pin', { focus: 'field' }))).toEqual(pass);
      expect(decideKioskKey(press(key), on('pin', { focus: 'button' }))).toEqual({
        kind: 'to-field',
      });
    }
  });

  it('give the PIN with Enter, not while held', () => {
    expect(decideKioskKey(press('Enter'), on('pin', { focus: 'field' }))).toEqual(pass);
    expect(decideKioskKey(press('Enter', { repeat: true }), on('pin', { focus: 'field' }))).toEqual(
      swallow,
    );
  });

  it('go back with Esc, as they do from where the PIN leads', () => {
    expect(decideKioskKey(press('Escape'), on('pin'))).toEqual({ kind: 'leave' });
    expect(decideKioskKey(press('Escape'), on('unlocked'))).toEqual({ kind: 'leave' });
    expect(decideKioskKey(press('Escape', { repeat: true }), on('pin'))).toEqual(swallow);
  });
});

describe('a kiosk', () => {
  const out: readonly KeyPress[] = [
    ...[',', 'q', 'w', 'n', 't', 'r', 'p', 'o', 's', 'u', 'l', 'h', 'j', 'k', 'd', 'f', 'g', '+'],
    ...['-', '0', '=', 'Tab', 'F4', 'F5'],
  ]
    .map((key) => press(key, { control: true }))
    .concat(
      ['I', 'J', 'C', 'R', 'N', 'T', 'W', 'Delete'].map((key) =>
        press(key, { control: true, altGraph: false }),
      ),
      ['l', 'ArrowLeft', 'ArrowRight', 'Home', ' ', 'F4', 'd'].map((key) =>
        press(key, { alt: true }),
      ),
      ['q', 'w', ',', 'm', 'h', 'Tab'].map((key) => press(key, { meta: true })),
      Array.from({ length: 12 }, (_, index) => press(`F${index + 1}`)),
      ['ContextMenu', 'BrowserBack', 'BrowserHome', 'PrintScreen', 'Meta', 'Alt'].map((key) =>
        press(key),
      ),
    );
  /** All that a key may do there; Electron and Chromium see nothing of a key that is not passed. */
  const harmless: ReadonlySet<KioskCommand['kind']> = new Set(['swallow', 'copy-details', 'leave']);

  it.each(out.map((key) => [describeKey(key), key] as const))(
    'is not left by %s, on any screen',
    (_name, key) => {
      const kinds = everywhere.map((situation) => decideKioskKey(key, situation).kind);
      const editing = key.control && ['Delete'].includes(key.key);
      expect(kinds.filter((kind) => !harmless.has(kind) && !(editing && kind === 'pass'))).toEqual(
        [],
      );
    },
  );

  it('passes on nothing with Ctrl, Alt or ⌘ but what edits its field', () => {
    const keys = Array.from('abcdefghijklmnopqrstuvwxyz0123456789,.+-=');
    const modifiers = ['control', 'alt', 'meta'] as const;
    const passed = everywhere.flatMap((situation) =>
      keys.flatMap((key) =>
        modifiers
          .filter((modifier) => {
            const command = decideKioskKey(press(key, { [modifier]: true }), situation);
            return command.kind === 'pass';
          })
          .map((modifier) => `${modifier}+${key} with the focus in the ${situation.focus}`),
      ),
    );
    expect(new Set(passed)).toEqual(
      new Set(Array.from('avyz', (key) => `control+${key} with the focus in the field`)),
    );
  });
});

function describeKey({ key, control, alt, meta }: KeyPress): string {
  const held = [control ? 'Ctrl' : '', alt ? 'Alt' : '', meta ? 'Meta' : ''].filter(Boolean);
  return [...held, key === ' ' ? 'Space' : key].join('+');
}
