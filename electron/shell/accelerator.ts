const linuxNames: Readonly<Record<string, string>> = {
  control: 'Ctrl',
  ctrl: 'Ctrl',
  commandorcontrol: 'Ctrl',
  cmdorctrl: 'Ctrl',
  super: 'Super',
  meta: 'Super',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
};
const macNames: Readonly<Record<string, string>> = {
  control: '⌃',
  ctrl: '⌃',
  commandorcontrol: '⌘',
  cmdorctrl: '⌘',
  command: '⌘',
  cmd: '⌘',
  super: '⌘',
  meta: '⌘',
  alt: '⌥',
  option: '⌥',
  shift: '⇧',
};

/** An accelerator as a person reads it: "Ctrl+Alt+B", on macOS "⌃⌥B". */
export function shortcutLabel(accelerator: string, platform: NodeJS.Platform): string {
  const names =
    platform === 'darwin'
      ? macNames
      : { ...linuxNames, ...(platform === 'win32' ? { super: 'Win', meta: 'Win' } : {}) };
  const keys = accelerator.split('+').map((key) => names[key.toLowerCase()] ?? key);
  return keys.join(platform === 'darwin' ? '' : '+');
}
