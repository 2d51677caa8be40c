/**
 * From a pressed key to an Electron accelerator, such as "Control+Alt+B".
 * Rule: docs/behaviour.md, "Shortcut". A global shortcut needs Ctrl, Alt or the system key beside a
 * key, because anything less would swallow ordinary typing in every program; F-keys stand alone.
 */
export type Platform = 'linux' | 'darwin' | 'win32';

/** The part of a KeyboardEvent that decides. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  /** `getModifierState('AltGraph')`: on Windows AltGr also claims to be Ctrl and Alt. */
  readonly altGraph: boolean;
}

export type RefusedPress = 'needs-modifier' | 'alt-graph' | 'key-unusable';

export type Recording =
  /** Only modifiers are down so far. */
  | { readonly kind: 'holding'; readonly modifiers: readonly string[] }
  | { readonly kind: 'recorded'; readonly accelerator: string }
  | { readonly kind: 'cancelled' }
  /** Tab alone: the focus moves on, so that recording is no trap. */
  | { readonly kind: 'leaving' }
  | { readonly kind: 'refused'; readonly why: RefusedPress };

const modifierCodes = new Set([
  'ControlLeft',
  'ControlRight',
  'AltLeft',
  'AltRight',
  'ShiftLeft',
  'ShiftRight',
  'MetaLeft',
  'MetaRight',
  'OSLeft',
  'OSRight',
]);

const namedKeys: ReadonlyMap<string, string> = new Map([
  ['Space', 'Space'],
  ['Tab', 'Tab'],
  ['Enter', 'Enter'],
  ['Escape', 'Escape'],
  ['Backspace', 'Backspace'],
  ['Delete', 'Delete'],
  ['Insert', 'Insert'],
  ['Home', 'Home'],
  ['End', 'End'],
  ['PageUp', 'PageUp'],
  ['PageDown', 'PageDown'],
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  ['PrintScreen', 'PrintScreen'],
  ['NumpadEnter', 'Enter'],
  ['NumpadAdd', 'numadd'],
  ['NumpadSubtract', 'numsub'],
  ['NumpadMultiply', 'nummult'],
  ['NumpadDivide', 'numdiv'],
  ['NumpadDecimal', 'numdec'],
]);

/** Signs by their place on a US keyboard: plain, and with Shift. */
const signKeys: ReadonlyMap<string, readonly [plain: string, shifted: string]> = new Map([
  ['Minus', ['-', '_']],
  ['Equal', ['=', '+']],
  ['BracketLeft', ['[', '{']],
  ['BracketRight', [']', '}']],
  ['Backslash', ['\\', '|']],
  ['Semicolon', [';', ':']],
  ['Quote', ["'", '"']],
  ['Backquote', ['`', '~']],
  ['Comma', [',', '<']],
  ['Period', ['.', '>']],
  ['Slash', ['/', '?']],
]);

/**
 * A letter is the one on the keycap where the layout has Latin letters, because that is what the
 * system registers; elsewhere (Cyrillic, Greek, a Mac's Alt characters) it is the key's place.
 */
function letterOf(press: KeyPress, platform: Platform): string | null {
  const place = /^Key([A-Z])$/u.exec(press.code)?.[1] ?? null;
  // macOS registers places.
  if (platform !== 'darwin' && /^[A-Za-z]$/u.test(press.key)) {
    return press.key.toUpperCase();
  }
  return place;
}

function signOf(press: KeyPress, platform: Platform): string | null {
  const sign = signKeys.get(press.code);
  if (sign === undefined) return null;
  // On another layout the same place carries another sign, which would be registered wrongly.
  return platform === 'darwin' || sign.includes(press.key) ? sign[0] : null;
}

function keyName(press: KeyPress, platform: Platform): string | null {
  const letter = letterOf(press, platform);
  if (letter !== null) return letter;
  const digit = /^Digit([0-9])$/u.exec(press.code)?.[1];
  if (digit !== undefined) return digit;
  const numpad = /^Numpad([0-9])$/u.exec(press.code)?.[1];
  if (numpad !== undefined) return `num${numpad}`;
  if (/^F([1-9]|1[0-9]|2[0-4])$/u.test(press.code)) return press.code;
  return namedKeys.get(press.code) ?? signOf(press, platform);
}

/** Names of the modifiers that are down, in the order in which an accelerator carries them. */
function modifiersOf(press: KeyPress, platform: Platform): string[] {
  const names: string[] = [];
  if (press.ctrlKey) names.push('Control');
  if (press.altKey) names.push('Alt');
  if (press.shiftKey) names.push('Shift');
  if (press.metaKey) names.push(platform === 'darwin' ? 'Command' : 'Super');
  return names;
}

/** What one key press means while a shortcut is recorded. */
export function recordPress(press: KeyPress, platform: Platform): Recording {
  if (press.key === 'AltGraph') return { kind: 'refused', why: 'alt-graph' };
  const modifiers = modifiersOf(press, platform);
  if (modifierCodes.has(press.code)) return { kind: 'holding', modifiers };
  if (modifiers.length === 0 && press.code === 'Escape') return { kind: 'cancelled' };
  const onlyShift = modifiers.every((name) => name === 'Shift');
  if (onlyShift && press.code === 'Tab') return { kind: 'leaving' };
  // macOS reports AltGraph for its ordinary Option key.
  if (press.altGraph && platform !== 'darwin') return { kind: 'refused', why: 'alt-graph' };
  const key = keyName(press, platform);
  if (key === null) return { kind: 'refused', why: 'key-unusable' };
  if (onlyShift && !/^F\d+$/u.test(key)) return { kind: 'refused', why: 'needs-modifier' };
  return { kind: 'recorded', accelerator: [...modifiers, key].join('+') };
}
