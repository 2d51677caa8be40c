import type { KioskView } from '../../../electron/contract/kiosk';
import type { PopupState } from '../../../electron/contract/popup';
import { unreachable } from '../../../electron/contract/result';
import type { Destination } from '../../../electron/contract/transfer';
import { t } from '../../ui/texts';
import type { AsideCopy } from '../aside-copy';
import { titleOf } from '../people';
import { chordKey } from '../row-copy';
import { waitCopy } from './pin-copy';

/** What stands below the name on a tile; null where the name says all that is known. */
export function tileNote({ name, note, country, display }: Destination): string | null {
  return note ?? (name === null ? country : display);
}

/** The tile in full, as its accessible name and its tooltip. */
export function tileName(destination: Destination): string {
  const note = tileNote(destination);
  const title = titleOf(destination);
  return note === null ? title : `${title}, ${note}`;
}

/** What stands in the place of the tiles where there are none. */
export function emptyCopy({ freeEntry }: KioskView): {
  readonly title: string;
  readonly body: string;
} {
  return {
    title: t('popup.kiosk.empty.title'),
    body: freeEntry ? t('popup.kiosk.empty.orType') : t('popup.kiosk.empty.body'),
  };
}

/** What stands below the tiles where something is the matter with the journal. */
export function journalCopy({ journal }: KioskView): AsideCopy | null {
  switch (journal) {
    case 'kept':
      return null;
    case 'set-aside':
      return { title: t('popup.kiosk.disk.setAside'), body: t('popup.kiosk.disk.setAsideBody') };
    case 'unavailable':
      return { title: t('popup.kiosk.disk.noJournal'), body: t('popup.kiosk.disk.noJournalBody') };
    default:
      return unreachable(journal);
  }
}

/** Said of the grid: how many there are to choose from, and how. */
export function kioskSentence(
  { favourites, line, platform }: PopupState,
  kiosk: KioskView,
): string {
  const count = favourites.length;
  const { title, body } = emptyCopy(kiosk);
  const choice =
    count === 0
      ? `${title} ${body}`
      : kiosk.freeEntry
        ? t('popup.kiosk.saidOrType', { count, modifier: chordKey(platform) })
        : t('popup.kiosk.said', { count });
  const fault = journalCopy(kiosk);
  return [
    ...(line.practice ? [t('popup.said.practice')] : []),
    ...(fault === null ? [] : [`${fault.title} ${fault.body}`]),
    choice,
  ].join(' ');
}

/** Said of the pad for the PIN, and of the screen that the right PIN leads to. */
export function lockSentence(
  screen: 'pin' | 'unlocked',
  { kiosk, language }: PopupState,
  now: number,
): string {
  if (screen === 'unlocked') {
    return `${t('popup.kiosk.unlocked.title')}. ${t('popup.kiosk.unlocked.body')}`;
  }
  const until = kiosk?.waitUntil ?? 0;
  const title = `${t('popup.kiosk.pin.title')}.`;
  return until > now ? `${title} ${waitCopy(until, now, language)}` : title;
}
