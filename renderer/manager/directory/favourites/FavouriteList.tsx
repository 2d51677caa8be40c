import { useEffect, useRef, type KeyboardEvent } from 'react';
import {
  Button as SlotButton,
  GridList,
  GridListItem,
  useDragAndDrop,
} from 'react-aria-components';

import type { Favourite } from '../../../../electron/contract/settings';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/texts';
import type { Platform } from '../../shortcuts/accelerator';
import { FavouriteKey, FavouriteText, Grip, Nudge } from './FavouriteParts';
import { keyed, movedBy, reordered, type KeyedFavourite } from './favourites';

interface FavouriteListProps {
  readonly favourites: readonly Favourite[];
  readonly region: string;
  readonly platform: Platform;
  /**
   * Puts the list into another order; `moved` is the one that was taken hold of. The order is made
   * of the list as it is by then: a second press may come before the first one is painted.
   */
  readonly onReorder: (
    order: (favourites: readonly Favourite[]) => readonly Favourite[],
    moved: Favourite,
  ) => void;
  readonly onEdit: (place: number) => void;
  readonly onRemove: (place: number) => void;
}

/** Favourites in their order. Dragging moves them, and so do Alt with an arrow and two buttons. */
export function FavouriteList(props: FavouriteListProps) {
  const { favourites, region, platform, onReorder } = props;
  const list = useRef<HTMLDivElement>(null);
  /**
   * Key of the row that takes the focus when the list has changed: the one that had it, whose
   * element may be put elsewhere, or the neighbour of one that is gone.
   */
  const focusNext = useRef<string | null>(null);
  const items = keyed(favourites);

  useEffect(() => {
    const key = focusNext.current;
    focusNext.current = null;
    if (key === null) return;
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }, [favourites]);

  const { dragAndDropHooks } = useDragAndDrop<KeyedFavourite>({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      if (target.dropPosition === 'on') return;
      const moved = new Set([...keys].map(String));
      const { dropPosition } = target;
      const first = items.find(({ key }) => moved.has(key));
      if (first === undefined) return;
      onReorder((now) => reordered(now, moved, String(target.key), dropPosition), first.favourite);
    },
  });

  const move = ({ key, favourite }: KeyedFavourite, by: number) =>
    onReorder((now) => movedBy(now, key, by), favourite);

  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    if (!(event.target instanceof Element)) return;
    const key = event.target.closest('[data-key]')?.getAttribute('data-key');
    const item = items.find((one) => one.key === key);
    if (item === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    focusNext.current = item.key;
    move(item, event.key === 'ArrowUp' ? -1 : 1);
  };

  return (
    <div ref={list} onKeyDownCapture={press}>
      <GridList
        className="favourites"
        aria-label={t('manager.directory.favourites.list')}
        items={items.map((item, place) => ({ ...item, id: item.key, place }))}
        dragAndDropHooks={dragAndDropHooks}
        keyboardNavigationBehavior="tab"
      >
        {({ key, favourite, place }) => (
          <GridListItem className="favourite" textValue={favourite.name}>
            <SlotButton
              slot="drag"
              className="grip"
              aria-label={t('manager.directory.favourites.drag', { name: favourite.name })}
            >
              <Grip />
            </SlotButton>
            <FavouriteKey place={place} platform={platform} />
            <FavouriteText favourite={favourite} region={region} />
            <span className="favourite__acts">
              <Nudge
                name={favourite.name}
                to="up"
                off={place === 0}
                onPress={() => move({ key, favourite }, -1)}
              />
              <Nudge
                name={favourite.name}
                to="down"
                off={place === items.length - 1}
                onPress={() => move({ key, favourite }, 1)}
              />
              <Button
                label={t('manager.directory.favourites.edit', { name: favourite.name })}
                onPress={() => props.onEdit(place)}
              >
                {t('manager.actions.edit')}
              </Button>
              <Button
                look="danger"
                label={t('manager.directory.favourites.remove', { name: favourite.name })}
                onPress={() => {
                  focusNext.current = (items[place + 1] ?? items[place - 1])?.key ?? null;
                  props.onRemove(place);
                }}
              >
                {t('manager.actions.remove')}
              </Button>
            </span>
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
