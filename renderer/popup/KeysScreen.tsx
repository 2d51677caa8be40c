import { useEffect, useRef, useState } from 'react';

import { Button } from '../ui/Button';
import { Kbd } from '../ui/Kbd';
import { t } from '../ui/texts';
import { keyTable, spokenKeys, type KeyRow } from './key-table';
import { useMainState, usePopup } from './PopupProvider';

function Combinations({ row }: { readonly row: KeyRow }) {
  return (
    <span className="keys__caps" aria-hidden="true">
      {row.combinations.map((keys) => (
        <span key={keys.map(({ cap }) => cap).join(' ')} className="keys__chord">
          {keys.map(({ cap }) => (
            <Kbd key={cap} keyName={cap} />
          ))}
        </span>
      ))}
    </span>
  );
}

/** Every key there is, in the place of the screen; the focus goes back to where it was. */
export function KeysScreen() {
  const { toggleKeys } = usePopup();
  const state = useMainState();
  const close = useRef<HTMLButtonElement>(null);
  const [before] = useState(() => document.activeElement);

  useEffect(() => {
    close.current?.focus();
    return () => {
      // Unless the screen has taken it meanwhile.
      if (document.activeElement !== document.body) return;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [before]);

  return (
    <div className="popup__screen" role="dialog" aria-modal="true" aria-labelledby="keys-title">
      <div className="scroll keys">
        <h1 className="keys__title" id="keys-title">
          {t('popup.help.title')}
        </h1>
        <table aria-labelledby="keys-title">
          <thead className="vh">
            <tr>
              <th scope="col">{t('popup.help.keysColumn')}</th>
              <th scope="col">{t('popup.help.doesColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {keyTable(state).map((row) => (
              <tr key={row.does}>
                <th scope="row">
                  <span className="vh">{spokenKeys(row)}</span>
                  <Combinations row={row} />
                </th>
                <td>{t(`popup.help.does.${row.does}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className="foot">
        <div className="foot__right">
          <Button ref={close} look="primary" shortcut="Esc" onPress={toggleKeys}>
            {t('popup.help.close')}
          </Button>
        </div>
      </footer>
    </div>
  );
}
