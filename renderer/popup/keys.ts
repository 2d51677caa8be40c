import { flushSync } from 'react-dom';

import type { Clock } from './clock';
import { decideKey, guardMs, type FocusPlace, type KeyCommand, type KeyPress } from './keyboard';
import type { Popup } from './popup';
import { currentScreen } from './popup-view';
import { roleFor, target } from './choice';
import { isLockScreen, takesText } from './screen';

/** Where the focus is, told by what a key press went to. */
export function focusPlace(element: EventTarget | null): FocusPlace {
  if (!(element instanceof Element)) return 'surface';
  if (element instanceof HTMLInputElement) return 'field';
  if (element.closest('[role="radio"]') !== null) return 'role';
  if (element.closest('.lines') !== null) return 'line-list';
  return element.closest('button') === null ? 'surface' : 'button';
}

/** Focuses the field with the caret at the end of its text. */
export function focusField(): void {
  const field = document.querySelector<HTMLInputElement>('.field__input');
  if (field === null || field === document.activeElement) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

/** A press as plain data. */
export function pressOf(event: KeyboardEvent): KeyPress {
  return {
    key: event.key,
    code: event.code,
    alt: event.altKey,
    control: event.ctrlKey,
    meta: event.metaKey,
    altGraph: event.getModifierState('AltGraph'),
    repeat: event.repeat,
    composing: event.isComposing,
  };
}

/** Whether text of the window is selected, which Ctrl+C copies as usual. */
export function isTextSelected(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}

/**
 * Tells whether a press comes too soon after the screen at `screenSince` (epoch milliseconds). A
 * train of presses is one bouncing key, however long it is: it must end before one counts.
 */
export function createBounceGuard(
  clock: Clock,
): (event: KeyboardEvent, screenSince: number) => boolean {
  let lastTooSoon = Number.NEGATIVE_INFINITY;
  return ({ key }, screenSince) => {
    const now = clock.now();
    const tooSoon = now - Math.max(screenSince, lastTooSoon) < guardMs;
    if (tooSoon && (key === 'Enter' || key === ' ')) lastTooSoon = now;
    return tooSoon;
  };
}

/** Tab in the field: opens the role bar where there is somebody whose role it would be. */
export function openRoleBar(event: KeyboardEvent, popup: Popup): void {
  if (event.shiftKey || focusPlace(event.target) !== 'field') return;
  if (document.querySelector('[role="radio"]') !== null) return;
  if (!flushSync(() => popup.openRoleBar())) return;
  event.preventDefault();
  document.querySelector<HTMLElement>('[role="radio"][aria-checked="true"]')?.focus();
}

function switchRole(popup: Popup): void {
  const { state, compose } = popup.store.getState();
  const destination = state === null ? null : target(state, compose);
  if (state === null || destination === null) return;
  const next = roleFor(state, compose, destination) === 'agent' ? 'customer' : 'agent';
  flushSync(() => popup.switchRole(next));
  document.querySelector<HTMLElement>('[role="radio"][aria-checked="true"]')?.focus();
}

export function carryOut(command: KeyCommand, popup: Popup): void {
  switch (command.kind) {
    case 'pass':
    case 'swallow':
      return;
    case 'move':
    case 'enter':
      popup.typing.press(command);
      return;
    case 'favourite':
      popup.favourite(command.digit);
      return;
    case 'clipboard':
      popup.typing.selectClipboard();
      return;
    case 'toggle-keys':
      popup.toggleKeys();
      return;
    case 'leave':
      popup.leave();
      return;
    case 'primary':
      popup.primary();
      return;
    case 'answer':
      popup.answer(command.word);
      return;
    case 'copy-details':
      popup.copyDetails();
      return;
    case 'toggle-lines':
      popup.lines.toggle();
      return;
    case 'close-lines':
      popup.lines.close();
      return;
    case 'settings':
      popup.openManager('account');
      return;
    case 'switch-role':
      switchRole(popup);
      return;
    case 'to-field':
      focusField();
  }
}

/** Listens to the window's keys; returns the function that stops it. */
export function listenToKeys(popup: Popup, clock: Clock): () => void {
  const comesTooSoon = createBounceGuard(clock);
  const onKeyDown = (event: KeyboardEvent) => {
    const view = popup.store.getState();
    const screen = currentScreen(view);
    if (screen === null || view.state === null || isLockScreen(screen)) return;
    // A kiosk has keys of its own.
    if (view.state.kiosk !== null) return;
    if (!event.repeat) {
      popup.touched();
      popup.acted();
    }
    if (event.key === 'Tab' && takesText(screen.kind) && !view.keysOpen) {
      openRoleBar(event, popup);
      return;
    }
    const command = decideKey(pressOf(event), {
      screen: screen.kind,
      focus: focusPlace(event.target),
      lineListOpen: view.linesOpen,
      keysOpen: view.keysOpen,
      tooSoon: comesTooSoon(event, view.screenSince),
      textSelected: isTextSelected(),
      mac: view.state.platform === 'darwin',
    });
    // A key that goes on into the field must keep its default.
    if (command.kind !== 'pass' && command.kind !== 'to-field') event.preventDefault();
    carryOut(command, popup);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
