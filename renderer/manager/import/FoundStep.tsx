import { useEffect, useRef, useState } from 'react';

import type { ArtefactPreview, TokenPlace } from '../../../electron/contract/artefacts';
import type { CredentialErrorCode } from '../../../electron/contract/credentials';
import { bridge } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import type { FailureText } from '../failures';
import type { PageProps } from '../page';
import { announce, useManager } from '../store';
import { Problem, spoken } from '../widgets/Problem';
import { FoundLineCard } from './FoundLineCard';
import { FoundSummary } from './FoundSummary';
import {
  draftsOf,
  judgeAuthId,
  judgeFound,
  lineAtNode,
  signInOf,
  type FoundLine,
  type LeftAs,
} from './import-draft';
import { takeFailure } from './import-failures';
import { SignInCard } from './SignInCard';

interface FoundStepProps extends PageProps {
  readonly preview: ArtefactPreview;
  /** What the person had made of what was found before something was added. */
  readonly before: LeftAs | null;
  readonly onAdd: (leftAs: LeftAs) => void;
  readonly onClose: () => void;
}

/** What was found, as it will be saved; the person may change it or leave parts of it out. */
export function FoundStep({ preview, state, before, onAdd, onClose }: FoundStepProps) {
  const { lines } = state.settings;
  const linesLocked = state.sources.lines === 'enforced';
  const signIn = signInOf(preview, state);
  const [found, setFound] = useState<readonly FoundLine[]>(() =>
    linesLocked ? [] : draftsOf(preview, lines, before),
  );
  const [typed, setTyped] = useState(before?.authId ?? null);
  const [signInTaken, setSignInTaken] = useState(signIn.kind === 'offered');
  const [judged, setJudged] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<FailureText | null>(null);
  const [refused, setRefused] = useState<CredentialErrorCode | null>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    // The dialog stays as far down as the step before was read.
    form.current?.closest('[role="dialog"]')?.scrollIntoView({ block: 'start' });
    form.current?.focus({ preventScroll: true });
  }, []);

  const authId = typed ?? (signIn.kind === 'offered' ? signIn.authId : '');
  const judgement = judgeFound(found, lines);
  const problems = judged && !judgement.ok ? judgement.error : null;
  const account = signInTaken ? judgeAuthId(authId) : null;
  const authIdWrong = signInTaken && account === null;
  const nothingTaken = !signInTaken && found.every(({ taken }) => !taken);

  const focusFirstProblem = () => {
    // It is marked once this has been rendered.
    requestAnimationFrame(() => {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    });
  };

  const report = (text: FailureText) => {
    setFailure(text);
    announce(spoken(text));
  };

  const save = async (place: TokenPlace) => {
    if (saving) return;
    setJudged(true);
    if (nothingTaken) return announce(t('manager.bring.found.nothingTaken'));
    if (!judgement.ok || authIdWrong) {
      announce(t('manager.bring.found.notSaved'));
      return focusFirstProblem();
    }
    setSaving(true);
    setFailure(null);
    setRefused(null);
    const hasToken = signIn.kind === 'offered' && signIn.token;
    const reply = await bridge.call('artefacts:take', {
      previewId: preview.previewId,
      lines: judgement.value,
      signIn: account === null ? null : { authId: account, token: hasToken ? place : 'leave' },
    });
    setSaving(false);
    if (!reply.ok) {
      if (reply.error.code === 'token-not-kept') setRefused(reply.error.error.code);
      return report(takeFailure(reply.error));
    }
    // The same answer can follow from another sign-in.
    if (account !== null) useManager.setState({ test: { kind: 'idle' } });
    announce(t('manager.bring.found.saved'));
    return onClose();
  };

  return (
    <form
      ref={form}
      className="bring"
      tabIndex={-1}
      aria-label={t('manager.bring.found.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save('keychain');
      }}
    >
      <FoundSummary preview={preview} linesLocked={linesLocked} language={state.language} />
      <SignInCard
        signIn={signIn}
        state={state}
        authId={authId}
        taken={signInTaken}
        wrong={judged && authIdWrong}
        onAuthId={setTyped}
        onTaken={setSignInTaken}
      />
      {found.map((one, place) => (
        <FoundLineCard
          key={place}
          found={one}
          place={{ number: place + 1, of: found.length }}
          updated={lineAtNode(one.draft, lines)?.name ?? null}
          problems={problems?.get(place) ?? {}}
          foreign={preview.lines[place]?.apiBaseUrl ?? ''}
          onChange={(changed) => setFound(found.with(place, changed))}
        />
      ))}
      {judged && nothingTaken ? (
        <p className="set__problem" role="alert">
          {t('manager.bring.found.nothingTaken')}
        </p>
      ) : null}
      {failure === null ? null : (
        <Problem text={failure}>
          {refused === null ? undefined : (
            <>
              {refused === 'keychain-unavailable' ? (
                <Button unavailable={saving} onPress={() => void save('session')}>
                  {t('manager.account.token.useSession')}
                </Button>
              ) : null}
              <Button unavailable={saving} onPress={() => void save('leave')}>
                {t('manager.bring.found.withoutToken')}
              </Button>
            </>
          )}
        </Problem>
      )}
      <div className="ask__acts">
        <span className="ask__aside">
          <Button unavailable={saving} onPress={() => onAdd({ preview, found, authId: typed })}>
            {t('manager.bring.found.add')}
          </Button>
        </span>
        <Button unavailable={saving} onPress={onClose}>
          {t('manager.actions.cancel')}
        </Button>
        <Button submit look="primary" unavailable={saving} onPress={() => undefined}>
          {t(saving ? 'manager.bring.found.saving' : 'manager.actions.save')}
        </Button>
      </div>
    </form>
  );
}
