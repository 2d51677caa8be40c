import type { ReactNode } from 'react';

import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/icon-drawings';

const marks = {
  ok: { icon: 'ok', className: 'state__mark state__mark--ok' },
  bad: { icon: 'bad', className: 'state__mark state__mark--bad' },
  unsure: { icon: 'unsure', className: 'state__mark state__mark--unsure' },
  note: { icon: 'info', className: 'state__mark' },
} as const satisfies Record<string, { icon: IconName; className: string }>;

/** The sign of an outcome; the title beside it says the same in words. */
export function StateMark({ look }: { readonly look: keyof typeof marks }) {
  const { icon, className } = marks[look];
  return (
    <span className={className}>
      <Icon name={icon} size={20} />
    </span>
  );
}

interface StateHeadProps {
  readonly mark: ReactNode;
  /** In full, for the tooltip. */
  readonly title: string;
  /** What stands in the title's place where it is more than words. */
  readonly heading?: ReactNode;
  readonly body: ReactNode;
}

/** Title and body of a state: what is known about the call, then what happened. */
export function StateHead({ mark, title, heading = title, body }: StateHeadProps) {
  return (
    <div className="state">
      {mark}
      <div>
        <h1 className="state__title" id="state-title">
          <span title={title}>{heading}</span>
        </h1>
        <p className="state__body" id="state-body">
          {body}
        </p>
      </div>
    </div>
  );
}
