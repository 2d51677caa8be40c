import { Fragment } from 'react';

import type { KioskView } from '../../../electron/contract/kiosk';
import { Kbd } from '../../ui/Kbd';
import { t } from '../../ui/texts';
import { useMainState } from '../PopupProvider';
import { chordKey } from '../row-copy';

/** A character for private use, which stands for a keycap while the sentence is taken apart. */
const cap = '\uE000';

/** "1 to 6", as keycaps in the order of the language; a single tile has a single key. */
function Range({ count }: { readonly count: number }) {
  if (count === 1) return <Kbd keyName="1" />;
  const keys = ['1', String(count)];
  const words = t('popup.help.through', { first: cap, last: cap }).split(cap);
  return words.map((word, index) => {
    const key = keys[index];
    return (
      <Fragment key={key ?? 'end'}>
        {word.trim()}
        {key === undefined ? null : <Kbd keyName={key} />}
      </Fragment>
    );
  });
}

/** Which keys pick a tile. Each tile tells assistive technology its own. */
export function GridHint({ kiosk, count }: { readonly kiosk: KioskView; readonly count: number }) {
  const { platform } = useMainState();
  if (count === 0) return null;
  return (
    <span className="hint" aria-hidden="true">
      {kiosk.freeEntry ? (
        <>
          <Kbd keyName={chordKey(platform)} /> {t('popup.list.plusNumber')}
        </>
      ) : (
        <Range count={count} />
      )}
      <span>{t('popup.foot.transfer')}</span>
    </span>
  );
}
