import type { ReactNode } from 'react';

import type { LineView } from '../../electron/contract/popup';
import { LineChip } from './LineChip';

interface FooterProps {
  readonly line: LineView | null;
  /** Another line can be chosen now. */
  readonly choosable?: boolean;
  /** Stands in the line chip's place. */
  readonly start?: ReactNode;
  readonly children: ReactNode;
}

export function Footer({ line, choosable = false, start, children }: FooterProps) {
  return (
    <footer className="foot">
      {start ?? (line === null ? <span /> : <LineChip line={line} choosable={choosable} />)}
      <div className="foot__right">{children}</div>
    </footer>
  );
}
