import { decideKey, type KeyCommand, type KeyPress, type Situation } from '../keyboard';
import type { ScreenKind } from '../screen';

export interface KioskSituation extends Pick<
  Situation,
  'focus' | 'tooSoon' | 'textSelected' | 'mac'
> {
  readonly screen: ScreenKind;
  /** There is a field: digits are typed into it, and the tiles have Alt (⌘) and the digit. */
  readonly freeEntry: boolean;
  /** The field holds a text, and its results stand in the place of the tiles. */
  readonly typed: boolean;
  /** A key went to the pad for the PIN just now: a digit after it was meant for the pad, too. */
  readonly pinLately: boolean;
}

/** What leads away from the grid, or to what a kiosk does not have. */
type Elsewhere = 'settings' | 'toggle-keys' | 'toggle-lines' | 'close-lines' | 'clipboard';

export type KioskCommand =
  | Exclude<KeyCommand, { readonly kind: Elsewhere }>
  /** Empties the field; nothing where it is empty. */
  | { readonly kind: 'clear' }
  /** From the field down to the tiles. */
  | { readonly kind: 'to-tiles' };

const pass: KioskCommand = { kind: 'pass' };
const swallow: KioskCommand = { kind: 'swallow' };

/** Keys without a modifier that do nothing outside the page. */
const inside: ReadonlySet<string> = new Set([
  'Tab',
  'Enter',
  ' ',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/** Keys that only change what other keys mean. */
const modifiers: ReadonlySet<string> = new Set(['Shift', 'AltGraph', 'CapsLock', 'NumLock']);

/** What edits the field with Ctrl (⌘): select all, paste, undo, redo, and by word. */
const editing: ReadonlySet<string> = new Set([
  'a',
  'v',
  'z',
  'y',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'Backspace',
  'Delete',
]);

/**
 * What a key does at a kiosk (docs/behaviour.md, "Kiosk"). Pure. Nothing leads out: whatever is not
 * known to stay inside the page is swallowed.
 */
export function decideKioskKey(press: KeyPress, situation: KioskSituation): KioskCommand {
  const { screen } = situation;
  switch (screen) {
    case 'list':
    case 'connect':
      return gridKey(press, situation);
    case 'pin':
    case 'unlocked':
      return lockKey(press, situation);
    case 'unknown':
      // The question is left by its answers.
      if (press.key === 'Escape') return swallow;
      return kept(popupKey(press, situation, screen), press, situation);
    case 'held':
    case 'sending':
    case 'notice':
    case 'accepted':
    case 'refused':
    case 'not-sent':
      return kept(popupKey(press, situation, screen), press, situation);
  }
}

function popupKey(
  press: KeyPress,
  { focus, tooSoon, textSelected, mac }: KioskSituation,
  screen: Situation['screen'],
): KeyCommand {
  const closed = { lineListOpen: false, keysOpen: false };
  return decideKey(press, { screen, focus, tooSoon, textSelected, mac, ...closed });
}

/** The popup's own command, without what leads elsewhere. */
function kept(command: KeyCommand, press: KeyPress, situation: KioskSituation): KioskCommand {
  switch (command.kind) {
    case 'settings':
    case 'toggle-keys':
    case 'toggle-lines':
    case 'close-lines':
    case 'clipboard':
      return swallow;
    case 'pass':
      return staysInside(press, situation) ? pass : swallow;
    default:
      return command;
  }
}

function isPlain({ alt, control, meta }: KeyPress): boolean {
  return !alt && !control && !meta;
}

/** A key that writes or deletes a character. With AltGr, characters come as Ctrl+Alt. */
function isCharacter(press: KeyPress): boolean {
  const { key, altGraph } = press;
  if (key === 'Backspace' || key === 'Delete') return isPlain(press);
  return [...key].length === 1 && (isPlain(press) || altGraph);
}

function staysInside(press: KeyPress, { focus, mac }: KioskSituation): boolean {
  const { key, composing } = press;
  if (composing || modifiers.has(key)) return true;
  if (isPlain(press) && inside.has(key)) return true;
  if (focus !== 'field') return false;
  if (isCharacter(press) || key === 'Dead' || key === 'Process') return true;
  const command = mac ? press.meta && !press.control : press.control && !press.meta;
  return command && !press.alt && editing.has(key.length === 1 ? key.toLowerCase() : key);
}

/** Enter and Space press what has the focus; not held down, and not when meant for another screen. */
function presses(press: KeyPress, { tooSoon }: KioskSituation): KioskCommand {
  return press.repeat || tooSoon ? swallow : pass;
}

function lockKey(press: KeyPress, situation: KioskSituation): KioskCommand {
  const { key } = press;
  if (press.composing) return pass;
  if (key === 'Escape') return press.repeat ? swallow : { kind: 'leave' };
  if (isPlain(press) && (key === 'Enter' || (key === ' ' && situation.focus === 'button'))) {
    return presses(press, situation);
  }
  const isForPad = situation.screen === 'pin' && situation.focus !== 'field';
  if (isForPad && isCharacter(press) && key !== ' ') return { kind: 'to-field' };
  return staysInside(press, situation) ? pass : swallow;
}

/** The digit of a key: as it is written, or by its place on a layout that has other signs there. */
function digitOf({ key, code }: KeyPress): number | null {
  const written = /^\d$/u.exec(key)?.[0] ?? /^Digit(\d)$/u.exec(code)?.[1];
  return written === undefined ? null : Number(written);
}

function gridKey(press: KeyPress, situation: KioskSituation): KioskCommand {
  const { key } = press;
  const { freeEntry, focus, typed } = situation;
  if (press.composing) return pass;
  if (key === 'Escape') return freeEntry && !press.repeat ? { kind: 'clear' } : swallow;
  const digit = freeEntry ? null : digitOf(press);
  if (digit !== null && isPlain(press)) {
    const isMeant = digit > 0 && !press.repeat && !situation.pinLately;
    return isMeant && situation.screen === 'list' ? { kind: 'favourite', digit } : swallow;
  }
  if (focus === 'button' && (key === 'Enter' || key === ' ') && isPlain(press)) {
    return presses(press, situation);
  }
  if (!freeEntry) return staysInside(press, situation) ? pass : swallow;
  if (!typed && isPlain(press)) {
    if (key === 'ArrowDown' && focus === 'field') return { kind: 'to-tiles' };
    // Between the tiles, and along the field, the keys go on by themselves.
    if (inside.has(key) && key !== 'Enter') return pass;
  }
  return kept(popupKey(press, situation, 'list'), press, situation);
}
