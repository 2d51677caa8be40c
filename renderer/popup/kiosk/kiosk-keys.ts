import type { Clock } from '../clock';
import {
  carryOut,
  createBounceGuard,
  focusPlace,
  isTextSelected,
  openRoleBar,
  pressOf,
} from '../keys';
import type { Popup } from '../popup';
import { currentScreen } from '../popup-view';
import { decideKioskKey, type KioskCommand } from './kiosk-keyboard';

/** Milliseconds after a key for the pad in which a digit is still part of the PIN. */
const pinTailMs = 1000;

function focusTiles(): void {
  document.querySelector<HTMLElement>('.tile[tabindex="0"]')?.focus();
}

function carryOutKiosk(command: KioskCommand, popup: Popup): void {
  switch (command.kind) {
    case 'clear':
      popup.typing.type('');
      return;
    case 'to-tiles':
      focusTiles();
      return;
    case 'to-field': {
      const pin = document.querySelector<HTMLElement>('.pad__pin');
      if (pin === null) carryOut(command, popup);
      else pin.focus();
      return;
    }
    default:
      carryOut(command, popup);
  }
}

/** Listens to the window's keys in a kiosk's place; returns the function that stops it. */
export function listenToKioskKeys(popup: Popup, clock: Clock): () => void {
  const comesTooSoon = createBounceGuard(clock);
  let pinKeyAt = Number.NEGATIVE_INFINITY;
  const onKeyDown = (event: KeyboardEvent) => {
    const view = popup.store.getState();
    const screen = currentScreen(view);
    const kiosk = view.state?.kiosk ?? null;
    if (view.state === null || screen === null || kiosk === null) return;
    if (!event.repeat) {
      popup.touched();
      popup.acted();
    }
    if (screen.kind === 'pin') pinKeyAt = clock.now();
    const press = pressOf(event);
    const typed = view.compose.text.trim() !== '';
    const isTab = press.key === 'Tab' && !press.alt && !press.control && !press.meta;
    if (isTab && screen.kind === 'list' && typed) {
      openRoleBar(event, popup);
      return;
    }
    const command = decideKioskKey(press, {
      screen: screen.kind,
      focus: focusPlace(event.target),
      freeEntry: kiosk.freeEntry,
      typed,
      pinLately: clock.now() - pinKeyAt < pinTailMs,
      tooSoon: comesTooSoon(event, view.screenSince),
      textSelected: isTextSelected(),
      mac: view.state.platform === 'darwin',
    });
    // A key that goes on into the field must keep its default.
    if (command.kind !== 'pass' && command.kind !== 'to-field') event.preventDefault();
    carryOutKiosk(command, popup);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
