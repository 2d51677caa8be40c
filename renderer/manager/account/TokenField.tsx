import { useCallback, useId, useRef, useState, type Ref } from 'react';

import type { CredentialState } from '../../../electron/contract/credentials';
import { bridge } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import { credentialFailure, type FailureText } from '../failures';
import { announce } from '../store';
import { Problem, spoken } from '../widgets/Problem';

/** The longest token that main takes. */
const maxTokenLength = 512;

type Way = 'credentials:save' | 'credentials:use-session';

interface TokenFieldProps {
  readonly credentials: CredentialState;
  /** Null where there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
  readonly onSaved: () => void;
  /** Told whether something is typed, never what. */
  readonly onTyped: (typed: boolean) => void;
  readonly inputRef: Ref<HTMLInputElement>;
}

/**
 * The write-only field. The token stays in the input element alone: no state, no store. It is read
 * once for the call and blanked as soon as it is stored, or when the field goes away.
 */
export function TokenField(props: TokenFieldProps) {
  const { credentials, onCancel, onSaved, onTyped, inputRef } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<FailureText | null>(null);

  const attach = useCallback(
    (node: HTMLInputElement | null) => {
      input.current = node;
      if (typeof inputRef === 'function') inputRef(node);
      else if (inputRef) inputRef.current = node;
      return () => {
        if (node !== null) node.value = '';
        input.current = null;
        if (inputRef && typeof inputRef !== 'function') inputRef.current = null;
      };
    },
    [inputRef],
  );

  const refuse = (text: FailureText) => {
    setFailure(text);
    announce(spoken(text));
    input.current?.focus();
  };

  const send = async (way: Way) => {
    const field = input.current;
    if (field === null || saving) return;
    if (field.value === '') return refuse(credentialFailure({ code: 'token-empty' }));
    if (field.value.length > maxTokenLength) {
      return refuse(credentialFailure({ code: 'token-malformed' }));
    }
    setSaving(true);
    setFailure(null);
    const reply = await bridge.call(way, { token: field.value });
    setSaving(false);
    if (!reply.ok) return refuse(credentialFailure(reply.error));
    field.value = '';
    onTyped(false);
    announce(
      way === 'credentials:save'
        ? t('manager.account.token.saved')
        : t('manager.account.token.keptForRun'),
    );
    onSaved();
  };

  // Without a keychain, Enter does what can work.
  const first: Way = credentials === 'unavailable' ? 'credentials:use-session' : 'credentials:save';
  const sessionOffered = credentials === 'unavailable' || credentials === 'session';
  return (
    <form
      className="token"
      aria-busy={saving}
      onSubmit={(event) => {
        event.preventDefault();
        void send(first);
      }}
    >
      <label className="vh" htmlFor={id}>
        {t('manager.account.token.fieldLabel')}
      </label>
      <input
        ref={attach}
        id={id}
        className="input mono"
        type="password"
        autoComplete="off"
        spellCheck={false}
        readOnly={saving}
        aria-invalid={failure !== null}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onTyped(event.currentTarget.value !== '')}
      />
      <div className="token__acts">
        {first === 'credentials:save' ? (
          <Button submit look="primary" unavailable={saving} onPress={nothing}>
            {saving ? t('manager.account.token.saving') : t('manager.actions.save')}
          </Button>
        ) : null}
        {sessionOffered ? (
          <Button unavailable={saving} onPress={() => void send('credentials:use-session')}>
            {t('manager.account.token.useSession')}
          </Button>
        ) : null}
        {onCancel === null ? null : (
          <Button unavailable={saving} onPress={onCancel}>
            {t('manager.actions.cancel')}
          </Button>
        )}
      </div>
      <small id={`${id}-hint`} className="token__hint">
        {first === 'credentials:save'
          ? t('manager.account.token.hint')
          : t('manager.account.token.hintSession')}
      </small>
      {failure === null ? null : <Problem text={failure} />}
    </form>
  );
}

/** The form's submit does it. */
const nothing = (): void => undefined;
