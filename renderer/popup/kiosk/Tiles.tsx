import { useState, type KeyboardEvent } from 'react';

import type { KioskView } from '../../../electron/contract/kiosk';
import { directionOf } from '../../../electron/contract/languages';
import { focusField } from '../keys';
import { titleOf } from '../people';
import { useMainState, usePopup } from '../PopupProvider';
import { Tip } from '../Tip';
import { tileName, tileNote } from './kiosk-copy';
import { movedTile, movesTile } from './tiles';

const allTiles = () => [...document.querySelectorAll<HTMLElement>('.tiles > .tile')];

/** Focuses the tile with that index, or the first one; the dialog where there is none. */
export function focusTile(index: number): void {
  const tiles = allTiles();
  const tile = tiles[index] ?? tiles[0];
  (tile ?? document.querySelector<HTMLElement>('.popup__screen'))?.focus();
}

/** How many tiles stand beside each other: one where the text is large. */
function columnsOf(tiles: readonly HTMLElement[]): number {
  const tops = tiles.map(({ offsetTop }) => offsetTop);
  const second = tops.findIndex((top) => top !== tops[0]);
  return second === -1 ? Math.max(1, tiles.length) : second;
}

/** The destinations. One of them is in the order of Tab; arrows move between them. */
export function Tiles({ kiosk }: { readonly kiosk: KioskView }) {
  const { favourite } = usePopup();
  const { favourites, platform, language } = useMainState();
  const [current, setCurrent] = useState(0);
  const inOrder = Math.min(current, favourites.length - 1);

  const move = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (!movesTile(key) || altKey || ctrlKey || metaKey) return;
    event.preventDefault();
    const tiles = allTiles();
    const rightToLeft = directionOf(language) === 'rtl';
    const grid = { count: tiles.length, columns: columnsOf(tiles), rightToLeft };
    const next = movedTile(key, inOrder, grid);
    if (next !== 'above') focusTile(next);
    else if (kiosk.freeEntry) focusField();
  };

  const modifier = platform === 'darwin' ? 'Meta+' : 'Alt+';
  return (
    <div className="tiles" role="group" aria-labelledby="kiosk-title">
      {favourites.map((destination, index) => {
        const digit = index + 1;
        const note = tileNote(destination);
        const isNumber = destination.name === null;
        return (
          <button
            key={`${digit} ${destination.address}`}
            className="tile"
            type="button"
            tabIndex={index === inOrder ? 0 : -1}
            aria-label={tileName(destination)}
            aria-keyshortcuts={kiosk.freeEntry ? `${modifier}${digit}` : String(digit)}
            onKeyDown={move}
            onFocus={() => setCurrent(index)}
            onClick={() => favourite(digit)}
          >
            <span className="tile__key" aria-hidden="true">
              {digit}
            </span>
            <span className="tile__text">
              <b className={isNumber ? 'num' : undefined}>{titleOf(destination)}</b>
              {note === null ? null : (
                <small className={note === destination.display ? 'num' : undefined}>{note}</small>
              )}
            </span>
            <Tip text={tileName(destination)} />
          </button>
        );
      })}
    </div>
  );
}
