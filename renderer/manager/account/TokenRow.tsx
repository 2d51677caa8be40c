import { useEffect, useId, useRef, useState } from 'react';

import type { CredentialState } from '../../../electron/contract/credentials';
import { bridge } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import { credentialFailure, type FailureText } from '../failures';
import { announce, useManager } from '../store';
import { Confirm } from '../widgets/Confirm';
import { Problem, spoken } from '../widgets/Problem';
import { TokenField } from './TokenField';

interface TokenRowProps {
  readonly credentials: CredentialState;
}

/** Where the focus goes once the row shows what was done. */
type FocusNext = 'field' | 'replace' | null;

/** The Auth token: what is known about it, and the ways to give, replace or remove it. */
export function TokenRow({ credentials }: TokenRowProps) {
  const label = useId();
  const field = useRef<HTMLInputElement>(null);
  const replace = useRef<HTMLButtonElement>(null);
  const [focusNext, setFocusNext] = useState<FocusNext>(null);
  const [replacing, setReplacing] = useState(false);
  const [typed, setTyped] = useState(false);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<FailureText | null>(null);

  const needed = credentials === 'absent' || credentials === 'unavailable';
  // A change of state while somebody types must not take the field away.
  const open = needed || replacing || typed;

  useEffect(() => {
    const target = focusNext === 'field' ? field.current : replace.current;
    // What is to have the focus may come with a later push.
    if (focusNext === null || target === null) return;
    setFocusNext(null);
    target.focus();
  }, [focusNext, open, credentials]);

  const remove = async () => {
    setFailure(null);
    const reply = await bridge.call('credentials:remove', null);
    if (reply.ok) {
      setFocusNext('field');
      announce(t('manager.account.token.removed'));
      return;
    }
    const text = credentialFailure(reply.error);
    setFailure(text);
    announce(spoken(text));
  };

  const refresh = async () => {
    const reply = await bridge.call('credentials:refresh', null);
    announce(
      reply.ok ? t('manager.account.token.refreshed') : spoken(credentialFailure(reply.error)),
    );
  };

  const startReplacing = () => {
    setFocusNext('field');
    setFailure(null);
    setReplacing(true);
  };

  const close = () => {
    setFocusNext('replace');
    setReplacing(false);
    setTyped(false);
  };

  return (
    <div className="set set--stack" role="group" aria-labelledby={label} data-setting="authToken">
      <span className="set__label" id={label}>
        {t('manager.account.token.label')}
      </span>
      <Status
        credentials={credentials}
        onTryAgain={() => void refresh()}
        onReplace={open ? null : startReplacing}
        replaceRef={replace}
      />
      {isHeld(credentials) && !open ? (
        <span className="set__acts">
          {credentials === 'session' ? (
            <Button onPress={() => void refresh()}>{t('manager.actions.tryAgain')}</Button>
          ) : null}
          <Button ref={replace} onPress={startReplacing}>
            {t('manager.actions.replace')}
          </Button>
          <Button look="danger" onPress={() => setAsking(true)}>
            {t('manager.actions.remove')}
          </Button>
        </span>
      ) : null}
      {open ? (
        <TokenField
          credentials={credentials}
          inputRef={field}
          onTyped={setTyped}
          onCancel={needed ? null : close}
          onSaved={() => {
            // The same answer can follow from another token.
            useManager.setState({ test: { kind: 'idle' } });
            close();
          }}
        />
      ) : null}
      {failure === null ? null : (
        <div className="set__below">
          <Problem text={failure} />
        </div>
      )}
      <Confirm
        isOpen={asking}
        title={t('manager.account.token.removeTitle')}
        body={t('manager.account.token.removeBody')}
        verb={t('manager.actions.remove')}
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

const isHeld = (state: CredentialState): state is 'present' | 'session' =>
  state === 'present' || state === 'session';

interface StatusProps extends TokenRowProps {
  readonly onTryAgain: () => void;
  readonly onReplace: (() => void) | null;
  readonly replaceRef: React.Ref<HTMLButtonElement>;
}

function Status({ credentials, onTryAgain, onReplace, replaceRef }: StatusProps) {
  switch (credentials) {
    case 'absent':
      return <span className="set__shown set__wide">{t('credentials.states.absent')}</span>;
    case 'present':
    case 'session':
      return (
        <span className="secret">
          <span className="secret__dots" aria-hidden="true">
            ••••••••••••
          </span>
          <small>
            <Icon name={credentials === 'present' ? 'key' : 'clock'} size={13} />
            {t(`credentials.states.${credentials}`)}
          </small>
        </span>
      );
    case 'from-file':
      return (
        <span className="secret set__wide">
          <small>
            <Icon name="lock" size={13} />
            {t('credentials.states.from-file')}
          </small>
        </span>
      );
    case 'locked-or-removed':
    case 'unavailable':
    case 'file-unusable':
      return (
        <div className="set__wide">
          <Problem
            tone="unsure"
            text={{
              title: t(`credentials.states.${credentials}.title`),
              body: t(`credentials.states.${credentials}.body`),
              todo: t(`credentials.states.${credentials}.todo`),
            }}
          >
            <Button onPress={onTryAgain}>{t('manager.actions.tryAgain')}</Button>
            {onReplace === null || credentials !== 'locked-or-removed' ? null : (
              <Button ref={replaceRef} onPress={onReplace}>
                {t('manager.actions.replace')}
              </Button>
            )}
          </Problem>
        </div>
      );
  }
}
