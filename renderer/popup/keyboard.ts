import type { AgentWord } from '../../electron/contract/transfer';
import type { PopupScreen } from './screen';

/** Where the focus is, as far as keys care. */
export type FocusPlace = 'field' | 'role' | 'line-list' | 'button' | 'surface';

/** A key press as plain data. */
export interface KeyPress {
  readonly key: string;
  /** Physical key: digits are told by it, since Alt and the layout change `key`. */
  readonly code: string;
  readonly alt: boolean;
  readonly control: boolean;
  readonly meta: boolean;
  readonly altGraph: boolean;
  readonly repeat: boolean;
  /** An input method is putting a character together; the key belongs to it. */
  readonly composing: boolean;
}

export interface Situation {
  readonly screen: PopupScreen['kind'];
  readonly focus: FocusPlace;
  readonly lineListOpen: boolean;
  /** The list of keys stands in the place of the screen. */
  readonly keysOpen: boolean;
  /** The screen has stood for less than the guard time, and takes no decision yet. */
  readonly tooSoon: boolean;
  /** Text of the window is selected, which Ctrl+C copies as usual. */
  readonly textSelected: boolean;
  readonly mac: boolean;
}

export type KeyCommand =
  /** Left to the browser. */
  | { readonly kind: 'pass' }
  /** Does nothing at all. */
  | { readonly kind: 'swallow' }
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'enter' }
  | { readonly kind: 'favourite'; readonly digit: number }
  | { readonly kind: 'clipboard' }
  /** Esc: what it means depends on the screen. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'primary' }
  | { readonly kind: 'answer'; readonly word: AgentWord }
  | { readonly kind: 'copy-details' }
  | { readonly kind: 'toggle-lines' }
  | { readonly kind: 'close-lines' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'toggle-keys' }
  | { readonly kind: 'switch-role' }
  /** Focuses the field; the key then goes into it. */
  | { readonly kind: 'to-field' };

/** Rows that PgUp and PgDn move by. */
export const pageRows = 8;

const pass: KeyCommand = { kind: 'pass' };
const swallow: KeyCommand = { kind: 'swallow' };

/** Milliseconds for which a new screen takes no Enter, Y or N: they were meant for the one before. */
export const guardMs = 300;

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: pageRows,
  PageUp: -pageRows,
};

/** What a key does. Pure: the same press in the same situation always does the same. */
export function decideKey(press: KeyPress, situation: Situation): KeyCommand {
  if (situation.screen === 'held') return heldKey(press, situation);
  if (press.composing) return pass;
  if (situation.keysOpen || (press.key === 'F1' && situation.screen !== 'sending')) {
    return keysKey(press);
  }
  const command = situation.mac ? press.meta : press.control;
  const plain = !press.alt && !press.control && !press.meta;
  if (press.key === ',' && command) return press.repeat ? swallow : { kind: 'settings' };
  switch (situation.screen) {
    case 'list':
    case 'connect':
      return listKey(press, situation, plain);
    case 'notice':
    case 'sending':
    case 'accepted':
    case 'refused':
    case 'not-sent':
    case 'unknown':
      return resultKey(press, situation, plain, command);
  }
}

/** F1 opens the list of keys and closes it, as Esc does. No other key means anything there. */
function keysKey({ key, repeat }: KeyPress): KeyCommand {
  if (repeat && (key === 'Enter' || key === ' ')) return swallow;
  if (key !== 'F1' && key !== 'Escape') return pass;
  return repeat ? swallow : { kind: 'toggle-keys' };
}

