import { useEffect, useRef, type ReactNode } from 'react';

import type { PopupState } from '../../electron/contract/popup';
import { unreachable } from '../../electron/contract/result';
import { t } from '../ui/texts';
import { noticeCopy } from './notice-copy';
import { titleOf } from './people';
import { useMainState, useView } from './PopupProvider';
import { isPractice, screenKey, takesText, type Screen } from './screen';

function nameOf(screen: Screen, state: PopupState): string {
  switch (screen.kind) {
    case 'list':
    case 'connect':
      return isPractice(state, screen) ? t('popup.practiceName') : t('popup.name');
    case 'pin':
      return t('popup.kiosk.pin.title');
    case 'unlocked':
      return t('popup.kiosk.unlocked.title');
    case 'notice':
      return noticeCopy(screen.failure, state).title;
    case 'held':
    case 'sending':
      return t('popup.states.sending.title', { to: titleOf(screen.phase.destination) });
    case 'accepted':
      return t('popup.states.accepted.name');
    case 'refused':
    case 'not-sent':
    case 'unknown':
      return t(`outcomes.${screen.kind}`);
    default:
      return unreachable(screen);
  }
}

function isAlert({ kind }: Screen): boolean {
  return kind === 'notice' || kind === 'refused' || kind === 'not-sent' || kind === 'unknown';
}

interface ScreenDialogProps {
  readonly screen: Screen;
  readonly hidden?: boolean;
  readonly children: ReactNode;
}

/** What is on screen, under its name; a new one for every screen, so that none inherits the focus. */
export function ScreenDialog({ screen, hidden = false, children }: ScreenDialogProps) {
  const state = useMainState();
  const focusRequest = useView((view) => view.focusRequest);
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Not a button: neither an answer nor a key meant for the list may be given by accident.
    if (screen.kind === 'sending' || screen.kind === 'unknown') dialog.current?.focus();
  }, [screen.kind, focusRequest]);
  return (
    <div
      key={takesText(screen.kind) ? 'list' : screenKey(screen)}
      ref={dialog}
      className="popup__screen"
      role={isAlert(screen) ? 'alertdialog' : 'dialog'}
      aria-label={nameOf(screen, state)}
      aria-describedby={takesText(screen.kind) ? undefined : 'state-body'}
      tabIndex={-1}
      hidden={hidden}
    >
      {children}
    </div>
  );
}
