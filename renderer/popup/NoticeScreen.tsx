import { Button } from '../ui/Button';
import { Footer } from './Footer';
import { useMainState, usePopup } from './PopupProvider';
import { PrimaryButton } from './PrimaryButton';
import {
  actionKey,
  actionLabel,
  failureActions,
  failureCopy,
  type StartFailure,
} from './start-failure';
import { StateHead, StateMark } from './StateHead';

/** Why a transfer was not even attempted, and what can be done about it. */
export function NoticeScreen({ failure }: { readonly failure: StartFailure }) {
  const { act } = usePopup();
  const { line, language } = useMainState();
  const actions = failureActions(failure.code);
  const main = actions.at(-1);
  return (
    <>
      <div className="scroll scroll--notice">
        <StateHead
          mark={<StateMark look="note" />}
          {...failureCopy(failure, line.name, language)}
        />
      </div>
      <Footer line={line}>
        {actions.map((action) =>
          action === main ? (
            <PrimaryButton key={action} shortcut={actionKey(action)}>
              {actionLabel(action)}
            </PrimaryButton>
          ) : (
            <Button key={action} onPress={() => act(action)}>
              {actionLabel(action)}
            </Button>
          ),
        )}
      </Footer>
    </>
  );
}
