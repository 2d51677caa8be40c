import { t } from '../ui/texts';
import { Avatar } from './Avatar';
import { seconds } from './durations';
import { Footer } from './Footer';
import { titleOf } from './people';
import { useMainState } from './PopupProvider';
import { Relay } from './Relay';
import { relayPlan } from './relay-plan';
import type { Screen } from './screen';
import { StateHead } from './StateHead';
import { useNow } from './use-now';

/** The request is under way: nothing can be undone, and nothing is known yet. */
export function SendingScreen({
  screen,
}: {
  readonly screen: Extract<Screen, { kind: 'sending' }>;
}) {
  const { line, language } = useMainState();
  const { destination, startedAt } = screen.phase;
  const time = seconds(useNow(100) - startedAt, language);
  return (
    <>
      <div className="scroll">
        <StateHead
          mark={<Avatar destination={destination} />}
          title={t('popup.states.sending.title', { to: titleOf(destination) })}
          body={t('popup.states.sending.body', { time })}
        />
        <Relay plan={relayPlan(screen)} />
      </div>
      <Footer line={line}>
        <span className="hint foot__note">{t('popup.foot.noUndo')}</span>
      </Footer>
    </>
  );
}
