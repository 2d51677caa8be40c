import type { ReactNode } from 'react';

import type { Outcome as OutcomeKind } from '../../../electron/contract/transfer';
import { Icon } from '../../ui/Icon';
import { marks } from './attempt-words';

interface OutcomeProps {
  readonly outcome: OutcomeKind;
  readonly children: ReactNode;
}

/** An outcome's mark, and the word that says the same. */
export function Outcome({ outcome, children }: OutcomeProps) {
  const { icon, className } = marks[outcome];
  return (
    <span className="out">
      <span className={className}>
        <Icon name={icon} size={15} />
      </span>
      <span className="clip">{children}</span>
    </span>
  );
}
