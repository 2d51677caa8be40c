import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { t } from '../ui/texts';
import { useMainState, usePopup } from './PopupProvider';

/** Says that this is practice; on every screen of the practice line. */
export function Banner({ leavable }: { readonly leavable: boolean }) {
  const { lines } = usePopup();
  const { fixedLine, line } = useMainState();
  return (
    <div className="banner" role="note">
      <Icon name="baton-hollow" />
      {t('popup.practice.title')} <span>{t('popup.practice.body')}</span>
      {leavable && fixedLine !== line.id ? (
        <Button onPress={lines.leavePractice}>{t('popup.practice.leave')}</Button>
      ) : null}
    </div>
  );
}
