import type { PopupState } from '../../electron/contract/popup';
import { unreachable } from '../../electron/contract/result';
import { t } from '../ui/texts';
import { spokenAge } from './ages';
import { isSip, titleOf } from './people';
import type { AddressRow, Row } from './rows';

const joined = (parts: readonly (string | null)[]) =>
  parts.filter((part): part is string => part !== null && part !== '').join(', ');

/** The key that goes with a digit, as it is printed. */
export function chordKey(platform: PopupState['platform']): string {
  return platform === 'darwin' ? t('popup.keys.command') : t('popup.keys.alt');
}

export function addressRowTitle({ destination }: AddressRow): string {
  return isSip(destination) ? t('popup.list.toAddress') : t('popup.list.toNumber');
}

/** What is known of a typed address: whose it is, or its country and that nobody is known there. */
export function addressRowNote({ destination, knownRange }: AddressRow): string {
  const { name, note, country } = destination;
  const who = name === null ? t('popup.list.unlisted') : joined([name, note]);
  const range = knownRange ? null : t('popup.list.unknownRange');
  const text = joined([country, who]);
  const shown = range === null ? text : `${text}. ${range}`;
  return shown.charAt(0).toLocaleUpperCase() + shown.slice(1);
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
    case 'address':
      return t('popup.list.toRow', {
        address: destination.display,
        note: addressRowNote(row),
      });
    case 'favourite': {
      const modifier = chordKey(state.platform);
      return t('popup.list.key', { label: base, modifier, digit: row.digit });
    }
    case 'recent':
      return joined([base, t(`outcomes.${row.outcome}`), spokenAge(row.at, now, state.language)]);
    case 'match':
      return base;
    default:
      return unreachable(row);
  }
}
