import { directionOf, type Language } from '../../electron/contract/languages';

interface Look {
  readonly theme: 'system' | 'light' | 'dark';
  readonly language: Language;
}

/** Theme, language and direction of the whole document. `system` leaves the theme to the preference query. */
export function applyLook(root: HTMLElement, { theme, language }: Look): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  root.lang = language;
  root.dir = directionOf(language);
}
