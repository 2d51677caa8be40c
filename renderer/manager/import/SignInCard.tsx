import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';

import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { Group } from '../widgets/Group';
import { ValueRow } from '../widgets/ValueRow';
import type { FoundSignIn } from './import-draft';
import { TakeSwitch } from './TakeSwitch';

interface SignInCardProps extends PageProps {
  readonly signIn: FoundSignIn;
  readonly authId: string;
  readonly taken: boolean;
  readonly wrong: boolean;
  readonly onAuthId: (authId: string) => void;
  readonly onTaken: (taken: boolean) => void;
}

/** The sign-in that was found: whose, and that the token goes into the keychain; never the token. */
export function SignInCard(props: SignInCardProps) {
  const { signIn, state, authId, taken, wrong, onAuthId, onTaken } = props;
  const title = t('manager.account.signIn');
  switch (signIn.kind) {
    case 'none':
      return null;
    case 'other-account':
      return (
        <Group title={title} managed>
          <p className="card__note">
            {t('manager.bring.signIn.otherAccount', {
              found: signIn.authId,
              set: state.settings.authId ?? t('manager.account.authId.missing'),
            })}
          </p>
        </Group>
      );
    case 'token-from-file':
      return (
        <Group title={title} managed>
          <p className="card__note">{t('manager.bring.signIn.fromFile')}</p>
        </Group>
      );
    case 'offered':
      return (
        <Group title={title} managed={signIn.locked}>
          <TakeSwitch text={t('manager.bring.signIn.take')} value={taken} onChange={onTaken} />
          {taken ? (
            <>
              {signIn.locked ? (
                <ValueRow label={t('manager.account.authId.label')} value={authId} managed />
              ) : (
                <AuthIdField {...props} value={authId} wrong={wrong} onChange={onAuthId} />
              )}
              <TokenFound found={signIn.token} replaces={replacesToken(props)} />
            </>
          ) : null}
        </Group>
      );
  }
}

/** Whether a token of this very account is in the keychain, as far as is known. */
const replacesToken = ({ state, authId }: SignInCardProps) =>
  state.credentials === 'present' && state.settings.authId === authId.trim();

interface AuthIdFieldProps extends PageProps {
  readonly value: string;
  readonly wrong: boolean;
  readonly onChange: (authId: string) => void;
}

function AuthIdField({ state, value, wrong, onChange }: AuthIdFieldProps) {
  const inUse = state.settings.authId;
  const replaces = inUse !== null && value.trim() !== inUse;
  return (
    <TextField
      className="set"
      name="authId"
      value={value}
      onChange={onChange}
      isInvalid={wrong}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
    >
      <Label className="set__label">{t('manager.account.authId.label')}</Label>
      <div className="set__wide">
        <Input className="input mono" />
        {replaces && !wrong ? (
          <Text slot="description" elementType="small">
            {t('manager.bring.signIn.replacesAccount', { authId: inUse })}
          </Text>
        ) : null}
        <FieldError className="set__problem">
          {wrong ? t('manager.account.authId.invalid') : null}
        </FieldError>
      </div>
    </TextField>
  );
}

function TokenFound({ found, replaces }: { readonly found: boolean; readonly replaces: boolean }) {
  return (
    <div className="set">
      <span className="set__label">{t('manager.account.token.label')}</span>
      <span className="set__shown set__wide">
        <span className="bring__token">
          <Icon name={found ? 'key' : 'unsure'} size={13} />
          {t(found ? 'manager.bring.signIn.tokenFound' : 'manager.bring.signIn.tokenAbsent')}
        </span>
        {found && replaces ? <small>{t('manager.bring.signIn.replacesToken')}</small> : null}
      </span>
    </div>
  );
}
