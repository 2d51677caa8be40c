import type { PopupState } from '../../electron/contract/popup';

/**
 * A newer state as it may be shown under somebody's eyes. Favourites and recents stay as they are
 * while their list is looked at: the row that a finger is on its way to must not become another
 * (docs/behaviour.md, "Keyboard"). Another line has other people, so its list is a new one.
 * @param selected whether a row is selected: then the clipboard puts none in front of it, either.
 */
export function atRest(before: PopupState, next: PopupState, selected: boolean): PopupState {
  if (before.line.id !== next.line.id) return next;
  return {
    ...next,
    favourites: before.favourites,
    recents: before.recents,
    clipboard: selected ? before.clipboard : next.clipboard,
  };
}
