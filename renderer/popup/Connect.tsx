import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { t } from '../ui/texts';
import { useMainState, usePopup } from './PopupProvider';

/** In the place of the list while the line in use has no sign-in. */
export function Connect() {
  const { lines, openManager } = usePopup();
  const { fixedLine } = useMainState();
  return (
    <div className="empty">
      <Icon name="plug" size={24} />
      <b>{t('popup.connect.title')}</b>
      <p>{t('popup.connect.body')}</p>
      <div className="empty__actions">
        {fixedLine === null ? (
          <Button onPress={lines.usePractice}>{t('popup.connect.practice')}</Button>
        ) : null}
        <Button look="primary" onPress={() => openManager('account')}>
          {t('popup.connect.connect')}
        </Button>
      </div>
    </div>
  );
}
