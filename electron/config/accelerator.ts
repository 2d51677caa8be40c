/** What Electron takes for a modifier, in lower case; those beside Shift keep ordinary typing free. */
const modifiers = new Set(['shift']);
const freeingModifiers = new Set([
  ...['ctrl', 'control', 'cmd', 'command', 'cmdorctrl', 'commandorcontrol'],
  ...['alt', 'option', 'altgr', 'super', 'meta'],
]);

/** Keys with a name (electronjs.org, "Accelerator"), in lower case. */
const namedKeys = new Set([
  ...['plus', 'space', 'tab', 'capslock', 'numlock', 'scrolllock', 'backspace', 'delete', 'insert'],
  ...['return', 'enter', 'up', 'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown'],
  ...['escape', 'esc', 'printscreen', 'numdec', 'numadd', 'numsub', 'nummult', 'numdiv'],
]);
/** Keys that nobody types with. */
const standingAlone =
  /^(?:f(?:[1-9]|1\d|2[0-4])|volume(?:up|down|mute)|media(?:nexttrack|previoustrack|stop|playpause))$/;

/**
 * True for an accelerator that can be a global shortcut (docs/behaviour.md, "Shortcut"): one key with
 * Ctrl, Alt or the system key, or a key that nobody types with. Whether it is free, only the system
 * knows.
 */
export function isGlobalShortcut(accelerator: string): boolean {
  const parts = accelerator.toLowerCase().split('+');
  const key = parts.pop() ?? '';
  if (!parts.every((part) => modifiers.has(part) || freeingModifiers.has(part))) return false;
  if (standingAlone.test(key)) return true;
  const isKey = /^(?:[!-~]|num\d)$/.test(key) || namedKeys.has(key);
  return isKey && parts.some((part) => freeingModifiers.has(part));
}
