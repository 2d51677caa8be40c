import { maxFilterLength, type HistoryFilter } from '../../../electron/contract/history';
import type { Outcome } from '../../../electron/contract/transfer';
import { rangeOf, type DayChoice } from './day';

/** What the person has chosen to see; null: any. */
export interface FilterChoice {
  readonly text: string;
  readonly outcome: Outcome | null;
  readonly lineId: string | null;
  readonly day: DayChoice;
}

/**
 * Everything, at first too: the newest stands on top in any case, and nothing is hidden behind a
 * filter that nobody set.
 */
export const everything: FilterChoice = {
  text: '',
  outcome: null,
  lineId: null,
  day: { kind: 'all' },
};

/** The choice as main understands it. @param now epoch milliseconds. */
export function filterOf({ text, outcome, lineId, day }: FilterChoice, now: number): HistoryFilter {
  return { text: text.trim().slice(0, maxFilterLength), outcome, lineId, ...rangeOf(day, now) };
}

/** Whether anything is left out. */
export const isFiltering = ({ text, outcome, lineId, day }: FilterChoice): boolean =>
  text.trim() !== '' || outcome !== null || lineId !== null || day.kind !== 'all';
