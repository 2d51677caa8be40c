import { ok } from '../../contract/result';
import type { Journal } from '../../transfer/journal';
import type { ShortcutRegistry } from '../shortcut';

/** A kiosk has no global shortcut: it is on the screen already. */
export const noShortcuts: ShortcutRegistry = {
  register: () => true,
  unregister: () => undefined,
};

/** Whom the last person called is not found by what the next one types. */
export const forgetfulJournal: Pick<Journal, 'recents' | 'usage'> = {
  recents: () => ok([]),
  usage: () => ok([]),
};
