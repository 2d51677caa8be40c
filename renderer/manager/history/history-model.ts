import { createStore, type StoreApi } from 'zustand';

import type { HistoryFilter, HistoryPage } from '../../../electron/contract/history';
import { everything, filterOf, type FilterChoice } from './filter';
import type { HistoryClock, HistorySource } from './history-source';
import { isOutdated, type HistoryState, type List } from './history-state';
import { indexOf, nextSkip, openCache, pageSize, rowAt, withNewest, withPage } from './row-cache';

/** Milliseconds after the last letter until a text is looked for. */
const typingMs = 120;
/** Milliseconds for which a table that is dragged along must rest until its rows are read. */
const restMs = 50;

export interface HistoryModel {
  readonly store: StoreApi<HistoryState>;
  /** Reads, and follows every change; the returned function ends that. */
  start(): () => void;
  /** Reads again, after a failure. */
  reload(): void;
  /** Changes the filter. A text waits a moment for the next letter. */
  filterBy(change: Partial<FilterChoice>): void;
  /** Says which rows are in sight, by index: they are read before all others. */
  look(first: number, last: number): void;
  /** Makes a row the active one; shown details follow it. */
  moveTo(index: number): void;
  /** Shows the details of the active row. */
  openDetails(): void;
  closeDetails(): void;
}

/**
 * What the history shows, and the reading of it. One page is asked for at a time, always the one
 * that is needed most when its turn comes. Places that were only scrolled past are never read, and
 * an answer to an earlier filter is dropped.
 */
export function createHistory(source: HistorySource, clock: HistoryClock): HistoryModel {
  const store = createStore<HistoryState>(() => ({
    filter: everything,
    list: null,
    lines: [],
    failure: null,
    active: null,
    moves: 0,
    shown: null,
    revision: 0,
  }));
  const { getState, setState } = store;
  let sight = { first: 0, last: 0 };
  let newestIsDue = false;
  let isAsking = false;
  let isDragged = false;
  let forgetTyping: () => void = () => undefined;
  let forgetRest: () => void = () => undefined;

  const ask = (filter: HistoryFilter, skip: number | null) => {
    const cursor = skip === null ? null : { skip };
    return source.page({ filter, cursor, limit: pageSize });
  };

  /** Shows a cache, with the active row and the details where its attempt is now. */
  const showList = (list: List, active: number | null) => {
    setState(({ shown }) => {
      const row = active === null ? null : rowAt(list.cache, active);
      const kept = row === undefined ? shown : (row?.attempt ?? null);
      return { list, active, shown: shown === null ? null : kept };
    });
  };

  const takeNewest = (choice: FilterChoice, filter: HistoryFilter, page: HistoryPage) => {
    const { list, active } = getState();
    const { counts } = page;
    const grown = list?.choice === choice ? withNewest(list.cache, page) : null;
    if (list !== null && grown !== null) {
      const moved = grown.added - list.cache.added;
      const last = grown.total - 1;
      const next = active === null || last < 0 ? null : Math.min(active + moved, last);
      showList({ ...list, filter, cache: grown, counts }, next);
      return;
    }
    const cache = openCache(page);
    sight = { first: 0, last: 0 };
    const row = list === null || active === null ? null : rowAt(list.cache, active);
    const next = row ? indexOf(cache, row.attempt.id) : null;
    showList({ id: (list?.id ?? 0) + 1, choice, filter, cache, counts }, next);
  };

  const readNewest = async (): Promise<boolean> => {
    newestIsDue = false;
    const { filter: choice } = getState();
    const filter = filterOf(choice, clock.now());
    const reply = await ask(filter, null);
    if (getState().filter !== choice) return true;
    setState({ failure: reply.ok ? null : reply.error });
    if (reply.ok) takeNewest(choice, filter, reply.value);
    return reply.ok;
  };

  const readPage = async (list: List, skip: number): Promise<boolean> => {
    const reply = await ask(list.filter, skip);
    const now = getState();
    if (now.list === null || now.list.id !== list.id || now.filter !== list.choice) return true;
    setState({ failure: reply.ok ? null : reply.error });
    if (!reply.ok) return false;
    const cache = withPage(now.list.cache, skip, reply.value);
    if (cache === null) newestIsDue = true;
    else showList({ ...now.list, cache }, now.active);
    return true;
  };

  /** What is to be read now; null: nothing. */
  const nextRead = (): (() => Promise<boolean>) | null => {
    if (newestIsDue) return readNewest;
    const state = getState();
    const { list } = state;
    if (list === null || isDragged || isOutdated(state)) return null;
    const skip = nextSkip(list.cache, sight.first, sight.last);
    return skip === null ? null : () => readPage(list, skip);
  };

  const read = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      for (let next = nextRead(); next !== null; next = nextRead()) {
        // After a failure nothing more is read, unless something new asks for it.
        if (!(await next()) && !newestIsDue) return;
      }
    } finally {
      isAsking = false;
    }
  };

  const readFromTop = () => {
    newestIsDue = true;
    void read();
  };

  const rest = () => {
    isDragged = false;
    void read();
  };

  const readLines = async () => {
    const reply = await source.lines();
    if (reply.ok) setState({ lines: reply.value });
  };

  const begin = () => {
    void readLines();
    readFromTop();
  };

  return {
    store,
    start() {
      const stopListening = source.changed(() => {
        setState(({ revision }) => ({ revision: revision + 1 }));
        begin();
      });
      begin();
      return () => {
        stopListening();
        forgetTyping();
        forgetRest();
      };
    },
    reload: begin,
    filterBy(change) {
      forgetTyping();
      setState(({ filter }) => ({ filter: { ...filter, ...change } }));
      const isTyped = Object.keys(change).every((key) => key === 'text') && change.text !== '';
      if (isTyped) forgetTyping = clock.after(typingMs, readFromTop);
      else readFromTop();
    },
    look(first, last) {
      // Nothing of what was in sight is any more: it may not stay long, and reading takes frames.
      isDragged = Math.abs(first - sight.first) > last - first;
      sight = { first, last };
      forgetRest();
      if (isDragged) forgetRest = clock.after(restMs, rest);
      else void read();
    },
    moveTo(index) {
      const { list } = getState();
      if (list === null || list.cache.total === 0) return;
      showList(list, Math.max(0, Math.min(index, list.cache.total - 1)));
      setState(({ moves }) => ({ moves: moves + 1 }));
    },
    openDetails() {
      const { list, active } = getState();
      const row = list === null || active === null ? null : rowAt(list.cache, active);
      if (row) setState({ shown: row.attempt });
    },
    closeDetails() {
      setState({ shown: null });
    },
  };
}
