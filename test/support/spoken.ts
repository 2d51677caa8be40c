import type { Page } from '@playwright/test';

/** Follows the popup's announcements; the returned function gives all that were made, in order. */
export async function followAnnouncements(popup: Page): Promise<() => Promise<string[]>> {
  const words = await popup.evaluateHandle(() => {
    const said: string[] = [];
    new MutationObserver(() => {
      // A no-break space at the end makes the same words news again.
      const now = (document.querySelector('[role=status]')?.textContent ?? '').replace(
        /\u00A0$/u,
        '',
      );
      said.push(now);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return said;
  });
  return async () => {
    const all = await words.jsonValue();
    return all.filter((text, index) => text !== '' && text !== all[index - 1]);
  };
}
