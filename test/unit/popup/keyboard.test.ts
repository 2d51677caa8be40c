import { describe, expect, it } from 'vitest';

import {
  decideKey,
  type KeyPress,
  pageRows,
  type Situation,
} from '../../../renderer/popup/keyboard';

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
const list: Situation = {
  screen: 'list',
  focus: 'field',
  lineListOpen: false,
  keysOpen: false,
  tooSoon: false,
  textSelected: false,
  mac: false,
};
const on = (screen: Situation['screen'], more: Partial<Situation> = {}): Situation => ({
  ...list,
  screen,
  focus: 'surface',
  ...more,
});

describe('keys in the list', () => {
  it('move the selection and leave the text alone', () => {
    expect(decideKey(press('ArrowDown'), list)).toEqual({ kind: 'move', by: 1 });
    expect(decideKey(press('ArrowUp'), list)).toEqual({ kind: 'move', by: -1 });
    expect(decideKey(press('PageDown'), list)).toEqual({ kind: 'move', by: pageRows });
    expect(decideKey(press('Home'), list)).toEqual({ kind: 'pass' });
  });

  it('type plain digits, and pick a favourite with Alt, whatever the layout makes of it', () => {
    expect(decideKey(press('3'), list)).toEqual({ kind: 'pass' });
    expect(decideKey(press('"', { code: 'Digit3', alt: true }), list)).toEqual({
      kind: 'favourite',
      digit: 3,
    });
  });

  it('select the clipboard’s number with Alt and 0, and pick nobody while the lines are open', () => {
    expect(decideKey(press('0', { alt: true }), list)).toEqual({ kind: 'clipboard' });
    expect(decideKey(press('0', { meta: true }), { ...list, mac: true })).toEqual({
      kind: 'clipboard',
    });
    const open = { ...list, lineListOpen: true };
    expect(decideKey(press('0', { alt: true }), open)).toEqual({ kind: 'swallow' });
    expect(decideKey(press('0'), list)).toEqual({ kind: 'pass' });
  });

  it('pick a favourite with Command on a Mac', () => {
    const mac = { ...list, mac: true };
    expect(decideKey(press('3', { meta: true }), mac)).toEqual({ kind: 'favourite', digit: 3 });
    expect(decideKey(press('3', { alt: true }), mac)).toEqual({ kind: 'pass' });
  });

  it('do not take AltGr for Alt', () => {
    const third = press('³', { code: 'Digit3', alt: true, altGraph: true });
    expect(decideKey(third, list)).toEqual({ kind: 'pass' });
  });

  it('transfer on Enter once, however long it is held', () => {
    expect(decideKey(press('Enter'), list)).toEqual({ kind: 'enter' });
    expect(decideKey(press('Enter', { repeat: true }), list)).toEqual({ kind: 'swallow' });
    expect(decideKey(press('1', { alt: true, repeat: true }), list)).toEqual({ kind: 'swallow' });
  });

  it('transfer on Enter from the role bar', () => {
    expect(decideKey(press('Enter'), { ...list, focus: 'role' })).toEqual({ kind: 'enter' });
  });

  it('belong to the input method while it composes', () => {
    expect(decideKey(press('Enter', { composing: true }), list)).toEqual({ kind: 'pass' });
    expect(decideKey(press('Escape', { composing: true }), list)).toEqual({ kind: 'pass' });
  });

  it('switch the role on its bar, and go on typing from there', () => {
    const role = { ...list, focus: 'role' as const };
    for (const key of ['ArrowLeft', 'ArrowRight', ' ']) {
      expect(decideKey(press(key), role)).toEqual({ kind: 'switch-role' });
    }
    expect(decideKey(press('m'), role)).toEqual({ kind: 'to-field' });
    expect(decideKey(press('5'), role)).toEqual({ kind: 'to-field' });
    expect(decideKey(press('Backspace'), role)).toEqual({ kind: 'to-field' });
  });

  it('open and close the lines', () => {
    expect(decideKey(press('l', { alt: true }), list)).toEqual({ kind: 'toggle-lines' });
    const open = { ...list, lineListOpen: true, focus: 'line-list' as const };
    expect(decideKey(press('Escape'), open)).toEqual({ kind: 'close-lines' });
    expect(decideKey(press('ArrowDown'), open)).toEqual({ kind: 'pass' });
    expect(decideKey(press('m'), open)).toEqual({ kind: 'to-field' });
    expect(decideKey(press('1', { alt: true }), open)).toEqual({ kind: 'swallow' });
  });

  it('close the popup with Esc, and not again while it is held', () => {
    expect(decideKey(press('Escape'), list)).toEqual({ kind: 'leave' });
    expect(decideKey(press('Escape', { repeat: true }), list)).toEqual({ kind: 'swallow' });
  });

  it('open the settings with Ctrl and comma', () => {
    expect(decideKey(press(',', { control: true }), list)).toEqual({ kind: 'settings' });
    expect(decideKey(press(',', { meta: true }), { ...list, mac: true })).toEqual({
      kind: 'settings',
    });
  });
});

