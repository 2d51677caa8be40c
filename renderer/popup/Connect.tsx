import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { t } from '../ui/texts';
import { usePopup } from './PopupProvider';

/** In the place of the list while the line in use has no sign-in. */
export function Connect() {
  const { lines, openManager } = usePopup();
  return (
    <div className="empty">
      <Icon name="plug" size={24} />
      <b>{t('popup.connect.title')}</b>
      <p>{t('popup.connect.body')}</p>
      <div className="empty__actions">
        <Button onPress={lines.usePractice}>{t('popup.connect.practice')}</Button>
        <Button look="primary" onPress={() => openManager('account')}>
          {t('popup.connect.connect')}
        </Button>
      </div>
    </div>
  );
}
