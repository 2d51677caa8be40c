import { useEffect } from 'react';

import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import type { FailureText } from '../failures';
import { announce } from '../store';
import { Problem, spoken } from '../widgets/Problem';

/** What came of something that was done to the whole history. */
export type Message =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'problem'; readonly text: FailureText };

interface MessageStripProps {
  readonly message: Message;
  readonly onDismiss: () => void;
}

/** A message above the table, until it is dismissed or the next takes its place. It is announced. */
export function MessageStrip({ message, onDismiss }: MessageStripProps) {
  useEffect(() => {
    announce(message.kind === 'done' ? message.text : spoken(message.text));
  }, [message]);
  return (
    <div className="strip">
      {message.kind === 'done' ? (
        <p className="strip__done">
          <span className="ok">
            <Icon name="ok" />
          </span>
          <span>{message.text}</span>
        </p>
      ) : (
        <Problem text={message.text} />
      )}
      <button
        type="button"
        className="iconbtn"
        aria-label={t('manager.history.export.dismiss')}
        onClick={onDismiss}
      >
        <Icon name="x" />
      </button>
    </div>
  );
}
