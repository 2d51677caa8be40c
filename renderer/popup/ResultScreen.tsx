import { unreachable } from '../../electron/contract/result';
import type { EndedAttempt } from '../../electron/contract/transfer';
import { Button } from '../ui/Button';
import { t } from '../ui/texts';
import { Advice } from './Advice';
import { Checks } from './Checks';
import { Footer } from './Footer';
import { useMainState, usePopup, useView } from './PopupProvider';
import { PrimaryButton } from './PrimaryButton';
import { endedBody } from './reason-copy';
import { Relay } from './Relay';
import { relayPlan } from './relay-plan';
import type { ResultKind, Screen } from './screen';
import { StateHead, StateMark } from './StateHead';

type ResultScreenOf = Extract<Screen, { kind: ResultKind }>;

const marks = { accepted: 'ok', refused: 'bad', 'not-sent': 'bad', unknown: 'unsure' } as const;

function titleOf(kind: ResultKind): string {
  switch (kind) {
    case 'accepted':
      return t('popup.states.accepted.title');
    case 'refused':
      return t('popup.states.refused.title');
    case 'not-sent':
      return t('popup.states.notSent.title');
    case 'unknown':
      return t('popup.states.unknown.title');
    default:
      return unreachable(kind);
  }
}

function CopyButton({
  attempt,
  ghost,
}: {
  readonly attempt: EndedAttempt;
  readonly ghost: boolean;
}) {
  const { copyDetails } = usePopup();
  const copied = useView((view) => view.copied) === attempt.id;
  return (
    <Button look={ghost ? 'ghost' : 'plain'} onPress={copyDetails}>
      {copied ? t('popup.states.copied') : t('popup.states.copy')}
    </Button>
  );
}

function Foot({ screen }: { readonly screen: ResultScreenOf }) {
  const { answer, leave } = usePopup();
  const { kiosk, lines } = useMainState();
  const { attempt } = screen;
  const line = lines.find(({ id }) => id === attempt.lineId) ?? null;
  switch (screen.kind) {
    case 'accepted':
      return (
        <Footer line={line}>
          <Button onPress={() => answer('still-on-call')}>
            {t('popup.states.accepted.stillOnCall')}
          </Button>
          <PrimaryButton>{t('popup.states.accepted.done')}</PrimaryButton>
        </Footer>
      );
    case 'refused':
    case 'not-sent':
      // A window that is never closed needs a way back that is not a key alone.
      return kiosk !== null ? (
        <Footer line={line} start={<CopyButton attempt={attempt} ghost />}>
          <Button shortcut="Esc" onPress={leave}>
            {t('popup.actions.back')}
          </Button>
          <PrimaryButton>{t('popup.states.retry')}</PrimaryButton>
        </Footer>
      ) : (
        <Footer line={line}>
          <CopyButton attempt={attempt} ghost={false} />
          <PrimaryButton>{t('popup.states.retry')}</PrimaryButton>
        </Footer>
      );
    case 'unknown':
      return (
        <Footer line={line} start={<CopyButton attempt={attempt} ghost />}>
          <Button shortcut="Y" onPress={() => answer('still-on-call')}>
            {t('popup.states.unknown.yes')}
          </Button>
          <Button shortcut="N" onPress={() => answer('caller-gone')}>
            {t('popup.states.unknown.no')}
          </Button>
        </Footer>
      );
    default:
      return unreachable(screen.kind);
  }
}

/** The agent's word was not taken, and the key would otherwise seem dead. */
function NotRecorded({ attempt }: { readonly attempt: EndedAttempt }) {
  const isShown = useView((view) => view.unrecorded) === attempt.id;
  const { kiosk } = useMainState();
  if (!isShown) return null;
  return (
    <div className="advice">
      <h2>{t('popup.states.notRecorded.title')}</h2>
      <p>{kiosk === null ? t('popup.states.notRecorded.todo') : t('popup.kiosk.disk.word')}</p>
    </div>
  );
}

/** How an attempt ended: what is known, what happened, what to do. */
export function ResultScreen({ screen }: { readonly screen: ResultScreenOf }) {
  const { language } = useMainState();
  const since = useView((view) => view.screenSince);
  const { kind, attempt } = screen;
  const hasAdvice = kind === 'refused' || kind === 'not-sent';
  return (
    <>
      <div className="scroll">
        <StateHead
          mark={<StateMark look={marks[kind]} />}
          title={titleOf(kind)}
          body={endedBody(attempt, language, since)}
        />
        <Relay plan={relayPlan(screen)} />
        {hasAdvice ? <Advice reason={attempt.reason} /> : null}
        {kind === 'unknown' ? <Checks /> : null}
        <NotRecorded attempt={attempt} />
      </div>
      <Foot screen={screen} />
    </>
  );
}