function listKey(press: KeyPress, situation: Situation, plain: boolean): KeyCommand {
  const { key, code } = press;
  const chord = situation.mac ? press.meta && !press.alt : press.alt && !press.control;
  if (chord && !press.altGraph) {
    const digit = /^Digit(\d)$/u.exec(code)?.[1];
    if (digit !== undefined) {
      // Nobody is picked from a list that the lines stand in front of.
      if (press.repeat || situation.lineListOpen) return swallow;
      return digit === '0' ? { kind: 'clipboard' } : { kind: 'favourite', digit: Number(digit) };
    }
    if (code === 'KeyL') return press.repeat ? swallow : { kind: 'toggle-lines' };
  }
  if (key === 'Escape') {
    if (press.repeat) return swallow;
    return situation.lineListOpen ? { kind: 'close-lines' } : { kind: 'leave' };
  }
  if (situation.focus === 'line-list') return lineListKey(press, plain);
  const step = steps[key];
  if (step !== undefined && plain) return { kind: 'move', by: step };
  if (key === 'Enter') {
    if (situation.focus === 'button') return press.repeat ? swallow : pass;
    return press.repeat ? swallow : { kind: 'enter' };
  }
  if (situation.focus === 'role' && plain) {
    if (key === 'ArrowLeft' || key === 'ArrowRight' || key === ' ') return { kind: 'switch-role' };
  }
  return typesText(press, plain) && situation.focus !== 'field' && key !== ' '
    ? { kind: 'to-field' }
    : pass;
}

/**
 * In the hold-back Esc takes back whatever else is pressed, and nothing but a fresh, deliberate
 * press ends it early (docs/behaviour.md, "An attempt").
 */
function heldKey(press: KeyPress, situation: Situation): KeyCommand {
  const { key } = press;
  if (key === 'Escape') return { kind: 'leave' };
  if (key !== 'Enter' && key !== ' ') return key === 'Tab' ? pass : swallow;
  if (press.repeat || press.composing || situation.tooSoon) return swallow;
  // A focused button takes its own key: Enter on "Undo" takes back.
  if (situation.focus === 'button') return pass;
  return key === 'Enter' ? { kind: 'primary' } : swallow;
}

/** The list of lines handles its own arrows and Enter; letters go on being typed. */
function lineListKey(press: KeyPress, plain: boolean): KeyCommand {
  return typesText(press, plain) && press.key !== ' ' ? { kind: 'to-field' } : pass;
}

/** A key that writes or deletes a character. With AltGr, characters come as Ctrl+Alt. */
function typesText({ key, altGraph }: KeyPress, plain: boolean): boolean {
  if (key === 'Backspace') return plain;
  return [...key].length === 1 && (plain || altGraph);
}

function resultKey(
  press: KeyPress,
  situation: Situation,
  plain: boolean,
  command: boolean,
): KeyCommand {
  const { key } = press;
  const { screen } = situation;
  if (key.toLowerCase() === 'c' && command && hasDetails(screen)) {
    return situation.textSelected || press.repeat ? pass : { kind: 'copy-details' };
  }
  const word = plain ? answerOf(press) : null;
  const decides = key === 'Enter' || key === ' ' || word !== null;
  if (decides && (press.repeat || situation.tooSoon)) return swallow;
  if (key === 'Escape') return press.repeat ? swallow : { kind: 'leave' };
  if (screen === 'unknown' && word !== null) return { kind: 'answer', word };
  // A focused button takes its own Enter; elsewhere Enter means the main one, where there is one.
  if (key === 'Enter' && situation.focus !== 'button') {
    return screen === 'unknown' || screen === 'sending' ? swallow : { kind: 'primary' };
  }
  return pass;
}

const answers: Readonly<Record<string, AgentWord>> = {
  y: 'still-on-call',
  n: 'caller-gone',
  KeyY: 'still-on-call',
  KeyN: 'caller-gone',
};

/** Y and N by their letter; by their place only on a layout that has no such letters. */
function answerOf({ key, code }: KeyPress): AgentWord | null {
  const isLatin = /^\p{Script=Latin}$/u.test(key);
  return answers[isLatin ? key.toLowerCase() : code] ?? null;
}

function hasDetails(screen: PopupScreen['kind']): boolean {
  return (
    screen === 'accepted' || screen === 'refused' || screen === 'not-sent' || screen === 'unknown'
  );
}
