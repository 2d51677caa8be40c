import { useEffect, useLayoutEffect, useRef } from 'react';

import type { PopupState } from '../../electron/contract/popup';
import { popupFrame } from '../../electron/contract/popup-frame';
import { unreachable } from '../../electron/contract/result';
import type { BatonBridge } from '../../electron/contract/schemas';
import { t } from '../ui/texts';
import { Banner } from './Banner';
import { focusField } from './keys';
import { HeldScreen } from './HeldScreen';
import { KeysScreen } from './KeysScreen';
import { ListScreen } from './ListScreen';
import { NoticeScreen } from './NoticeScreen';
import { titleOf } from './people';
import { useMainState, usePopup, useView } from './PopupProvider';
import { ResultScreen } from './ResultScreen';
import { isPractice, screenKey, screenOf, takesText, type Screen } from './screen';
import { SendingScreen } from './SendingScreen';
import { failureCopy } from './start-failure';
import { useHeight } from './use-height';

function Content({ screen }: { readonly screen: Screen }) {
  switch (screen.kind) {
    case 'list':
    case 'connect':
      return <ListScreen connecting={screen.kind === 'connect'} />;
    case 'notice':
      return <NoticeScreen failure={screen.failure} />;
    case 'held':
      return <HeldScreen screen={screen} />;
    case 'sending':
      return <SendingScreen screen={screen} />;
    case 'accepted':
    case 'refused':
    case 'not-sent':
    case 'unknown':
      return <ResultScreen screen={screen} />;
    default:
      return unreachable(screen);
  }
}

function nameOf(screen: Screen, practice: boolean, { line, language }: PopupState): string {
  switch (screen.kind) {
    case 'list':
    case 'connect':
      return practice ? t('popup.practiceName') : t('popup.name');
    case 'notice':
      return failureCopy(screen.failure, line.name, language).title;
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

/**
 * What is told to assistive technology, in turn or breaking in. Both regions are always there: one
 * that appears with its words is not read.
 */
function Announcer() {
  const { words, count, urgent } = useView((view) => view.said);
  // The same words are news only where the text differs.
  const news = count % 2 === 0 ? words : `${words}\u00A0`;
  return (
    <>
      <p className="vh" role="status">
        {urgent ? '' : news}
      </p>
      <p className="vh" role="alert">
        {urgent ? news : ''}
      </p>
    </>
  );
}

/** The popup's surface, in the room for its shadow. */
export function PopupWindow({ bridge }: { readonly bridge: BatonBridge }) {
  const state = useMainState();
  const failure = useView((view) => view.failure);
  const focusRequest = useView((view) => view.focusRequest);
  const keysOpen = useView((view) => view.keysOpen);
  const { leave } = usePopup();
  const surface = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLDivElement>(null);
  const screen = screenOf(state, failure);
  const practice = isPractice(state, screen);
  const key = takesText(screen.kind) ? 'list' : screenKey(screen);

  useHeight(surface, bridge);
  useLayoutEffect(() => {
    if (takesText(screen.kind)) focusField();
  }, [screen.kind, focusRequest]);
  useEffect(() => {
    // Not a button: neither an answer nor a key meant for the list may be given by accident.
    if (screen.kind === 'sending' || screen.kind === 'unknown') dialog.current?.focus();
  }, [screen.kind, focusRequest]);

  const { margin, maxHeight } = popupFrame;
  const room = state.translucent
    ? { padding: `${margin.top}px ${margin.side}px ${margin.bottom}px` }
    : { padding: 0 };
  // Of the screen and not of the window: the window follows the surface.
  const above = state.translucent ? margin.top : 0;
  const maxBlockSize = Math.min(maxHeight, window.screen.availHeight - above);
  return (
    <main
      className={state.translucent ? 'room' : 'room room--opaque'}
      style={room}
      onPointerDown={(event) => {
        // The room for the shadow looks like the desktop: a press there is one beside the popup.
        if (event.target === event.currentTarget && takesText(screen.kind)) leave();
      }}
    >
      <div
        ref={surface}
        className="popup"
        data-mode={practice ? 'practice' : undefined}
        style={{ maxBlockSize }}
      >
        <Announcer />
        <div
          key={key}
          ref={dialog}
          className="popup__screen"
          role={isAlert(screen) ? 'alertdialog' : 'dialog'}
          aria-label={nameOf(screen, practice, state)}
          aria-describedby={takesText(screen.kind) ? undefined : 'state-body'}
          tabIndex={-1}
          hidden={keysOpen}
        >
          {practice ? <Banner leavable={takesText(screen.kind)} /> : null}
          <Content screen={screen} />
        </div>
        {keysOpen ? <KeysScreen /> : null}
      </div>
    </main>
  );
}
