import type { PopupState } from '../../electron/contract/popup';
import { unreachable } from '../../electron/contract/result';
import { t } from '../ui/texts';
import { spokenAge } from './ages';
import { isSip, titleOf } from './people';
import { nearlyCopy } from './reply-copy';
import type { AddressRow, Row } from './rows';

const joined = (parts: readonly (string | null)[]) =>
  parts.filter((part): part is string => part !== null && part !== '').join(', ');

/** The key that goes with a digit, as it is printed. */
export function chordKey(platform: PopupState['platform']): string {
  return platform === 'darwin' ? t('popup.keys.command') : t('popup.keys.alt');
}

/** The address stands in the field, or is read back here as it is dialled. */
export function addressRowTitle({ destination, inField }: AddressRow): string {
  if (!inField) return t('popup.list.toThis', { to: destination.display });
  return isSip(destination) ? t('popup.list.toAddress') : t('popup.list.toNumber');
}

/** What is known of a typed address: whose it is, or its country and that nobody is known there. */
export function addressRowNote({ destination }: AddressRow): string {
  const { name, note, country } = destination;
  const who = name === null ? t('popup.list.unlisted') : joined([name, note]);
  const text = joined([country, who]);
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Why the address is worth a second look before Enter, which takes it all the same. */
export function addressRowDoubts(row: AddressRow): readonly Doubt[] {
  const { knownRange, nearly, withinText } = row;
  return [
    ...(withinText ? [{ isWarning: false, text: t('popup.list.foundInText') }] : []),
    ...(knownRange ? [] : [{ isWarning: false, text: t('popup.list.unknownRange') }]),
    ...(nearly === null ? [] : [{ isWarning: true, text: nearlyCopy(nearly) }]),
  ];
}

interface Doubt {
  readonly isWarning: boolean;
  readonly text: string;
}

/** The row in full, as its accessible name. */
export function rowName(row: Row, state: PopupState, now: number): string {
  const { destination } = row;
  const base = joined([
    titleOf(destination),
    destination.note,
    destination.name === null ? null : destination.display,
  ]);
  switch (row.kind) {
    case 'address': {
      const address = destination.display;
      const label = t('popup.list.toRow', { address, note: addressRowNote(row) });
      const doubts = addressRowDoubts(row).map(({ isWarning, text }) =>
        isWarning ? t('popup.said.warning', { text }) : text,
      );
      return [label, ...doubts].join('. ');
    }
    case 'clipboard': {
      const label = joined([base, t('popup.list.fromClipboard')]);
      return t('popup.list.key', { label, modifier: chordKey(state.platform), digit: 0 });
    }
    case 'favourite': {
      const modifier = chordKey(state.platform);
      return t('popup.list.key', { label: base, modifier, digit: row.digit });
    }
    case 'recent':
      return joined([base, t(`outcomes.${row.outcome}`), spokenAge(row.at, now, state.language)]);
    case 'match':
    case 'look-alike':
      return base;
    default:
      return unreachable(row);
  }
}
