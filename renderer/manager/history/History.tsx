import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';

import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { announce } from '../store';
import { Drawer } from './Drawer';
import { number } from './formats';
import { createHistory } from './history-model';
import { historyClock, historySource } from './history-source';
import { asksForSearch } from './keys';
import { MessageStrip, type Message } from './MessageStrip';
import { StatusBar } from './StatusBar';
import { Tools } from './Tools';
import { Transfers } from './Transfers';
import { useDetail } from './use-detail';
import { useMeasures } from './use-measures';

/** Every transfer that was ever asked for, as far as it is kept. It has the window to itself. */
export function History({ state }: PageProps) {
  const { language } = state;
  const [model] = useState(() => createHistory(historySource, historyClock));
  const history = useStore(model.store);
  const [message, setMessage] = useState<Message | null>(null);
  const view = useRef<HTMLElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const drawer = useRef<HTMLElement>(null);
  const { rowHeight, isNarrow, isTight } = useMeasures(view, probe);
  const detail = useDetail(history.shown, history.revision);
  const isOpen = detail !== null;
  const isCovered = isNarrow && isOpen;

  useEffect(() => model.start(), [model]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('[role=alertdialog], [role=listbox], [role=menu]')) return;
      if (!asksForSearch(event, target?.closest('input') !== null)) return;
      event.preventDefault();
      // Where the details cover the field, they give way.
      if (isCovered) flushSync(() => model.closeDetails());
      search.current?.focus();
      search.current?.select();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [model, isCovered]);

  // Covered, the table can't keep the focus; uncovered, it takes it back.
  const wasOpen = useRef(false);
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (isCovered && !drawer.current?.contains(document.activeElement)) drawer.current?.focus();
    else if (wasOpen.current && !isOpen && lost) grid.current?.focus();
    wasOpen.current = isOpen;
  }, [isCovered, isOpen]);

  const leaveDown = useCallback(() => {
    grid.current?.focus();
    if (model.store.getState().active === null) model.moveTo(0);
  }, [model]);

  const { list } = history;
  const total = list?.cache.total ?? 0;
  const listId = list?.id ?? 0;
  useEffect(() => {
    if (listId < 2) return;
    announce(t('manager.history.grid.found', { count: total, n: number(total, language) }));
    // What comes in later is not the answer to a filter.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [listId]);

  return (
    <main
      ref={view}
      className="hist"
      data-narrow={isNarrow || undefined}
      data-tight={isTight || undefined}
    >
      <h1 className="vh">{t('manager.history.heading')}</h1>
      <span ref={probe} className="hist__rem" aria-hidden="true" />
      <Tools
        filter={history.filter}
        counts={list?.counts ?? null}
        lines={history.lines}
        model={model}
        language={language}
        searchRef={search}
        isCovered={isCovered}
        onMessage={setMessage}
        onLeaveDown={leaveDown}
      />
      {message === null ? null : (
        <MessageStrip message={message} onDismiss={() => setMessage(null)} />
      )}
      <div
        role="presentation"
        className={isOpen ? 'cols cols--open' : 'cols'}
        onKeyDown={(event) => {
          if (event.defaultPrevented || !isOpen) return;
          const isText = event.target instanceof Element && event.target.closest('pre') !== null;
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (event.key === 'Escape') model.closeDetails();
          else if (step !== undefined && !isText && history.active !== null) {
            event.preventDefault();
            model.moveTo(history.active + step);
          }
        }}
      >
        <Transfers
          history={history}
          model={model}
          rowHeight={rowHeight}
          language={language}
          gridRef={grid}
          isCovered={isCovered}
        />
        {detail === null ? null : (
          <Drawer
            shown={detail}
            language={language}
            drawerRef={drawer}
            onClose={() => model.closeDetails()}
          />
        )}
      </div>
      <StatusBar
        counts={list?.counts ?? null}
        day={(list?.choice ?? history.filter).day}
        isEmpty={history.lines.length === 0}
        historyDays={state.settings.historyDays}
        language={language}
        isCovered={isCovered}
        onMessage={setMessage}
      />
    </main>
  );
}
