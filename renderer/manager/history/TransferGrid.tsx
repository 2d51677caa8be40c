import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import { dateOf, spansDays } from './day';
import type { HistoryModel } from './history-model';
import { isOutdated, type HistoryState } from './history-state';
import { rowForKey } from './keys';
import { rowAt } from './row-cache';
import { rowId, TransferRow } from './TransferRow';

interface TransferGridProps {
  readonly history: HistoryState;
  readonly model: HistoryModel;
  /** CSS pixels. */
  readonly rowHeight: number;
  readonly language: string;
  readonly gridRef: RefObject<HTMLDivElement | null>;
}

const columns = ['time', 'to', 'line', 'role', 'outcome', 'http', 'apiId', 'took'] as const;
/** Rows beyond those in sight that are in the page at either end. */
const overscan = 4;
/** Columns that give way where there is no room. The details have what they say. */
const extra: ReadonlySet<string> = new Set(['role', 'http', 'apiId']);

/** The table: only what is in sight is in the page, whatever there is. */
export function TransferGrid({ history, model, rowHeight, language, gridRef }: TransferGridProps) {
  const { list, active, moves } = history;
  const head = useRef<HTMLDivElement>(null);
  const total = list?.cache.total ?? 0;
  const added = list?.cache.added ?? 0;

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    overscan,
    // The active row is there for assistive technology, wherever the table was scrolled to.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (active === null || active >= total || indexes.includes(active)) return indexes;
      return [...indexes, active].sort((one, other) => one - other);
    },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const listId = list?.id ?? 0;
  const place = useRef({ listId, added });
  useLayoutEffect(() => {
    const before = place.current;
    place.current = { listId, added };
    const grid = gridRef.current;
    if (grid === null) return;
    if (before.listId !== listId) grid.scrollTop = 0;
    // What is being read stays where it is; at the top, the newest is what is being read.
    else if (grid.scrollTop > 0) grid.scrollTop += (added - before.added) * rowHeight;
  }, [listId, added, rowHeight, gridRef]);

  // Asking for the items is what brings the range up to date.
  const items = virtualizer.getVirtualItems();
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => model.look(first, last), [model, first, last, listId]);

  const sight = () => {
    const grid = gridRef.current;
    if (grid === null) return 0;
    return grid.clientHeight - (head.current?.offsetHeight ?? 0);
  };

  useLayoutEffect(() => {
    const grid = gridRef.current;
    if (grid === null || active === null) return;
    const top = active * rowHeight;
    const lowest = top + rowHeight - sight();
    if (grid.scrollTop > top) grid.scrollTop = top;
    else if (grid.scrollTop < lowest) grid.scrollTop = lowest;
    // Only at a move of the person's: scrolling away from the row is free.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [moves]);

  const press = useCallback(
    (index: number) => {
      model.moveTo(index);
      model.openDetails();
    },
    [model],
  );

  const mostInSight = Math.ceil((virtualizer.scrollRect?.height ?? 0) / rowHeight) + 1;
  const slots = Math.max(items.length, mostInSight + 2 * overscan);
  /** The same few elements serve again and again: changing their words is less work than making new ones. */
  const slotOf = (index: number) => {
    if (index < first - overscan || index > last + overscan) return 'active';
    // Counted by place, so that a row that others came above stays the same element.
    return (((index - added) % slots) + slots) % slots;
  };

  const today = dateOf(Date.now());
  const withDay = list !== null && spansDays(list.choice.day);
  return (
    <div
      ref={gridRef}
      role="grid"
      className={isOutdated(history) ? 'log log--outdated' : 'log'}
      aria-label={t('manager.history.grid.label')}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={isOutdated(history)}
      aria-activedescendant={active === null ? undefined : rowId(active)}
      tabIndex={0}
      onFocus={({ currentTarget }) => {
        if (active === null && currentTarget.matches(':focus-visible')) {
          model.moveTo(Math.ceil(currentTarget.scrollTop / rowHeight));
        }
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'Enter') {
          model.openDetails();
          return;
        }
        const inSight = Math.floor(sight() / rowHeight);
        const next = rowForKey(event.key, { active, total, inSight });
        if (next === null) return;
        event.preventDefault();
        // The table's own keys are not those of what lies around it as well.
        event.stopPropagation();
        model.moveTo(next);
      }}
    >
      <div ref={head} role="rowgroup" className="log__head">
        <div role="row" aria-rowindex={1} className="log__names">
          {columns.map((column) => (
            <span
              key={column}
              role="columnheader"
              className={extra.has(column) ? 'log__extra' : undefined}
              aria-sort={column === 'time' ? 'descending' : undefined}
            >
              {t(`manager.history.grid.columns.${column}`)}
              {column === 'time' ? <Icon name="sortdown" size={12} /> : null}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="log__rows" style={{ blockSize: virtualizer.getTotalSize() }}>
        {list === null
          ? null
          : items.map(({ index, start }) => (
              <TransferRow
                key={slotOf(index)}
                index={index}
                row={rowAt(list.cache, index)}
                top={start}
                height={rowHeight}
                isActive={index === active}
                withDay={withDay}
                today={today}
                language={language}
                onPress={press}
              />
            ))}
      </div>
    </div>
  );
}
