import type { PopupState } from '../../electron/contract/popup';

/** Theme and language of the whole document. `system` leaves the theme to the preference query. */
export function applyLook(root: HTMLElement, { theme, language }: PopupState): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  root.lang = language;
}
