import { createRoot } from 'react-dom/client';
import { useStore } from 'zustand';

import { supportedLanguage } from '../../electron/contract/languages';
import { bridge } from '../ui/bridge';
import { applyLook } from '../ui/document-look';
import { Localised } from '../ui/Localised';
import { ignoreLeftOverClicks } from './clicks';
import { systemClock } from './clock';
import { listenToKeys } from './keys';
import { showLanguage } from './language';
import { createPopup } from './popup';
import { PopupProvider } from './PopupProvider';
import { PopupWindow } from './PopupWindow';
import './popup.css';

/**
 * Where the pointer was last on this screen of the popup. A window that opens or grows below a
 * resting pointer is told of a move that nobody made.
 */
let pointerAt: { readonly x: number; readonly y: number } | null = null;

const popup = createPopup(bridge, systemClock);

function Loaded() {
  const isLoaded = useStore(popup.store, (view) => view.state !== null);
  return isLoaded ? <PopupWindow bridge={bridge} /> : null;
}

popup.store.subscribe(({ state, screenSince }, before) => {
  if (state !== null && state !== before.state) {
    applyLook(document.documentElement, state);
    void showLanguage(state.language);
  }
  if (screenSince !== before.screenSince) pointerAt = null;
});
listenToKeys(popup, systemClock);
ignoreLeftOverClicks(() => popup.store.getState().screenSince, systemClock);
window.addEventListener('blur', popup.left);
window.addEventListener('focus', popup.returned);

window.addEventListener('pointermove', ({ screenX: x, screenY: y }) => {
  if (pointerAt !== null && (pointerAt.x !== x || pointerAt.y !== y)) popup.touched();
  pointerAt = { x, y };
});
window.addEventListener('pointerdown', popup.touched);
window.addEventListener('click', popup.acted);

/** The texts come first: what is announced of the first state is in words already. */
async function connect(): Promise<void> {
  const loaded = await bridge.call('popup:load', null);
  await showLanguage(loaded.ok ? loaded.value.language : supportedLanguage(navigator.languages));
  popup.connect();
}
void connect();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
createRoot(root).render(
  <PopupProvider popup={popup}>
    <Localised Content={Loaded} />
  </PopupProvider>,
);
