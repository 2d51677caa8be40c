import type { Clock } from './clock';

/** The longest time between the presses of a double click, milliseconds, as systems have it. */
const doubleClickMs = 500;

/**
 * Whether a click is the second of a double click whose first one led to the present screen: a
 * double click on "Transfer" must not end the time in which it can be undone.
 */
export function isLeftOver(
  click: { readonly detail: number },
  screenSince: number,
  now: number,
): boolean {
  return click.detail > 1 && now - screenSince < doubleClickMs;
}

/** Keeps such clicks from the buttons; returns the function that stops it. */
export function ignoreLeftOverClicks(screenSince: () => number, clock: Clock): () => void {
  const onClick = (event: MouseEvent) => {
    if (!isLeftOver(event, screenSince(), clock.now())) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', onClick, true);
  return () => window.removeEventListener('click', onClick, true);
}
