import type { Platform } from './accelerator';

const macSigns: ReadonlyMap<string, string> = new Map([
  ['Control', '⌃'],
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['Command', '⌘'],
]);

const printed: ReadonlyMap<string, string> = new Map([
  ['Control', 'Ctrl'],
  ['Escape', 'Esc'],
  ['Up', '↑'],
  ['Down', '↓'],
  ['Left', '←'],
  ['Right', '→'],
  ['PageUp', 'PgUp'],
  ['PageDown', 'PgDn'],
  ['Delete', 'Del'],
  ['Insert', 'Ins'],
  ['PrintScreen', 'PrtSc'],
  ['Plus', '+'],
  ['numadd', 'Num +'],
  ['numsub', 'Num -'],
  ['nummult', 'Num *'],
  ['numdiv', 'Num /'],
  ['numdec', 'Num .'],
]);

/** Other spellings that Electron takes, by the one that is used here. */
function usualName(part: string, platform: Platform): string {
  switch (part.toLowerCase()) {
    case 'ctrl':
    case 'control':
      return 'Control';
    case 'cmd':
    case 'command':
      return 'Command';
    case 'cmdorctrl':
    case 'commandorcontrol':
      return platform === 'darwin' ? 'Command' : 'Control';
    case 'alt':
    case 'option':
      return 'Alt';
    case 'shift':
      return 'Shift';
    case 'super':
    case 'meta':
      return platform === 'darwin' ? 'Command' : 'Super';
    case 'esc':
    case 'escape':
      return 'Escape';
    case 'return':
    case 'enter':
      return 'Enter';
    default:
      return /^[a-z]$/u.test(part) ? part.toUpperCase() : part;
  }
}

function keycap(part: string, platform: Platform): string {
  const name = usualName(part, platform);
  const sign = platform === 'darwin' ? macSigns.get(name) : undefined;
  if (sign !== undefined) return sign;
  if (name === 'Super') return platform === 'win32' ? 'Win' : 'Super';
  const digit = /^num(\d)$/iu.exec(name)?.[1];
  return digit === undefined ? (printed.get(name) ?? name) : `Num ${digit}`;
}

/** The keys of an accelerator as they are printed on this system's keyboards. */
export function keycaps(accelerator: string, platform: Platform): string[] {
  return accelerator.split('+').map((part) => keycap(part, platform));
}

/** The same in one word, for sentences: "Ctrl+Alt+B", on a Mac "⌃⌥B". */
export function shortcutWord(accelerator: string, platform: Platform): string {
  return keycaps(accelerator, platform).join(platform === 'darwin' ? '' : '+');
}
