import { Icon } from '../../ui/Icon';
import type { IconName } from '../../ui/icon-drawings';
import { t } from '../../ui/texts';
import { usePopup } from '../PopupProvider';

interface KioskHeadProps {
  readonly icon: IconName;
  readonly title: string;
  /** Offers the way to settings and quit, which the PIN opens. */
  readonly pin?: boolean;
}

/** The head of the grid, of the pad for the PIN, and of what it opens. */
export function KioskHead({ icon, title, pin = false }: KioskHeadProps) {
  const { kiosk } = usePopup();
  return (
    <header className="kiosk__head">
      <span className="field__glyph">
        <Icon name={icon} size={20} />
      </span>
      <h1 id="kiosk-title">{title}</h1>
      {pin ? (
        <button
          className="kiosk__lock"
          type="button"
          aria-label={t('popup.kiosk.pin.open')}
          onClick={kiosk.openPin}
        >
          <Icon name="lock" />
          {t('popup.kiosk.pin.word')}
        </button>
      ) : null}
    </header>
  );
}
