import { useEffect, useRef } from 'react';

import { unreachable } from '../../../electron/contract/result';
import { bridge } from '../../ui/bridge';
import { Announcer } from '../Announcer';
import { AttemptScreen } from '../AttemptScreen';
import { Banner } from '../Banner';
import { systemClock } from '../clock';
import { useMainState, usePopup, useView } from '../PopupProvider';
import { isPractice, screenOf, type Screen } from '../screen';
import { ScreenDialog } from '../ScreenDialog';
import { useHeight } from '../use-height';
import { KioskGrid } from './KioskGrid';
import { listenToKioskKeys } from './kiosk-keys';
import { PinPad } from './PinPad';
import { stayInside } from './stay-inside';
import { Unlocked } from './Unlocked';
import './kiosk.css';

function Content({ screen }: { readonly screen: Screen }) {
  switch (screen.kind) {
    case 'list':
    case 'connect':
      return <KioskGrid connecting={screen.kind === 'connect'} />;
    case 'pin':
      return <PinPad />;
    case 'unlocked':
      return <Unlocked />;
    case 'notice':
    case 'held':
    case 'sending':
    case 'accepted':
    case 'refused':
    case 'not-sent':
    case 'unknown':
      return <AttemptScreen screen={screen} />;
    default:
      return unreachable(screen);
  }
}

/** The whole screen of a kiosk: the popup's surface in its middle, and nothing that leads out. */
export function KioskWindow() {
  const popup = usePopup();
  const state = useMainState();
  const failure = useView((view) => view.failure);
  const pinOpen = useView((view) => view.pinOpen);
  const screen = screenOf(state, failure, pinOpen);
  const practice = isPractice(state, screen);
  const surface = useRef<HTMLDivElement>(null);

  // Main shows the window when it is laid out.
  useHeight(surface, bridge);

  useEffect(() => listenToKioskKeys(popup, systemClock), [popup]);
  useEffect(() => stayInside(popup.touched), [popup]);

  return (
    <main className="kiosk">
      <div
        ref={surface}
        className="popup kiosk__surface"
        data-mode={practice ? 'practice' : undefined}
      >
        <Announcer />
        <ScreenDialog screen={screen}>
          {practice ? <Banner leavable={false} /> : null}
          <Content screen={screen} />
        </ScreenDialog>
      </div>
    </main>
  );
}
