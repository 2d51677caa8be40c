import { Button } from '../ui/Button';
import { Footer } from './Footer';
import { noticeActions, noticeCopy } from './notice-copy';
import { useMainState, usePopup } from './PopupProvider';
import { PrimaryButton } from './PrimaryButton';
import { actionKey, actionLabel, type StartFailure } from './start-failure';
import { StateHead, StateMark } from './StateHead';

/** Why a transfer was not even attempted, and what can be done about it. */
export function NoticeScreen({ failure }: { readonly failure: StartFailure }) {
  const { act } = usePopup();
  const state = useMainState();
  const actions = noticeActions(failure.code, state);
  const main = actions.at(-1);
  return (
    <>
      <div className="scroll scroll--notice">
        <StateHead mark={<StateMark look="note" />} {...noticeCopy(failure, state)} />
      </div>
      <Footer line={state.line}>
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
