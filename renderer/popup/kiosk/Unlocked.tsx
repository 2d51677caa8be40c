import { useEffect, useRef } from 'react';

import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import { Footer } from '../Footer';
import { useMainState, usePopup, useView } from '../PopupProvider';
import { KioskHead } from './KioskHead';

/** Where the right PIN leads, until it is locked again. */
export function Unlocked() {
  const { kiosk, leave } = usePopup();
  const { line } = useMainState();
  const focusRequest = useView((view) => view.focusRequest);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), [focusRequest]);
  return (
    <>
      <KioskHead icon="key" title={t('popup.kiosk.unlocked.title')} />
      <p className="kiosk__word" id="state-body">
        {t('popup.kiosk.unlocked.body')}
      </p>
      <div className="tiles" role="group" aria-labelledby="kiosk-title">
        <button
          ref={first}
          className="tile"
          type="button"
          onClick={() => void kiosk.exit('settings')}
        >
          <span className="tile__key">
            <Icon name="sliders" size={20} />
          </span>
          <b>{t('popup.kiosk.unlocked.settings')}</b>
        </button>
        <button className="tile" type="button" onClick={() => void kiosk.exit('quit')}>
          <span className="tile__key">
            <Icon name="x" size={20} />
          </span>
          <b>{t('popup.kiosk.unlocked.quit')}</b>
        </button>
      </div>
      <Footer line={line}>
        <Button shortcut="Esc" onPress={leave}>
          {t('popup.actions.back')}
        </Button>
      </Footer>
    </>
  );
}
