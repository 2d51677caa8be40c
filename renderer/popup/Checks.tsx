import { Icon } from '../ui/Icon';
import { t } from '../ui/texts';

/** What the agent can tell by listening, which nobody else can. */
export function Checks() {
  return (
    <dl className="checks">
      <div>
        <Icon name="sound" />
        <dt>{t('popup.states.unknown.hear')}</dt>
        <dd>{t('popup.states.unknown.hearThen')}</dd>
      </div>
      <div>
        <Icon name="mute" />
        <dt>{t('popup.states.unknown.silence')}</dt>
        <dd>{t('popup.states.unknown.silenceThen')}</dd>
      </div>
    </dl>
  );
}
