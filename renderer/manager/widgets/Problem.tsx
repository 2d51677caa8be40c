import type { ReactNode } from 'react';

import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import type { FailureText } from '../failures';

interface ProblemProps {
  readonly text: FailureText;
  /** `bad`: something was refused or lost. `unsure`: it works, but not as wished. */
  readonly tone?: 'bad' | 'unsure';
  readonly children?: ReactNode;
}

/** An error in its three parts: what is, what happened, what to do. */
export function Problem({ text, tone = 'bad', children }: ProblemProps) {
  return (
    <div className={`problem problem--${tone}`}>
      <span className={tone}>
        <Icon name={tone === 'bad' ? 'bad' : 'unsure'} />
      </span>
      <div className="problem__text">
        <b>{text.title}</b>
        <p>
          {text.body}
          {text.cause === undefined ? null : ` ${text.cause}`}
        </p>
        <p>
          <span className="problem__todo">{t('manager.whatToDo')}</span> {text.todo}
        </p>
        {children === undefined ? null : <div className="problem__acts">{children}</div>}
      </div>
    </div>
  );
}

/** What went wrong with the row above, where something did. */
export function Failed({ text }: { readonly text: FailureText | null }) {
  if (text === null) return null;
  return (
    <div className="set__block">
      <Problem text={text} />
    </div>
  );
}

/** The same in one breath, for announcements. */
export function spoken({ title, body, todo }: FailureText): string {
  return [title, body, todo].map((part) => part.replace(/[.?]?$/u, (end) => end || '.')).join(' ');
}