describe('the list of keys', () => {
  const f1 = press('F1');

  it.each(['list', 'connect', 'notice', 'accepted', 'refused', 'not-sent', 'unknown'] as const)(
    'opens with F1 on %s',
    (screen) => {
      expect(decideKey(f1, on(screen))).toEqual({ kind: 'toggle-keys' });
      expect(decideKey({ ...f1, repeat: true }, on(screen))).toEqual({ kind: 'swallow' });
    },
  );

  it.each(['held', 'sending'] as const)('does not stand before %s', (screen) => {
    expect(decideKey(f1, on(screen)).kind).not.toBe('toggle-keys');
  });

  it('closes with Esc and F1, and no other key does anything behind it', () => {
    const open = on('unknown', { keysOpen: true });
    expect(decideKey(press('Escape'), open)).toEqual({ kind: 'toggle-keys' });
    expect(decideKey(f1, open)).toEqual({ kind: 'toggle-keys' });
    for (const key of ['y', 'n', 'Enter', 'ArrowDown', '1']) {
      expect(decideKey(press(key), open)).toEqual({ kind: 'pass' });
    }
    expect(decideKey(press('1', { alt: true }), on('list', { keysOpen: true }))).toEqual({
      kind: 'pass',
    });
    expect(decideKey(press('Enter', { repeat: true }), open)).toEqual({ kind: 'swallow' });
  });
});

describe('keys in the hold-back', () => {
  it('take back with Esc whatever else holds', () => {
    const worst = { tooSoon: true, focus: 'button' } as const;
    expect(decideKey(press('Escape'), on('held'))).toEqual({ kind: 'leave' });
    expect(
      decideKey(press('Escape', { repeat: true, composing: true }), on('held', worst)),
    ).toEqual({ kind: 'leave' });
  });

  it('send now with a fresh Enter, and press the button that has the focus', () => {
    expect(decideKey(press('Enter'), on('held'))).toEqual({ kind: 'primary' });
    expect(decideKey(press('Enter'), on('held', { focus: 'button' }))).toEqual({ kind: 'pass' });
    expect(decideKey(press(' '), on('held', { focus: 'button' }))).toEqual({ kind: 'pass' });
  });

  it('do not end it with a held, bouncing or composing Enter or Space', () => {
    for (const key of ['Enter', ' ']) {
      for (const focus of ['surface', 'button'] as const) {
        const presses = [
          decideKey(press(key, { repeat: true }), on('held', { focus })),
          decideKey(press(key, { composing: true }), on('held', { focus })),
          decideKey(press(key), on('held', { focus, tooSoon: true })),
        ];
        expect(presses).toEqual([{ kind: 'swallow' }, { kind: 'swallow' }, { kind: 'swallow' }]);
      }
    }
  });

  it('reach both buttons with Tab, and do nothing else', () => {
    expect(decideKey(press('Tab'), on('held'))).toEqual({ kind: 'pass' });
    for (const other of [
      press('1', { alt: true }),
      press('l', { alt: true }),
      press('y'),
      press(' '),
      press(',', { control: true }),
    ]) {
      expect(decideKey(other, on('held'))).toEqual({ kind: 'swallow' });
    }
  });
});

describe('keys on a result', () => {
  const results = ['accepted', 'refused', 'not-sent'] as const;

  it.each(results)('press the main button of %s with Enter', (screen) => {
    expect(decideKey(press('Enter'), on(screen))).toEqual({ kind: 'primary' });
    expect(decideKey(press('Enter'), on(screen, { focus: 'button' }))).toEqual({ kind: 'pass' });
  });

  it.each(results)('take no Enter on %s too soon or from a held key', (screen) => {
    for (const focus of ['surface', 'button'] as const) {
      expect(decideKey(press('Enter'), on(screen, { focus, tooSoon: true }))).toEqual({
        kind: 'swallow',
      });
      expect(decideKey(press('Enter', { repeat: true }), on(screen, { focus }))).toEqual({
        kind: 'swallow',
      });
    }
  });

  it('answer with Y and N only where it is not known what happened', () => {
    expect(decideKey(press('y'), on('unknown'))).toEqual({
      kind: 'answer',
      word: 'still-on-call',
    });
    expect(decideKey(press('N'), on('unknown'))).toEqual({ kind: 'answer', word: 'caller-gone' });
    expect(decideKey(press('y'), on('refused'))).toEqual({ kind: 'pass' });
    expect(decideKey(press('y'), on('unknown', { tooSoon: true }))).toEqual({ kind: 'swallow' });
    expect(decideKey(press('y', { repeat: true }), on('unknown'))).toEqual({ kind: 'swallow' });
    expect(decideKey(press('y', { control: true }), on('unknown'))).toEqual({ kind: 'pass' });
    // An Arabic keyboard has neither letter; their places have.
    expect(decideKey(press('غ', { code: 'KeyY' }), on('unknown'))).toEqual({
      kind: 'answer',
      word: 'still-on-call',
    });
    // On a German one Z stands where Y is elsewhere.
    expect(decideKey(press('z', { code: 'KeyY' }), on('unknown'))).toEqual({ kind: 'pass' });
  });

  it('do nothing with a plain Enter where it is not known what happened', () => {
    expect(decideKey(press('Enter'), on('unknown'))).toEqual({ kind: 'swallow' });
    expect(decideKey(press('Enter'), on('sending'))).toEqual({ kind: 'swallow' });
  });

  it('copy the details where no text is selected', () => {
    const copy = press('c', { control: true });
    expect(decideKey(copy, on('refused'))).toEqual({ kind: 'copy-details' });
    expect(decideKey(copy, on('refused', { textSelected: true }))).toEqual({ kind: 'pass' });
    expect(decideKey(copy, on('sending'))).toEqual({ kind: 'pass' });
    expect(decideKey(copy, list)).toEqual({ kind: 'pass' });
  });

  it('pick no favourite', () => {
    expect(decideKey(press('1', { alt: true }), on('refused'))).toEqual({ kind: 'pass' });
  });
});
