import { useEffect, useRef } from 'react';

import { Button } from '../ui/Button';
import { usePopup, useView } from './PopupProvider';

interface PrimaryButtonProps {
  readonly children: string;
  /** Key printed on it; Enter presses it in any case. */
  readonly shortcut?: string;
}

/** The main button has the focus from the start, and again whenever the popup is shown. */
export function PrimaryButton({ children, shortcut = 'Enter' }: PrimaryButtonProps) {
  const { primary } = usePopup();
  const focusRequest = useView((view) => view.focusRequest);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), [focusRequest]);
  return (
    <Button ref={button} look="primary" shortcut={shortcut} onPress={primary}>
      {children}
    </Button>
  );
}
