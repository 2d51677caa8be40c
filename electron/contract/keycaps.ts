/** Keys that carry a word, in the texts under `keys`. */
export type KeyWord =
  | 'control'
  | 'alt'
  | 'shift'
  | 'super'
  | 'windows'
  | 'enter'
  | 'escape'
  | 'space'
  | 'tab'
  | 'backspace'
  | 'delete'
  | 'insert'
  | 'home'
  | 'end'
  | 'pageUp'
  | 'pageDown'
  | 'printScreen'
  | 'numberPad';

/** What a keyboard of the interface's language prints on a key; `key` is one of the number pad. */
export type KeyPrint = (word: KeyWord, values?: { readonly key: string }) => string;

export type Platform = 'linux' | 'darwin' | 'win32';

/** Every spelling that Electron takes of the keys that have a word, in lower case. */
const words: Readonly<Record<string, KeyWord>> = {
  ctrl: 'control',
  control: 'control',
  cmdorctrl: 'control',
  commandorcontrol: 'control',
  alt: 'alt',
  option: 'alt',
  shift: 'shift',
  super: 'super',
  meta: 'super',
  cmd: 'super',
  command: 'super',
  return: 'enter',
  enter: 'enter',
  esc: 'escape',
  escape: 'escape',
  space: 'space',
  tab: 'tab',
  backspace: 'backspace',
  delete: 'delete',
  insert: 'insert',
  home: 'home',
  end: 'end',
  pageup: 'pageUp',
  pagedown: 'pageDown',
  printscreen: 'printScreen',
};

const macSigns: Readonly<Record<string, string>> = {
  ctrl: '⌃',
  control: '⌃',
  cmdorctrl: '⌘',
  commandorcontrol: '⌘',
  cmd: '⌘',
  command: '⌘',
  super: '⌘',
  meta: '⌘',
  alt: '⌥',
  option: '⌥',
  shift: '⇧',
};

const signs: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  plus: '+',
};

const numberPad: Readonly<Record<string, string>> = {
  numadd: '+',
  numsub: '-',
  nummult: '*',
  numdiv: '/',
  numdec: '.',
};

function keycap(part: string, platform: Platform, print: KeyPrint): string {
  const name = part.toLowerCase();
  const macSign = platform === 'darwin' ? macSigns[name] : undefined;
  if (macSign !== undefined) return macSign;
  const word = words[name];
  if (word === 'super' && platform === 'win32') return print('windows');
  if (word !== undefined) return print(word);
  const padKey = numberPad[name] ?? /^num(\d)$/u.exec(name)?.[1];
  if (padKey !== undefined) return print('numberPad', { key: padKey });
  return signs[name] ?? (/^[a-z]$/u.test(part) ? part.toUpperCase() : part);
}

/** The keys of an accelerator ("Control+Alt+B") as they are printed on this system's keyboards. */
export function keycaps(accelerator: string, platform: Platform, print: KeyPrint): string[] {
  return accelerator.split('+').map((part) => keycap(part, platform, print));
}

/** The same in one word, for sentences: "Ctrl+Alt+B", on a Mac "⌃⌥B". */
export function shortcutWord(accelerator: string, platform: Platform, print: KeyPrint): string {
  return keycaps(accelerator, platform, print).join(platform === 'darwin' ? '' : '+');
}
