import { useLayoutEffect } from 'react';

import type { KioskView } from '../../../electron/contract/kiosk';
import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import { Aside, Asides } from '../Aside';
import { ChosenReadBack, ChosenRole, TransferButton, useChosen } from '../Chosen';
import { currentReply } from '../compose';
import { Field } from '../Field';
import { Findings } from '../Findings';
import { Footer } from '../Footer';
import { focusField } from '../keys';
import { LiveCall } from '../LiveCall';
import { noSignInCopy } from '../notice-copy';
import { useMainState, usePopup, useView } from '../PopupProvider';
import { sectionsOf } from '../rows';
import { GridHint } from './GridHint';
import { KioskHead } from './KioskHead';
import { emptyCopy, journalCopy } from './kiosk-copy';
import { focusTile, Tiles } from './Tiles';

function Nobody({ title, body }: { readonly title: string; readonly body: string }) {
  return (
    <div className="empty kiosk__empty">
      <Icon name="info" size={24} />
      <b>{title}</b>
      <p>{body}</p>
    </div>
  );
}

/** The tiles; what the typed text finds in their place; or why there are none. */
function Below({ kiosk, connecting }: { readonly kiosk: KioskView; readonly connecting: boolean }) {
  const { favourites } = useMainState();
  const reply = useView((view) => currentReply(view.compose));
  if (connecting) return <Nobody {...noSignInCopy()} />;
  if (reply !== null) return <Findings reply={reply} />;
  return favourites.length === 0 ? <Nobody {...emptyCopy(kiosk)} /> : <Tiles kiosk={kiosk} />;
}

interface GridProps {
  readonly kiosk: KioskView;
  readonly connecting: boolean;
}

function Grid({ kiosk, connecting }: GridProps) {
  const { store } = usePopup();
  const state = useMainState();
  const compose = useView((view) => view.compose);
  const focusRequest = useView((view) => view.focusRequest);
  const reply = currentReply(compose);
  const someone = useChosen();
  const chosen = connecting || reply === null ? null : someone;
  const hasField = kiosk.freeEntry && !connecting;

  useLayoutEffect(() => {
    const { compose: written, chosen: address, state: now } = store.getState();
    if (written.text !== '') focusField();
    else focusTile(now?.favourites.findIndex((tile) => tile.address === address) ?? 0);
  }, [store, focusRequest]);

  return (
    <>
      <KioskHead icon="baton" title={t('popup.kiosk.title')} pin={kiosk.lock !== 'no-pin'} />
      {hasField ? (
        <Field glyph="search" listed={reply !== null && sectionsOf(state, compose).length > 0} />
      ) : null}
      <ChosenRole chosen={chosen} />
      {state.practice === null || reply !== null ? null : <LiveCall call={state.practice} />}
      <Below kiosk={kiosk} connecting={connecting} />
      <Aside copy={connecting ? null : journalCopy(kiosk)} />
      <Asides />
      <ChosenReadBack chosen={chosen} />
      <Footer line={state.line}>
        {reply !== null && !connecting ? (
          <TransferButton chosen={chosen} />
        ) : (
          <GridHint kiosk={kiosk} count={connecting ? 0 : state.favourites.length} />
        )}
      </Footer>
    </>
  );
}

/** Who takes the call; `connecting` where the line has no sign-in. */
export function KioskGrid({ connecting }: { readonly connecting: boolean }) {
  const { kiosk } = useMainState();
  return kiosk === null ? null : <Grid kiosk={kiosk} connecting={connecting} />;
}
