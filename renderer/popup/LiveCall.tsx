import type { PracticeCall } from '../../electron/contract/popup';
import { Button } from '../ui/Button';
import { t } from '../ui/texts';
import { shownTarget } from './choice';
import { useMainState, usePopup, useView } from './PopupProvider';
import { practicePlan } from './practice-call';
import { Relay } from './Relay';
import { useNow } from './use-now';

/** The pretend call of the practice line, as its server really holds it. */
export function LiveCall({ call }: { readonly call: PracticeCall }) {
  const { restartPractice } = usePopup();
  const state = useMainState();
  const compose = useView((view) => view.compose);
  const away = useView((view) => view.away);
  const plan = practicePlan(call, shownTarget(state, compose), useNow(1000, !away));
  return (
    <div className="live">
      <Relay plan={plan} />
      {plan.overNote !== null ? (
        <div className="live__over">
          <span>{plan.overNote}</span>
          <Button onPress={restartPractice}>{t('popup.practice.restart')}</Button>
        </div>
      ) : null}
    </div>
  );
}
