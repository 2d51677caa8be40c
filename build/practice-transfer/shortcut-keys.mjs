/** @type {Readonly<Record<string, string>>} */
const KEYS = {
  control: 'ctrl',
  ctrl: 'ctrl',
  commandorcontrol: 'ctrl',
  cmdorctrl: 'ctrl',
  option: 'alt',
  meta: 'super',
  enter: 'Return',
  return: 'Return',
  esc: 'Escape',
  escape: 'Escape',
  plus: 'plus',
};

/**
 * @param {string} accelerator as Electron writes it, such as "Control+Alt+B"
 * @returns {string} the same keys as xdotool writes them
 */
export function shortcutKeys(accelerator) {
  return accelerator
    .split('+')
    .map(
      (key) =>
        KEYS[key.toLowerCase()] ?? (/^f\d+$/iu.test(key) ? key.toUpperCase() : key.toLowerCase()),
    )
    .join('+');
}
