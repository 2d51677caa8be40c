import type { Page } from '@playwright/test';

/** A key press as the page was told of it. */
export interface SeenPress {
  readonly key: string;
  readonly repeat: boolean;
  readonly composing: boolean;
}

/** Follows the key presses that reach a page; the returned function gives all of them, in order. */
export async function followPresses(page: Page): Promise<() => Promise<readonly SeenPress[]>> {
  const presses = await page.evaluateHandle(() => {
    const seen: { key: string; repeat: boolean; composing: boolean }[] = [];
    const listen = ({ key, repeat, isComposing }: KeyboardEvent) =>
      seen.push({ key, repeat, composing: isComposing });
    window.addEventListener('keydown', listen, { capture: true });
    return seen;
  });
  return async () => await presses.jsonValue();
}
