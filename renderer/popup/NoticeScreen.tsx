import { useEffect, useRef } from 'react';

import { Button } from '../ui/Button';
import { Footer } from './Footer';
import { useMainState, usePopup, useView } from './PopupProvider';
import { actionLabel, failureActions, failureCopy, type StartFailure } from './start-failure';
import { StateHead, StateMark } from './StateHead';

/** Why a transfer was not even attempted, and what can be done about it. */
export function NoticeScreen({ failure }: { readonly failure: StartFailure }) {
  const { act } = usePopup();
  const { line } = useMainState();
  const focusRequest = useView((view) => view.focusRequest);
  const primary = useRef<HTMLButtonElement>(null);
  const actions = failureActions(failure.code);
  const main = actions.at(-1);
  useEffect(() => primary.current?.focus(), [focusRequest]);
  return (
    <>
      <div className="scroll scroll--notice">
        <StateHead mark={<StateMark look="note" />} {...failureCopy(failure, line.name)} />
      </div>
      <Footer line={line}>
        {actions.map((action) =>
          action === main ? (
            <Button
              key={action}
              ref={primary}
              look="primary"
              shortcut="Enter"
              onPress={() => act(action)}
            >
              {actionLabel(action)}
            </Button>
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
