import type { HistoryFilter, HistoryLine, HistoryPage } from '../../../electron/contract/history';
import type { CallReply } from '../../../electron/contract/schemas';
import type { EndedAttempt, Outcome } from '../../../electron/contract/transfer';
import type { FilterChoice } from './filter';
import type { RowCache } from './row-cache';

export type HistoryReadError = Extract<CallReply<'history:page'>, { ok: false }>['error'];

/** The attempts that pass a filter, as far as they are known. */
export interface List {
  /** Another number: another list, to be looked at from its top. */
  readonly id: number;
  readonly choice: FilterChoice;
  readonly filter: HistoryFilter;
  readonly cache: RowCache;
  readonly counts: HistoryPage['counts'];
}

export interface HistoryState {
  readonly filter: FilterChoice;
  /** Null until main has answered. It is that of an earlier filter until main answers again. */
  readonly list: List | null;
  readonly lines: readonly HistoryLine[];
  readonly failure: HistoryReadError | null;
  /** Index of the row that the keys move from; null: none. */
  readonly active: number | null;
  /** Rises with each move by the person: the active row is then brought into sight. */
  readonly moves: number;
  /** The attempt whose details are shown; null: none are. */
  readonly shown: EndedAttempt | null;
  /** Rises whenever something was recorded or removed. */
  readonly revision: number;
}

/** Whether the rows are those of an earlier filter, or none came yet. */
export const isOutdated = ({ list, filter }: HistoryState): boolean =>
  list === null || list.choice !== filter;

/** The sum of the counts: what passes the filter when its outcome is left aside. */
export const sumOf = (counts: Readonly<Record<Outcome, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
