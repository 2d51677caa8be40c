import type { Page } from '@playwright/test';

/** Follows the popup's announcements; the returned function gives all that were made, in order. */
export async function followAnnouncements(popup: Page): Promise<() => Promise<string[]>> {
  const words = await popup.evaluateHandle(() => {
    const said: string[] = [];
    new MutationObserver(() => {
      // A no-break space at the end makes the same words news again; in a number it is one to the ear.
      const regions = [
        ...document.querySelectorAll('.popup > [role=status], .popup > [role=alert]'),
      ];
      const now = regions.map((region) => region.textContent ?? '').join('');
      said.push(now.replace(/\u00A0$/u, '').replaceAll('\u00A0', ' '));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return said;
  });
  return async () => {
    const all = await words.jsonValue();
    return all.filter((text, index) => text !== '' && text !== all[index - 1]);
  };
}
