import { lazy, Suspense, useLayoutEffect, useRef } from 'react';

import { popupFrame } from '../../electron/contract/popup-frame';
import type { BatonBridge } from '../../electron/contract/schemas';
import { Announcer } from './Announcer';
import { Banner } from './Banner';
import { focusField } from './keys';
import { KeysScreen } from './KeysScreen';
import { ListScreen } from './ListScreen';
import { useMainState, usePopup, useView } from './PopupProvider';
import { isLockScreen, isPractice, screenOf, takesText } from './screen';
import { ScreenDialog } from './ScreenDialog';
import { AttemptScreen } from './AttemptScreen';
import { useHeight } from './use-height';

/** Loaded where there is a kiosk: everybody else's popup starts without it. */
const KioskWindow = lazy(async () => {
  const { KioskWindow: component } = await import('./kiosk/KioskWindow');
  return { default: component };
});

/** The popup's surface, in the room for its shadow. */
function PopupFrame({ bridge }: { readonly bridge: BatonBridge }) {
  const state = useMainState();
  const failure = useView((view) => view.failure);
  const focusRequest = useView((view) => view.focusRequest);
  const keysOpen = useView((view) => view.keysOpen);
  const { leave } = usePopup();
  const surface = useRef<HTMLDivElement>(null);
  const screen = screenOf(state, failure);
  const practice = isPractice(state, screen);

  useHeight(surface, bridge);
  useLayoutEffect(() => {
    if (takesText(screen.kind)) focusField();
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
        <ScreenDialog screen={screen} hidden={keysOpen}>
          {practice ? <Banner leavable={takesText(screen.kind)} /> : null}
          {screen.kind === 'list' || screen.kind === 'connect' ? (
            <ListScreen connecting={screen.kind === 'connect'} />
          ) : isLockScreen(screen) ? null : (
            <AttemptScreen screen={screen} />
          )}
        </ScreenDialog>
        {keysOpen ? <KeysScreen /> : null}
      </div>
    </main>
  );
}

/** The page: the popup, or the whole screen of a kiosk. */
export function PopupWindow({ bridge }: { readonly bridge: BatonBridge }) {
  const { kiosk } = useMainState();
  if (kiosk === null) return <PopupFrame bridge={bridge} />;
  return (
    <Suspense fallback={null}>
      <KioskWindow />
    </Suspense>
  );
}
