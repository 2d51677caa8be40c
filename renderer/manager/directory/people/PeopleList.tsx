import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react';

import type { Destination } from '../../../../electron/contract/transfer';
import { t } from '../../../ui/texts';
import { rowAt, type PagesView } from './directory-pages';
import { PersonRow } from './PersonRow';

/** Height of a row in CSS pixels at the usual text size, until it is measured. */
const usualHeight = 44;
const rowsAtOnce = 8;

interface PeopleListProps {
  readonly view: PagesView;
  readonly total: number;
  readonly onNeed: (first: number, last: number) => void;
  readonly isStarred: (address: string) => boolean;
  /** Null where the administrator chose the favourites. */
  readonly onStar: ((destination: Destination) => void) | null;
  readonly ref: Ref<{ focusFirst: () => void }>;
}

/** A list of any length: only what is in sight is drawn. One row can be tabbed to; arrows move on. */
export function PeopleList({ view, total, onNeed, isStarred, onStar, ref }: PeopleListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  /** Counts the moves by keyboard: the row of the last one takes the focus once it is drawn. */
  const [moves, setMoves] = useState(0);
  const current = Math.min(active, total - 1);

  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: rowsAtOnce,
    useFlushSync: false,
    // The row that has the focus stays, however far the list is scrolled.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), current])].sort((one, other) => one - other),
  });
  const rows = virtual.getVirtualItems();
  const inSight = rows.filter(({ index }) => index !== current);
  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 0;

  useEffect(() => {
    onNeed(first, last);
    onNeed(current, current);
  });
  useEffect(() => {
    setActive(0);
    virtual.scrollToOffset(0);
    // Another text begins at its best match.
  }, [view.text, virtual]);
  useEffect(() => {
    if (moves === 0) return;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${current}"] button`)?.focus();
    // Only a move takes the focus, not a row that has become another one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [moves]);

  const go = (index: number) => {
    const wanted = Math.min(Math.max(index, 0), total - 1);
    setActive(wanted);
    setMoves((before) => before + 1);
    virtual.scrollToIndex(wanted);
  };
  useImperativeHandle(ref, () => ({ focusFirst: () => go(0) }));

  const press = (event: KeyboardEvent) => {
    const steps: Partial<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + rowsAtOnce,
      PageUp: current - rowsAtOnce,
      Home: 0,
      End: total - 1,
    };
    const wanted = steps[event.key];
    if (wanted === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(wanted);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the buttons in it
    <div ref={scroller} className="people" onKeyDown={press}>
      <ul
        className="people__rows"
        aria-label={t('manager.directory.people.list')}
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {rows.map(({ index, start }) => (
          <li
            key={index}
            ref={virtual.measureElement}
            data-index={index}
            className="person"
            aria-setsize={total}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            <PersonRow
              destination={rowAt(view, index)}
              isStarred={isStarred}
              onStar={onStar}
              reachable={index === current}
              onFocus={() => setActive(index)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
